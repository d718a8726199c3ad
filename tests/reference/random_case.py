"""Random agreements and exports for comparing the two implementations."""
import datetime as dt
import json
import random

ZONES = ["UTC", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia",
         "Pacific/Auckland", "Europe/London", "America/St_Johns", "America/Santiago",
         "Europe/Berlin", "Asia/Beirut", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Kathmandu"]
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LIMITS = ["30 minutes", "0 minutes", "24 hours", "1 hour", "3 days", "0 days", "1 day",
          "30 business minutes", "4 business hours", "0 business hours", "2 business days",
          "0 business days", "1 business day", "999999 business days", "40 business hours"]


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        r = self.r
        self.start = dt.date(r.choice([2023, 2024, 2025, 2026]), r.randint(1, 12), r.randint(1, 28))
        self.days = r.choice([20, 60, 120, 200])
        self.order = {}

    def date(self, spread=20):
        return self.start + dt.timedelta(days=self.r.randint(-spread, self.days + spread))

    def calendar(self, key):
        r = self.r
        week = []
        style = r.random()
        for day in DAYS[:r.choice([5, 5, 6, 7])]:
            if style < 0.5:
                week.append({"day": day, "from": "09:00", "to": "17:00"})
            elif style < 0.7:
                week += [{"day": day, "from": "13:00", "to": "17:15"}, {"day": day, "from": "08:30", "to": "12:00"}]
            elif style < 0.85:
                week += [{"day": day, "from": "22:00", "to": "24:00"}, {"day": day, "from": "00:00", "to": "06:00"},
                         {"day": day, "from": "05:00", "to": "07:30"}]
            else:
                week.append({"day": day, "from": "00:00", "to": "24:00"})
        return {"id": key, "time_zone": r.choice(ZONES), "week": week,
                "holidays": [self.date().isoformat() for _ in range(r.randint(0, 6))],
                "special_days": [{"date": self.date().isoformat(), "from": "10:00", "to": "12:30"}
                                 for _ in range(r.randint(0, 3))]}

    def criterion(self, stages, score):
        r = self.r
        kind = r.random()
        if stages and kind < 0.15:
            return {"op": "meets", "values": [r.choice(stages)]}
        if kind < 0.5:
            field = r.choice(["email", "title", "country", "reason", "owner"])
            op = r.choice(["is", "is_not", "contains", "not_contains", "starts_with", "ends_with", "domain_is",
                           "domain_is_not", "is_filled", "is_empty"])
            words = ["GERMANY", "france", "vp", "é", "a", "acme.io", "gmail.com", "Kim", "L", "Straße", " lee "]
            return {"field": field, "op": op,
                    "values": [] if op.startswith("is_f") or op.startswith("is_e") else r.sample(words, r.randint(1, 3))}
        if kind < 0.75:
            field = r.choice(["employees", "amount", "attempts"] + (["lead_score"] if score else []))
            op = r.choice(["equals", "at_least", "at_most", "more_than", "less_than", "between", "is_filled"])
            v = r.choice([0, 1, 5, 50, 20000, 1000.5, -500])
            n = 2 if op == "between" else 0 if op == "is_filled" else 1
            return {"field": field, "op": op, "values": [str(v), str(v + r.choice([0, 5, 1000]))][:n]}
        if kind < 0.85:
            return {"field": "demo", "op": r.choice(["is", "is_not"]), "values": [r.choice(["true", "No", "y"])]}
        return {"field": r.choice(["created_at", "contacted_at", "meeting_at"]),
                "op": r.choice(["before", "on_or_after", "is_filled", "is_empty"]),
                "values": []} if r.random() < 0.5 else \
            {"field": r.choice(["created_at", "contacted_at", "meeting_at"]),
             "op": r.choice(["before", "on_or_after"]), "values": [self.date().isoformat()]}

    def condition(self, stages=(), score=False, depth=0):
        r = self.r
        c = {"match": r.choice(["all", "any"]), "negate": r.random() < 0.2,
             "criteria": [x for x in (self.criterion(list(stages), score) for _ in range(r.randint(0, 2)))]}
        for x in c["criteria"]:
            if x["op"] in ("before", "on_or_after") and not x["values"]:
                x["op"] = "is_filled"
        if depth < 2 and r.random() < 0.4:
            c["groups"] = [self.condition(stages, score, depth + 1) for _ in range(r.randint(1, 2))]
        return c

    def measure(self):
        r = self.r
        kind = r.choice(["count", "sum", "share", "within", "within", "within", "average", "median", "median_time",
                         "median_time", "checkins", "manual"])
        stamps = ["created_at", "mql_at", "contacted_at", "sql_at"]
        m = {"kind": kind}
        if kind in ("checkins", "manual"):
            return m
        m.update(dataset="leads", at=r.choice(stamps))
        if r.random() < 0.5:
            m["where"] = self.condition(["mql", "hot"], True)
        if kind == "share":
            m["of"] = {"match": "all", "criteria": [self.criterion(["mql"], True)]}
            x = m["of"]["criteria"][0]
            if x["op"] in ("before", "on_or_after") and not x["values"]:
                x["op"] = "is_filled"
        if kind in ("sum", "average", "median"):
            m["field"] = r.choice(["employees", "amount", "attempts", "lead_score"])
        if kind in ("within", "median_time"):
            m["from"], m["to"] = r.choice(stamps), r.choice(stamps)
            if r.random() < 0.4:
                m["early"] = "met"
        if kind == "within":
            m["limit"] = r.choice(LIMITS)
            if "business" in m["limit"] or r.random() < 0.3:
                m["calendar"] = r.choice(["cal0", "cal1"])
        elif r.random() < 0.4:
            m["calendar"] = r.choice(["cal0", "cal1"])
        return m

    def commitment(self, key):
        r = self.r
        m = self.measure()
        target = r.choice([0, 5, 50, 80, 90, 95, 100]) if m["kind"] in ("share", "within") else \
            r.choice([-5, 0, 1, 3, 10.5, 24, 60, 1000, 30000])
        return {"id": key, "team": r.choice(["marketing", "sales", "both"]), "title": key, "measure": m,
                "weight": r.choice([0, 1, 1, 2, 3.5]), "direction": r.choice(["at_least", "at_least", "at_most"]),
                "target": target, "every": r.choice(["week", "month", "quarter", "year", "term"])}

    def agreement(self):
        r = self.r
        order = {k: r.choice(["mdy", "dmy"]) for k in ("created_at", "mql_at", "contacted_at", "sql_at", "meeting_at")}
        self.order = order
        self.decimal = r.choice([".", ","])
        fields = [{"key": k, "column": c, "type": "text"} for k, c in
                  (("id", "Record ID"), ("email", "Email"), ("title", "Job title"), ("country", "Country"),
                   ("reason", "Reason"), ("owner", "Owner"))]
        fields += [{"key": k, "column": c, "type": "number", "decimal": self.decimal} for k, c in
                   (("employees", "Employees"), ("amount", "Amount"), ("attempts", "Attempts"))]
        fields.append({"key": "demo", "column": "Demo", "type": "boolean"})
        fields += [{"key": k, "column": k, "type": "timestamp", "date_order": o} for k, o in order.items()]
        fields[-1]["planned"] = True
        d = {"id": "leads", "time_zone": r.choice(ZONES), "id_field": r.choice(["id", "id", "id", ""]),
             "keep": r.choice(["first", "last"]), "empty_values": ["N/A", "-"], "fields": fields}
        if r.random() < 0.4:
            d["only"] = self.condition()
        commitments = [self.commitment(f"k{i}") for i in range(14)]
        goals = [self.commitment("g0")]
        entries = [c["id"] for c in commitments + goals]
        last = self.start + dt.timedelta(days=int(self.days * r.choice([0.2, 0.6, 0.9, 1, 1.3])))
        self.as_of = int((dt.datetime.combine(last, dt.time()) - dt.datetime(1970, 1, 1)).total_seconds()) \
            + r.randint(0, 86399)
        a = {"id": "random", "time_zone": r.choice(ZONES), "starts_on": self.start.isoformat(),
             "ends_on": "" if r.random() < 0.5 else (self.start + dt.timedelta(days=r.randint(0, self.days))).isoformat(),
             "reporting": r.choice(["week", "month", "quarter", "year"]), "fiscal_year_starts": r.randint(1, 12),
             "calendars": [self.calendar("cal0"), self.calendar("cal1")], "datasets": [d],
             "lead_scoring": {"dataset": "leads", "rules": [
                 {"points": r.choice([10, 7.5, -20, 0.1]), "condition": self.condition()} for _ in range(4)]},
             "stages": [{"id": "mql", "definition": self.condition(score=True)},
                        {"id": "hot", "definition": self.condition(["mql"], True)}],
             "goals": goals, "commitments": commitments,
             "escalation": [{"id": f"e{n}", "after_missed_in_a_row": n, "commitments": s}
                            for n, s in ((1, []), (2, ["k0", "k3", "k5"]), (3, []))],
             "cancellation": {"missed_in_a_row": r.choice([0, 2, 3]), "commitments": []},
             "checkins": [{"commitment": r.choice(entries), "on": self.date().isoformat()} for _ in range(60)],
             "manual_values": [{"commitment": r.choice(entries), "on": self.date().isoformat(),
                                "value": r.choice([0, 10, 55.5, 2000])} for _ in range(60)]}
        return {"format": "leadpact-agreement", "format_version": 1, "agreement": a}

    def number(self, v):
        r = self.r
        text = f"{v:.2f}" if r.random() < 0.4 else str(int(v))
        if r.random() < 0.2:
            whole, _, rest = text.partition(".")
            text = f"{int(whole):,}" + ("." + rest if rest else "")
        if self.decimal == ",":
            text = text.translate(str.maketrans(",.", ".,"))
        return r.choice(["{}", "{}", "{}", "$ {}", "{} EUR", "({})", "- {}", "{} %", "x{}", "{}\u00a0€"]).format(text)

    def stamp(self, t, order):
        r = self.r
        if r.random() < 0.04:
            return r.choice(["", "-", "soon", "31/02/2025", "n/a", "2025-13-01"])
        k = r.random()
        if k < 0.1:
            return r.choice([f"{t:%Y-%m-%d}", f"{t.day}.{t.month}.{t.year}", f"{t.day} {t:%b} {t.year}"])
        if k < 0.3:
            return f"{t:%Y-%m-%d %H:%M:%S}"
        if k < 0.45:
            a, b = (t.month, t.day) if order == "mdy" else (t.day, t.month)
            return f"{a}/{b}/{t.year} {t.hour % 12 or 12}:{t:%M} {'PM' if t.hour >= 12 else 'AM'}"
        if k < 0.6:
            return f"{t:%Y-%m-%dT%H:%M:%S}" + r.choice(["Z", "+05:30", "-0500", ".250Z", " UTC"])
        if k < 0.7:
            return str(int((t - dt.datetime(1970, 1, 1)).total_seconds())) + r.choice(["", "123"])
        if k < 0.8:
            return f"{t:%b} {t.day}, {t.year} {t:%H:%M}"
        if k < 0.9:
            days = (t - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1)
            return f"{days:.6f}"
        return f"{t:%d-%b-%y} {t:%H:%M:%S}"

    def csv(self, rows=180):
        r = self.r
        names = ["Record ID", "Email", "Job title", "Country", "Reason", "Owner", "Employees", "Amount", "Attempts",
                 "Demo", *self.order, "Unused"]
        d = r.choice([",", ";", "\t", "|"])

        def cell(v):
            if d in v or any(c in v for c in '"\r\n') or r.random() < 0.05:
                return '"' + v.replace('"', '""') + '"'
            return v

        lines = [d.join(cell(n) for n in names)]
        for i in range(rows):
            t = dt.datetime.combine(self.date(15), dt.time(r.randint(0, 23), r.randint(0, 59), r.randint(0, 59)))
            times = [t]
            for _ in range(4):
                times.append(times[-1] + dt.timedelta(seconds=r.choice([0, 60, 1800, 7200, 86400, 250000, -4000, 900000]) *
                                                      r.choice([1, 1, 2, 0.5])))
            out = [r.choice([f"L{i}", f"L{i}", f"L{r.randint(0, rows)}", "N/A"]),
                   r.choice([f"x{i}@gmail.com", f"Ann {i} <ann{i}@ACME.io >", f"kim{i}@acme.io.", "none", ""]),
                   r.choice(["VP Sales", "Head, of \"everything\"", "chef é", "", "line\nbreak"]),
                   r.choice(["Germany", "FRANCE", "straße", "India", "-"]), r.choice(["", "No budget", "Kim"]),
                   r.choice(["Kim", "Lee", "LEE", ""]), self.number(r.choice([1, 5, 50, 5000, 12345])),
                   self.number(r.choice([0, 500, 1000.5, 99999])), str(r.randint(0, 9)),
                   r.choice(["true", "No", "Y", "0", "maybe", ""])]
            out += ["" if r.random() < 0.25 else self.stamp(x, o) for x, o in zip(times, self.order.values())]
            line = d.join(cell(v) for v in out + ["u"])
            if r.random() < 0.02:
                line += d + "more"
            elif r.random() < 0.02:
                line = d.join(cell(v) for v in out[:8])
            lines.append(line)
            if r.random() < 0.02:
                lines.append("")
        text = r.choice(["\n", "\r\n"]).join(lines) + "\n"
        return text.encode(r.choice(["utf-8", "utf-8-sig", "utf-16"]))


def write(seed, agreement_path, csv_path):
    """One case; returns as_of as text."""
    m = Maker(seed)
    with open(agreement_path, "w", encoding="utf-8") as f:
        json.dump(m.agreement(), f, ensure_ascii=False)
    with open(csv_path, "wb") as f:
        f.write(m.csv())
    t = dt.datetime(1970, 1, 1) + dt.timedelta(seconds=m.as_of)
    return t.strftime("%Y-%m-%dT%H:%M:%SZ")
