#!/usr/bin/python3
"""Makes the example's export: assets/example/leads.csv.

make_example.py            writes it
make_example.py --check    says whether the file in the tree is what this script makes

About 5,000 leads of an invented company as HubSpot would export them, from January to
September 2026. Nobody in it exists and every address ends in .example. It has what real
exports have: records twice, ragged rows, `(No value)` and `N/A`, test leads of one's own,
cells nobody can read (`58.8k`, `TBD`), dates without a time, calls before the assignment,
quotes, commas and line ends in cells, and a blank line at the end.

The same script makes the same bytes on every machine: only Random.random() is used, whose
sequence Python promises to keep.
"""
import datetime
import math
import pathlib
import random
import sys

TARGET = pathlib.Path(__file__).resolve().parent.parent / "assets" / "example" / "leads.csv"
EXPORTED_AT = datetime.datetime(2026, 9, 18, 16, 40)
MINUTE = datetime.timedelta(minutes=1)
DAY = datetime.timedelta(days=1)

COLUMNS = [
    "Record ID", "First Name", "Last Name", "Email", "Company Name", "Country/Region",
    "Number of Employees", "Job Title", "Original Source", "Contact owner", "Lead Status",
    "Number of Pageviews", "Marketing emails clicked", "Requested a Demo", "Create Date",
    "Became a Marketing Qualified Lead Date", "Owner assigned date", "Date of first outreach",
    "Number of times contacted", "Sales Decision Date", "Sales Decision", "Rejection Reason",
    "Rejection Answered Date", "Became a Sales Qualified Lead Date", "Deal Amount",
    "Became a Customer Date",
]

# The story, January to September: how many leads came, and how well the promises were kept.
LEADS = [520, 515, 565, 560, 575, 590, 580, 600, 365]
DEMO_IN_TIME = [.76, .83, .88, .95, .95, .96, .95, .96, .96]
MQL_IN_TIME = [.84, .88, .94, .95, .94, .95, .94, .94, .80]
ROUTED_IN_TIME = [.93, .94, .78, .93, .95, .95, .96, .96, .95]
DECIDED_IN_TIME = [.86, .90, .91, .91, .90, .80, .91, .91, .89]
TRIED_OFTEN = [.84, .86, .90, .87, .88, .93, .70, .64, .72]
ANSWERED_IN_TIME = [.82, .88, .95, .96, .94, .97, .98, .86, .95]
REASON_GIVEN = [.93, .97, 1, .99, 1, 1, 1, 1, 1]
FITTING = [.66, .68, .78, .79, .80, .80, .76, .79, .80]

FIRST = """Ada Noah Mia Liam Zoë Omar Inés Jonas Priya Chen Marta Diego Aisha Pavel Grace Tom Léa
Kenji Nora Samuel Hannah Lukas Emily Jacob Olivia Ethan Sophie Max Clara Felix Emma Paul Julia
David Sarah Michael Laura Daniel Anna James Kate Robert Lisa William Amy Brian Megan Scott Erin
Kevin Rachel Gary Denise Frank Ulrike Matthias Birgit Søren Åsa Ivan Elena""".split()
LAST = """Park Smith Müller Garcia Okafor Novak Rossi Tanaka Singh Johnson Dubois Kowalski Andersen
Silva Brown Haddad Lindqvist Moreau Becker Weber Wagner Fischer Hoffmann Keller Schäfer Miller
Davis Wilson Moore Taylor Anderson Jackson White Harris Martin Thompson Lewis Walker Hall Young
King Wright Hill Green Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Evans Edwards
Collins Stewart Murphy Cook Rogers O'Brien Peña Nguyen""".split()
OTHER_SCRIPTS = [("伟", "李"), ("さくら", "田中"), ("Олег", "Коваленко"), ("Γιώργος", "Παππάς"),
                 ("محمد", "حداد"), ("지우", "김"), ("Мария", "Иванова"), ("דנה", "לוי")]
PLACES = """Northwind Harbor Cedar Summit Delta Bluebird Granite Prairie Lakeside Vertex Orchard
Falcon Pinewood Riverton Stonegate Maple Coastal Ironbridge Silverline Meadow Redwood Highland
Beacon Anchor Juniper Crescent Foxglove Amber Kestrel Willow""".split()
TRADES = """Logistics Freight Foods Robotics Textiles Health Retail Energy Plastics Packaging Tools
Farms Marine Paper Steel Furniture Beverages Optics Wholesale Couriers""".split()
FIT_COUNTRIES = ["United States"] * 11 + ["Canada"] * 2 + ["United Kingdom"] * 3 + ["Germany"] * 5
OTHER_COUNTRIES = ["India", "Brazil", "France", "Spain", "Australia", "Nigeria", "Poland", "Mexico"]
FREE_MAIL = ["gmail.com", "yahoo.com", "outlook.com", "hotmail.com", "icloud.com"]
DECIDERS = ["VP Operations", "Director of Logistics", "Head of Supply Chain", "Chief Operating Officer",
            "Director, Finance", "Head of Procurement", "VP Supply Chain", "Owner"]
