"""The scorecard, straight from scoring.md, 3 to 7. See reference_time.py."""
import math
from zoneinfo import ZoneInfo

from reference_data import INVALID, Dataset, Refused, fold, parse_boolean, parse_stamp
from reference_time import (DAY, Calendar, Clock, Limit, Stamp, date_of_day, local_day, midnight,
                            parse_day, periods)


def close_to(a, b):
    return abs(a - b) <= 1e-9 * max(1.0, abs(b))


def at_least(a, b):
    return a > b or close_to(a, b)


def at_most(a, b):
    return a < b or close_to(a, b)


def is_empty_condition(c):
    return c is None or (not c.get("criteria") and all(is_empty_condition(g) for g in c.get("groups", [])))


def utc(instant):
    import datetime as dt
    return (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=instant)).strftime("%Y-%m-%dT%H:%M:%SZ")


class Scorer:
    def __init__(self, agreement, files, as_of):
        self.a = agreement
        self.as_of = as_of
        self.zone = ZoneInfo(agreement["time_zone"])
        self.start = parse_day(agreement["starts_on"])
        self.end = parse_day(agreement["ends_on"]) if agreement.get("ends_on") else None
        self.fiscal = int(agreement.get("fiscal_year_starts", 1))
        self.calendars = {c["id"]: Calendar(c) for c in agreement.get("calendars", [])}
        self.stages = {s["id"]: s.get("definition") for s in agreement.get("stages", [])}
        self.datasets = {}
        self.cut = False
        for spec in agreement.get("datasets", []):
            d = self.datasets[spec["id"]] = Dataset(spec)
            given = [(n, b) for i, n, b in files if i == spec["id"]]
            if given:
                d.read(given)
                if not is_empty_condition(spec.get("only")):
                    kept = [r for r in d.records if self.holds(spec["only"], d, r)]
                    d.excluded = len(d.records) - len(kept)
                    d.records = kept
                d.check()
            d.counts = self.counts(d)
        self.cut = True
        for d in self.datasets.values():
            d.newest = self.newest(d)

    # -- data -----------------------------------------------------------------
    def counts(self, d):
        invalid, alone = [], []
        for k, f in enumerate(d.fields):
            n = sum(r.cells[k] is INVALID for r in d.records)
            if n:
                invalid.append({"field": f["key"], "count": n})
            n = sum(isinstance(r.cells[k], Stamp) and r.cells[k].alone for r in d.records)
            if n:
                alone.append({"field": f["key"], "count": n})
        return invalid, alone

    def instant(self, s):
        return midnight(self.zone, s.day) if s.alone else s.instant

    def newest(self, d):
        best = None
        for k, f in enumerate(d.fields):
            if f["type"] != "timestamp" or f.get("planned"):
                continue
            for r in d.records:
                if isinstance(r.cells[k], Stamp):
                    i = self.instant(r.cells[k])
                    if i <= self.as_of and (best is None or i > best):
                        best = i
        return best

    def cell(self, d, r, key):
        """The value of a cell, None where it has none."""
        scoring = self.a.get("lead_scoring") or {}
        if key == "lead_score" and scoring.get("dataset") == d.spec["id"]:
            total = 0.0
            for rule in scoring.get("rules", []):
                if self.holds(rule["condition"], d, r):
                    total += rule.get("points", 0)
            return total
        k = [f["key"] for f in d.fields].index(key)
        v = r.cells[k]
        if v is INVALID or v is None:
            return None
        if self.cut and isinstance(v, Stamp) and not d.fields[k].get("planned"):
            if self.instant(v) > self.as_of:
                return None
        return v

    # -- conditions -----------------------------------------------------------
    def holds(self, c, d, r):
        if is_empty_condition(c):
            return True
        parts = [self.criterion(x, d, r) for x in c.get("criteria", [])]
        parts += [self.holds(g, d, r) for g in c.get("groups", []) if not is_empty_condition(g)]
        value = all(parts) if (c.get("match") or "all") == "all" else any(parts)
        return value != bool(c.get("negate"))

    def criterion(self, x, d, r):
        op = x["op"]
        values = [v.strip(" \t\r\n") for v in x.get("values", [])]
        if op == "meets":
            return self.holds(self.stages[values[0]], d, r)
        v = self.cell(d, r, x["field"])
        if op == "is_filled":
            return v is not None
        if op == "is_empty":
            return v is None
        if v is None:
            return op in ("is_not", "not_contains")
        if op in ("is", "is_not"):
            if isinstance(v, bool):
                hit = v in [parse_boolean(w) for w in values]
            else:
                hit = fold(v) in [fold(w) for w in values]
            return hit == (op == "is")
        if op in ("contains", "not_contains"):
            return any(fold(w) in fold(v) for w in values) == (op == "contains")
        if op == "starts_with":
            return any(fold(v).startswith(fold(w)) for w in values)
        if op == "ends_with":
            return any(fold(v).endswith(fold(w)) for w in values)
        if op in ("domain_is", "domain_is_not"):
            if "@" not in v:
                return False
            t = v[v.rindex("@") + 1:].strip(" \t\r\n")
            if t.endswith(">"):
                t = t[:-1].strip(" \t\r\n")
            if t.endswith("."):
                t = t[:-1]
            return (fold(t) in [fold(w) for w in values]) == (op == "domain_is")
        if op in ("before", "on_or_after"):
            f = d.types[x["field"]]
            limit = self.instant(parse_stamp(values[0], f.get("date_order") or "mdy", d.zone))
            return (self.instant(v) < limit) == (op == "before")
        n = [float(w) for w in values]
        if op == "equals":
            return close_to(v, n[0])
        if op == "at_least":
            return at_least(v, n[0])
        if op == "at_most":
            return at_most(v, n[0])
        if op == "more_than":
            return v > n[0] and not close_to(v, n[0])
        if op == "less_than":
            return v < n[0] and not close_to(v, n[0])
        return at_least(v, n[0]) and at_most(v, n[1])

    # -- measures -------------------------------------------------------------
    def judge(self, m, clock, f, to):
        """(verdict, negative): met, failed, pending or left_out."""
        limit = Limit(m["limit"])
        hours = limit.unit != "day"
        if f is None:
            return "left_out", False
        if hours and (f.alone or (to is not None and to.alone)):
            return "left_out", False
        if to is None:
            return ("pending" if clock.met(limit, f, Stamp(instant=self.as_of)) else "failed"), False
        if clock.before(to, f):
            return ("met" if m.get("early") == "met" else "left_out"), True
        return ("met" if clock.met(limit, f, to) else "failed"), False

    def elapsed(self, m, clock, f, to):
        """(hours or None, negative)."""
        if f is None or to is None:
            return None, False
        alone = f.alone or to.alone
        if alone and m.get("calendar"):
            return None, False
        if clock.before(to, f):
            return (0.0 if m.get("early") == "met" else None), True
        if alone:
            return 24.0 * (clock.day(to) - clock.day(f)), False
        if m.get("calendar"):
            return clock.calendar.business(f.instant, to.instant) / 3600, False
        return (to.instant - f.instant) / 3600, False

    def listed(self, every):
        return periods(self.zone, self.start, self.end, self.fiscal, every, self.as_of)

    def entries(self, name, key, p):
        last = local_day(self.zone, self.as_of)
        out = []
        for e in self.a.get(name, []):
            day = parse_day(e["on"])
            if e["commitment"] == key and self.start <= day <= last and (self.end is None or day <= self.end):
                if p.start <= day and (p.end is None or day < p.end):
                    out.append((day, e))
        return out

    def measure(self, c, place, breaches):
        m = c["measure"]
        kind = m["kind"]
        listed = self.listed(c.get("every") or "month")
        d = self.datasets.get(m.get("dataset")) if kind not in ("checkins", "manual") else None
        calendar = self.calendars.get(m.get("calendar") or "") if kind in ("within", "median_time") else \
            self.calendars.get(m.get("calendar") or "")
        groups = [[] for _ in listed]
        without_at = negative = 0
        if d is not None:
            clock = Clock(self.zone, d.zone, calendar)
            for r in d.records if d.given else []:
                if not is_empty_condition(m.get("where")) and not self.holds(m["where"], d, r):
                    continue
                self.cut = False
                at = self.cell(d, r, m["at"])
                self.cut = True
                if at is None:
                    without_at += 1
                    continue
                t = self.instant(at)
                if t > self.as_of:
                    continue
                for p, g in zip(listed, groups):
                    if p.frm <= t and (p.to is None or t < p.to):
                        g.append((r, t))
        direction = c.get("direction") or "at_least"
        counted = kind in ("count", "sum", "checkins")
        rows, streak = [], 0
        for i, (p, g) in enumerate(zip(listed, groups)):
            target = c.get("target", 0)
            if counted and p.end is not None and (p.cov_start, p.cov_end) != (p.start, p.end):
                target = target * (p.cov_end - p.cov_start) / (p.end - p.start)
                if kind != "sum":
                    near = round(target)
                    if close_to(target, near):
                        target = near
                    else:
                        target = math.floor(target) if direction == "at_least" else math.ceil(target)
            out = {"met": None, "failed": None, "pending": None, "left_out": None}
            value, population, pending = None, 0, 0
            given = d is None or d.given
            if kind == "count":
                population = len(g)
                value = float(population)
            elif kind == "sum":
                population = len(g)
                numbers = [self.cell(d, r, m["field"]) for r, _ in g]
                try:
                    value = math.fsum(n for n in numbers if n is not None)
                except OverflowError:
                    raise Refused(place, "sum beyond a double")
            elif kind == "share":
                population = len(g)
                met = sum(self.holds(m["of"], d, r) for r, _ in g)
                if given:
                    out["met"], out["failed"] = met, population - met
                value = 100 * met / population if population else None
                if breaches is not None:
                    for r, t in g:
                        if not self.holds(m["of"], d, r):
                            breaches.append((c["id"], p.start, d, r, t, None, None, None, "failed"))
            elif kind == "within":
                n = {"met": 0, "failed": 0, "pending": 0, "left_out": 0}
                for r, t in g:
                    f, to = self.cell(d, r, m["from"]), self.cell(d, r, m["to"])
                    verdict, neg = self.judge(m, clock, f, to)
                    n[verdict] += 1
                    negative += neg
                    if verdict in ("failed", "pending") and breaches is not None:
                        due = clock.due(Limit(m["limit"]), f)
                        breaches.append((c["id"], p.start, d, r, t, self.instant(f),
                                         None if to is None else self.instant(to), due, verdict))
                if given:
                    out.update(n)
                population = n["met"] + n["failed"]
                pending = n["pending"]
                value = 100 * n["met"] / population if population else None
            elif kind in ("average", "median"):
                numbers = [self.cell(d, r, m["field"]) for r, _ in g]
                numbers = [x for x in numbers if x is not None]
                population = len(numbers)
                value = self.middle(kind, numbers)
            elif kind == "median_time":
                times, left = [], 0
                for r, _ in g:
                    f, to = self.cell(d, r, m["from"]), self.cell(d, r, m["to"])
                    hours, neg = self.elapsed(m, clock, f, to)
                    negative += neg
                    left += hours is None
                    if hours is not None:
                        times.append(hours)
                if given:
                    out["left_out"] = left
                population = len(times)
                value = self.middle("median", times)
            elif kind == "checkins":
                population = len(self.entries("checkins", c["id"], p))
                value = float(population)
            elif kind == "manual":
                found = self.entries("manual_values", c["id"], p)
                population = 1 if found else 0
                if found:
                    newest = max(day for day, _ in found)
                    value = [e["value"] for day, e in found if day == newest][-1]
            no_data = population == 0 and kind not in ("count", "sum", "checkins")
            if d is not None and (not d.given or d.newest is None or d.newest < p.frm):
                no_data = True
            row = {"start": date_of_day(p.start).isoformat(),
                   "end": "" if p.end is None else date_of_day(p.end).isoformat(), "closed": p.closed,
                   "population": population if given else 0, "target": target, **out}
            budget = None
            if no_data:
                value = attainment = None
                status, decided = "no_data", False
            else:
                attainment = self.attainment(value, target, direction)
                good = self.fulfils(value, target, direction)
                decided = p.closed
                if pending:
                    high = self.fulfils(100 * (out["met"] + pending) / (population + pending), target, direction)
                    low = self.fulfils(100 * out["met"] / (population + pending), target, direction)
                    decided = p.closed and high == low
                    good_when_decided = high
                else:
                    good_when_decided = good
                if decided:
                    status = "met" if good_when_decided else "missed"
                elif counted and direction == "at_least" and good:
                    status = "met"
                elif counted and direction == "at_most" and not good:
                    status = "missed"
                else:
                    status = self.open_status(kind, value, target, attainment, good, direction, p, calendar)
                if kind in ("share", "within") and direction == "at_least":
                    allowed = (100 - target) / 100 * population
                    budget = {"allowed": allowed, "spent": out["failed"], "left": allowed - out["failed"]}
            if decided and status == "missed":
                streak += 1
            elif decided and status == "met":
                streak = 0
            row.update(value=value, attainment=attainment, status=status, error_budget=budget,
                       missed_in_a_row=streak)
            row["_decided"] = decided
            row["_p"] = p
            rows.append(row)
        return {"id": c["id"], "team": c["team"], "negative_elapsed": negative, "without_at": without_at,
                "periods": rows}

    @staticmethod
    def middle(kind, numbers):
        if not numbers:
            return None
        if kind == "average":
            return math.fsum(x / len(numbers) for x in numbers)
        numbers = sorted(numbers)
        n = len(numbers)
        if n % 2:
            return numbers[n // 2]
        return numbers[n // 2 - 1] / 2 + numbers[n // 2] / 2

    @staticmethod
    def fulfils(value, target, direction):
        return at_least(value, target) if direction == "at_least" else at_most(value, target)

    def attainment(self, value, target, direction):
        good = self.fulfils(value, target, direction)
        if direction == "at_least":
            return (1.0 if good else 0.0) if target <= 0 or value <= 0 else value / target
        if good:
            return 1.0
        return 0.0 if target <= 0 or value <= 0 else target / value

    def open_status(self, kind, value, target, attainment, good, direction, p, calendar):
        if kind in ("count", "sum", "checkins"):
            share = 0.0
            if p.to is not None:
                now = min(self.as_of, p.to)
                if calendar:
                    whole, part = calendar.business(p.frm, p.to), calendar.business(p.frm, now)
                else:
                    whole, part = p.to - p.frm, now - p.frm
                share = part / whole if whole else 0.0
            e = target * share
            if direction == "at_least":
                return "on_track" if at_least(value, e) else "at_risk" if at_least(value, 0.8 * e) else "behind"
            risky = value > e and not close_to(value, e) and value > 0.8 * target and not close_to(value, 0.8 * target)
            return "at_risk" if risky else "on_track"
        if good:
            return "on_track"
        if at_least(attainment, 0.8):
            if kind not in ("share", "within") or direction != "at_least" or at_most(100 - value, 2 * (100 - target)):
                return "at_risk"
        return "behind"

    # -- the whole ------------------------------------------------------------
    def score(self):
        breaches = []
        goals = [self.measure(g, f"goals[{i}]", None) for i, g in enumerate(self.a.get("goals", []))]
        items = self.a.get("commitments", [])
        done = [self.measure(c, f"commitments[{i}]", breaches) for i, c in enumerate(items)]
        stop = None if self.end is None else self.end + 1
        cut = lambda day: day if stop is None or day is None else min(day, stop)
        reporting = []
        for q in self.listed(self.a.get("reporting") or "month"):
            row = {"start": date_of_day(q.start).isoformat(), "end": date_of_day(q.end).isoformat(),
                   "closed": q.closed, "coverage": {}, "kept": {}, "judged": {}}
            for team in ("marketing", "sales", "overall"):
                total = weight = score = 0.0
                judged = kept = 0
                for c, s in zip(items, done):
                    if team != "overall" and c["team"] not in (team, "both"):
                        continue
                    w = c.get("weight", 1)
                    total += w
                    own = [r for r in s["periods"] if r["_decided"] and r["status"] in ("met", "missed")
                           and r["_p"].end is not None and q.start < cut(r["_p"].end) <= q.end]
                    if not own:
                        continue
                    judged += 1
                    kept += all(r["status"] == "met" for r in own)
                    weight += w
                    score += w * sum(min(1.0, r["attainment"]) for r in own) / len(own)
                row[team] = 100 * score / weight if weight else None
                row["coverage"][team] = weight / total if total else None
                row["judged"][team] = judged
                row["kept"][team] = kept
            reporting.append(row)

        def triggered(n, scope):
            out = []
            for c, s in zip(items, done):
                if scope and c["id"] not in scope:
                    continue
                closed = [r for r in s["periods"] if r["closed"]]
                if not closed or closed[-1]["missed_in_a_row"] < n:
                    continue
                since = None
                for r in closed:
                    if r["_decided"] and r["status"] == "met":
                        since = None
                    if since is None and r["missed_in_a_row"] >= n:
                        since = r["_p"].end
                out.append((c["id"], date_of_day(cut(since)).isoformat()))
            return out

        escalations = [{"step": e["id"], "commitment": c, "since": s} for e in self.a.get("escalation", [])
                       for c, s in triggered(e["after_missed_in_a_row"], e.get("commitments"))]
        right = self.a.get("cancellation") or {}
        n = right.get("missed_in_a_row", 0)
        cancellation = [{"commitment": c, "since": s} for c, s in triggered(n, right.get("commitments"))] if n else []
        card = {"agreement": self.a["id"], "as_of": utc(self.as_of), "datasets": [],
                "commitments": done, "goals": goals, "reporting": reporting,
                "escalations": escalations, "cancellation": cancellation}
        for d in self.datasets.values():
            card["datasets"].append({
                "id": d.spec["id"], "given": d.given, "rows": len(d.records), "duplicates": d.duplicates,
                "excluded": d.excluded, "ragged_rows": sum(r.ragged for r in d.records),
                "newest": None if d.newest is None else utc(d.newest),
                "invalid_cells": d.counts[0], "date_only_cells": d.counts[1]})
        for s in done + goals:
            for r in s["periods"]:
                del r["_p"], r["_decided"]
        return card, self.breach_lines(breaches)

    @staticmethod
    def breach_lines(breaches):
        def quote(text):
            return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\r\n') else text

        out = ["commitment,period,record,file,line,at,from,to,due,status"]
        for commitment, start, d, r, at, f, to, due, status in breaches:
            key = d.spec.get("id_field", "")
            record = r.raw[[x["key"] for x in d.fields].index(key)] if key else ""
            times = ["" if t is None else utc(t) for t in (at, f, to, due)]
            out.append(",".join([quote(commitment), date_of_day(start).isoformat(), quote(record),
                                 quote(r.file), str(r.line), *times, status]))
        return "\n".join(out) + "\n"