MANAGERS = ["Operations Manager", "Warehouse Manager", "Logistics Manager", "Supply Chain Manager",
            "Team Lead Fulfilment", "Procurement Manager", "Warehouse Supervisor"]
OTHERS = ["Analyst", "Planner", "Buyer", "Consultant", "IT Administrator", "Accountant",
          "Marketing Specialist", "Customer Service", "Student", "Intern", "Sales Representative"]
SOURCES = (["Organic Search"] * 8 + ["Paid Search"] * 5 + ["Direct Traffic"] * 3 + ["Referrals"] * 3 +
           ["Email Marketing"] * 3 + ["Paid Social"] * 2 + ["Offline Sources"] * 2)
REPS = ["Dana Whitfield", "Marcus Bell", "Yuki Arai", "Tess Romero", "Caleb Osei", "Irene Walsh"]
REASONS = (["Wrong company size"] * 5 + ["No need now"] * 5 + ["Wrong person"] * 4 + ["No budget"] * 4 +
           ["Wrong region"] * 3 + ["Competitor"] * 2 + ["Existing customer"] * 2 + ["Bad contact data"] * 2)
CREATED_HOURS = [0, 3, 4, 5, 6, 7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16,
                 17, 19, 21, 22]
HOLIDAYS = {datetime.date(2026, *day) for day in
            [(1, 1), (1, 19), (5, 25), (6, 19), (7, 3), (9, 7)]}

rng = random.Random(20260918)


def chance(share):
    return rng.random() < share


def pick(items):
    return items[int(rng.random() * len(items))]


def between(low, high):
    return low + int(rng.random() * (high - low + 1))


def long_tailed(middle):
    """Half of the values are below `middle`, a few are many times as large."""
    return middle * math.exp(1.2 * (rng.random() + rng.random() + rng.random() - 1.5))


def opening(day):
    """Opening and closing time of the sales office on that date, or nothing."""
    if day.weekday() > 4 or day in HOLIDAYS:
        return None
    at = datetime.datetime.combine(day, datetime.time())
    return at + 510 * MINUTE, at + (1020 if day.weekday() == 4 else 1080) * MINUTE


def after_business(start, minutes):
    """`start` and so many minutes of opening time later."""
    now = start
    while True:
        hours = opening(now.date())
        if hours and now < hours[1]:
            now = max(now, hours[0])
            left = int((hours[1] - now) / MINUTE)
            if minutes < left:
                return now + minutes * MINUTE
            minutes -= left
        now = datetime.datetime.combine(now.date() + DAY, datetime.time())


def working_day_after(day, count):
    while count > 0:
        day += DAY
        count -= opening(day) is not None
    return day


def stamp(at):
    """As HubSpot writes it, and nothing where it is not yet so far."""
    return at.strftime("%Y-%m-%d %H:%M") if at is not None and at <= EXPORTED_AT else ""


def date(day):
    return day.isoformat() if day is not None and day <= EXPORTED_AT.date() else ""


def make_companies():
    companies = []
    for index in range(900):
        place, trade = pick(PLACES), pick(TRADES)
        name = f"{place} {trade}"
        domain = f"{place}-{trade}.example".lower()
        if index % 40 == 7:
            name = f"{pick(LAST)}, {pick(LAST)} & Co."
        elif index % 90 == 11:
            name = f'{place} "{trade}"'
        elif chance(.2):
            name += pick([" Inc.", " GmbH", " Ltd", " Group"])
        fits = index < 600
        country = pick(FIT_COUNTRIES if fits or chance(.3) else OTHER_COUNTRIES)
        employees = int(long_tailed(180 if fits else 14))
        if fits:
            employees = max(22, min(1900, employees))
        companies.append((name, domain, country, str(employees)))
    return companies


COMPANIES = make_companies()


def make_person(month):
    name, domain, country, employees = (
        COMPANIES[int(rng.random() * 600)] if chance(FITTING[month])
        else COMPANIES[600 + int(rng.random() * 300)])
    first, last = pick(FIRST), pick(LAST)
    account = f"{first}.{last}".lower().replace("'", "")
    if chance(.015):
        first, last = pick(OTHER_SCRIPTS)
        account = f"contact{between(1, 99)}"
    account = account.translate(str.maketrans("ëéöüäøåñ", "eeouaoan"))
    if chance(.12):
        domain = pick(FREE_MAIL)
    title = pick(DECIDERS) if chance(.28) else pick(MANAGERS) if chance(.5) else pick(OTHERS)
    if chance(.004):
        first = f'{first} "{first[:2]}"'
    if chance(.003):
        title = f"{title}\n(interim)"
    return {
        "First Name": first, "Last Name": last, "Email": f"{account}@{domain}",
        "Company Name": name, "Country/Region": country, "Number of Employees": employees,
        "Job Title": title, "Original Source": pick(SOURCES),
    }


def score(lead):
    employees = int(lead["Number of Employees"])
    title = lead["Job Title"]
    points = 20 if 50 <= employees <= 2000 else 10 if 20 <= employees < 50 else 0
    points += 15 if lead["Country/Region"] in FIT_COUNTRIES else 0
    points += 20 if title.split("\n")[0] in DECIDERS else 0
    points += 10 if any(word in title for word in ("Manager", "Team Lead", "Supervisor")) else 0
    points += 30 if lead["Requested a Demo"] == "true" else 0
    points += 15 if int(lead["Number of Pageviews"]) >= 8 else 0
    points += 10 if int(lead["Marketing emails clicked"]) >= 2 else 0
    points -= 25 if lead["Email"].split("@")[1] in FREE_MAIL else 0
    points -= 40 if title in ("Student", "Intern") else 0
    return points


def work(lead, created):
    """What sales did with a qualified lead."""
    demo = lead["Requested a Demo"] == "true"
    mql = created + (between(0, 2) if demo or chance(.45) else int(long_tailed(2000))) * MINUTE
    month = min(mql.month, 9) - 1
    assigned = mql + (between(1, 9) if chance(ROUTED_IN_TIME[month]) else between(25, 400)) * MINUTE
    if chance(.004):
        assigned = None
    lead["Became a Marketing Qualified Lead Date"] = stamp(mql)
    lead["Owner assigned date"] = stamp(assigned)
    lead["Contact owner"] = pick(REPS) if stamp(assigned) else ""
    start = assigned or mql

    limit, in_time = (30, DEMO_IN_TIME) if demo else (240, MQL_IN_TIME)
    never = False
    if chance(in_time[month]):
        minutes = between(1, limit)
    else:
        minutes = limit + int(long_tailed(limit * 2)) + 1
        never = chance(.12)
    contacted = None if never else after_business(start, minutes)
    if chance(.008):
        # Rang up before anybody assigned it.
        contacted = start - between(3, 200) * MINUTE
    lead["Date of first outreach"] = stamp(contacted)

    if chance(DECIDED_IN_TIME[month]):
        decided = start.date() if opening(start.date()) and chance(.35) \
            else working_day_after(start.date(), 1)
    else:
        decided = None if chance(.25) else working_day_after(start.date(), between(2, 7))
    if not date(decided):
        lead["Lead Status"] = "Attempted to Contact" if stamp(contacted) else "New"
        lead["Number of times contacted"] = str(between(1, 3)) if stamp(contacted) else "0"
        return
    # Most decisions are entered in a field without a time of day.
    at = datetime.datetime.combine(decided, datetime.time(between(9, 16), between(0, 59)))
    lead["Sales Decision Date"] = date(decided)
    if chance(.15) and at > start and stamp(at):
        lead["Sales Decision Date"] = stamp(at)

    tries = between(1, 5)
    if chance(.27):
        lead["Sales Decision"] = "Rejected"
        lead["Lead Status"] = "Unqualified"
        lead["Number of times contacted"] = str(tries)
        if chance(REASON_GIVEN[month]):
            lead["Rejection Reason"] = pick(REASONS)
        else:
            lead["Rejection Reason"] = pick(["", "Other"])
        answer = between(0, 2) if chance(ANSWERED_IN_TIME[min(decided.month, 9) - 1]) \
            else between(3, 9)
        if not chance(.02):
            lead["Rejection Answered Date"] = date(working_day_after(decided, answer))
        return

    lead["Sales Decision"] = "Accepted"
    sql = contacted and contacted + int(long_tailed(5.2 * 1440)) * MINUTE
    if contacted and chance(.36) and contacted > start:
        if opening(sql.date()) is None:
            sql = after_business(sql, between(5, 400))
        if stamp(sql):
            lead["Became a Sales Qualified Lead Date"] = stamp(sql)
            lead["Lead Status"] = "Open Deal"
            if chance(.98):
                amount = 500 * max(8, int(long_tailed(34)))
                lead["Deal Amount"] = f"${amount:,}.00" if chance(.03) else str(amount)
            won = sql.date() + between(18, 75) * DAY
            if chance(.26) and date(won):
                lead["Became a Customer Date"] = date(won)
        else:
            lead["Lead Status"] = "Connected"
    elif EXPORTED_AT - start < 14 * DAY:
        lead["Lead Status"] = "Attempted to Contact"
    elif chance(.4):
        lead["Lead Status"] = "No response"
        tries = between(6, 9) if chance(TRIED_OFTEN[month]) else between(2, 5)
    else:
        lead["Lead Status"] = pick(["Connected", "Bad Timing", "Bad Timing"])
    lead["Number of times contacted"] = str(tries if stamp(contacted) else 0)


def make_lead(month, created, record):
    lead = dict.fromkeys(COLUMNS, "")
    lead["Record ID"] = str(record)
    lead.update(make_person(month))
    lead["Create Date"] = stamp(created)
    lead["Lead Status"] = "New"
    lead["Number of Pageviews"] = str(int(long_tailed(4.5)))
    lead["Marketing emails clicked"] = str(max(0, between(-3, 3)))
    lead["Requested a Demo"] = "true" if chance(.13) else "false"
    if score(lead) >= 50:
        work(lead, created)
    return lead


def make_leads():
    created = []
    for month, count in enumerate(LEADS):
        last = 18 if month == 8 else (datetime.date(2026, month + 2, 1) - DAY).day
        days = [day for day in range(1, last + 1)
                for _ in range(1 if datetime.date(2026, month + 1, day).weekday() > 4 else 4)]
        for _ in range(count):
            minutes = pick(CREATED_HOURS) * 60 + between(0, 59)
            created.append((datetime.datetime(2026, month + 1, pick(days)) + minutes * MINUTE, month))
    record = 40213
    leads = []
    for at, month in sorted(created):
        record += between(1, 3)
        if at <= EXPORTED_AT:
            leads.append(make_lead(month, at, record))
    return leads


def spoil(leads):
    """The flaws of real exports, few of each."""
    for lead in leads:
        if not lead["Became a Marketing Qualified Lead Date"] or chance(.15):
            if chance(.03):
                lead["Country/Region"] = pick(["(No value)", "N/A", ""])
            if chance(.03):
                lead["Number of Employees"] = pick(["(No value)", "N/A", ""])
            if chance(.05):
                lead["Job Title"] = pick(["(No value)", "-", ""])
    for index, text in [(318, "58.8k"), (902, "51-200"), (1511, "TBD"), (2750, "about 300"), (4011, "TBD")]:
        leads[index]["Number of Employees"] = text
    deals = [lead for lead in leads if lead["Deal Amount"]]
    for index, text in [(12, "TBD"), (77, "18k"), (140, "on request")]:
        deals[index]["Deal Amount"] = text
    # Nobody noted when it became an MQL.
    qualified = [lead for lead in leads if lead["Became a Marketing Qualified Lead Date"]]
    for index in range(40, len(qualified), 211):
        qualified[index]["Became a Marketing Qualified Lead Date"] = ""

    out = []
    for index, lead in enumerate(leads):
        if index % 83 == 20:
            # An older state of a lead that comes again later in the file.
            stale = dict(lead)
            for column in COLUMNS[COLUMNS.index("Number of times contacted"):]:
                stale[column] = ""
            stale["Lead Status"] = "New"
            out.insert(len(out) - index % 7, stale)
        out.append(lead)
        if index % 211 == 100:
            test = dict(lead, **{
                "Record ID": str(int(lead["Record ID"]) + 900000), "First Name": "Test",
                "Last Name": "Test", "Email": "test@harborlight.example",
                "Company Name": "Harborlight"})
            out.append(test)
    return out


def cell(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in '",\n') else text


def make_csv():
    lines = [",".join(map(cell, COLUMNS))]
    for index, lead in enumerate(spoil(make_leads())):
        cells = [cell(lead[column]) for column in COLUMNS]
        if index in (640, 2977):
            while not cells[-1]:
                cells.pop()
        elif index in (1805, 4404):
            cells += ["", ""]
        lines.append(",".join(cells))
    return ("\n".join(lines) + "\n\n").encode("utf-8")


def main():
    data = make_csv()
    if sys.argv[1:] == ["--check"]:
        if not TARGET.exists() or TARGET.read_bytes() != data:
            sys.exit(f"{TARGET.name} is not what scripts/make_example.py makes: run it again.")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_bytes(data)


if __name__ == "__main__":
    main()
