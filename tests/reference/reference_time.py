"""Zones, opening hours, limits and periods, straight from scoring.md, 1 and 5.

Slow and plain on purpose: this is the second implementation, against which the
C++ core is compared. Instants are seconds since 1970 UTC, days are ordinals
since 1970-01-01."""
import datetime as dt
import functools
import re
from zoneinfo import ZoneInfo

EPOCH = dt.datetime(1970, 1, 1)
UTC = dt.timezone.utc
DAY = 86400
LAST_DAY = (dt.date(2199, 12, 31) - dt.date(1970, 1, 1)).days
FIRST_DAY = (dt.date(1900, 1, 1) - dt.date(1970, 1, 1)).days


def day_of_date(d):
    return (d - dt.date(1970, 1, 1)).days


def date_of_day(day):
    return dt.date(1970, 1, 1) + dt.timedelta(days=day)


def parse_day(text):
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        d = dt.date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return None
    return day_of_date(d) if 1900 <= d.year <= 2199 else None


def to_instant(zone, local):
    """fold=0 is the offset in force before a transition."""
    naive = EPOCH + dt.timedelta(seconds=local)
    aware = naive.replace(tzinfo=zone, fold=0)
    return local - int(aware.utcoffset().total_seconds())


def to_local(zone, instant):
    aware = (EPOCH + dt.timedelta(seconds=instant)).replace(tzinfo=UTC).astimezone(zone)
    return int((aware.replace(tzinfo=None) - EPOCH).total_seconds())


def local_day(zone, instant):
    return to_local(zone, instant) // DAY


def midnight(zone, day):
    return to_instant(zone, day * DAY)


def skipped(zone, day):
    """A date no instant falls on."""
    a = to_instant(zone, day * DAY)
    for instant in range(a - 36 * 3600, a + 36 * 3600, 900):
        if local_day(zone, instant) == day:
            return False
    return True


def minutes(text):
    return int(text[:2]) * 60 + int(text[3:])


class Calendar:
    def __init__(self, spec):
        self.zone = ZoneInfo(spec["time_zone"])
        names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        self.week = [[] for _ in range(7)]
        for w in spec.get("week", []):
            self.week[names.index(w["day"])].append((minutes(w["from"]), minutes(w["to"])))
        self.holidays = {parse_day(h) for h in spec.get("holidays", [])}
        self.special = {}
        for s in spec.get("special_days", []):
            self.special.setdefault(parse_day(s["date"]), []).append(
                (minutes(s["from"]), minutes(s["to"])))
        self.cache = {}

    def intervals_on(self, day):
        if day in self.cache:
            return self.cache[day]
        if day < FIRST_DAY or day > LAST_DAY:
            found = []
        else:
            if day in self.special:
                hours = self.special[day]
            elif day in self.holidays:
                hours = []
            else:
                hours = self.week[date_of_day(day).weekday()]
            found = []
            for a, b in hours:
                i, j = (to_instant(self.zone, day * DAY + m * 60) for m in (a, b))
                if i < j:
                    found.append((i, j))
            if found and skipped(self.zone, day):
                found = []
        self.cache[day] = found
        return found

    def merged(self, first, last):
        all_of = sorted(x for d in range(first, last + 1) for x in self.intervals_on(d))
        out = []
        for a, b in all_of:
            if out and a <= out[-1][1]:
                out[-1] = (out[-1][0], max(out[-1][1], b))
            else:
                out.append((a, b))
        return out

    def business(self, a, b):
        if b <= a:
            return 0
        spans = self.merged(local_day(self.zone, a) - 2, local_day(self.zone, b) + 2)
        return sum(max(0, min(b, j) - max(a, i)) for i, j in spans)

    def add(self, a, seconds):
        if seconds == 0:
            return a
        first = local_day(self.zone, a) - 2
        size = 40
        while True:
            last = min(first + size, LAST_DAY)
            left = seconds
            for i, j in self.merged(first, last):
                i = max(i, a)
                if j <= i:
                    continue
                if left <= j - i:
                    return i + left
                left -= j - i
            if last >= LAST_DAY:
                return None
            size *= 6

    def close(self, day):
        found = self.intervals_on(day)
        return max(j for _, j in found) if found else None

    def working_day_after(self, day, n):
        while n > 0:
            day += 1
            if day > LAST_DAY:
                return None
            if self.intervals_on(day):
                n -= 1
        return day


LIMIT = re.compile(r"(\d{1,6}) (business )?(minute|hour|day)s?", re.ASCII)


class Stamp:
    """An instant, or a date alone."""

    __slots__ = ("instant", "day")

    def __init__(self, instant=None, day=None):
        self.instant = instant
        self.day = day

    @property
    def alone(self):
        return self.day is not None


class Limit:
    def __init__(self, text):
        m = LIMIT.fullmatch(text)
        self.n = int(m[1])
        self.business = m[2] is not None
        self.unit = m[3]
        self.seconds = self.n * {"minute": 60, "hour": 3600, "day": DAY}[self.unit]


class Clock:
    def __init__(self, agreement, dataset, calendar):
        self.agreement, self.dataset, self.calendar = agreement, dataset, calendar

    def instant(self, s):
        return midnight(self.agreement, s.day) if s.alone else s.instant

    def day(self, s):
        return s.day if s.alone else local_day(self.dataset, s.instant)

    def last_working_day(self, limit, f):
        cal = self.calendar
        day = f.day if f.alone else local_day(cal.zone, f.instant)
        if limit.n == 0:
            close = cal.close(day)
            if close is not None and (f.alone or close > f.instant):
                return day
            return cal.working_day_after(day, 1)
        return cal.working_day_after(day, limit.n)

    def before(self, to, f):
        if to.alone or f.alone:
            return self.day(to) < self.day(f)
        return to.instant < f.instant

    def met(self, limit, f, to):
        if limit.business and limit.unit == "day":
            day = self.last_working_day(limit, f)
            if day is None:
                return True
            return to.day <= day if to.alone else to.instant <= self.calendar.close(day)
        if limit.business:
            return self.calendar.business(f.instant, to.instant) <= limit.seconds
        if limit.unit == "day" and (f.alone or to.alone):
            return self.day(to) - self.day(f) <= limit.n
        return to.instant - f.instant <= limit.seconds

    def due(self, limit, f):
        if limit.business and limit.unit == "day":
            day = self.last_working_day(limit, f)
            return None if day is None else self.calendar.close(day)
        if limit.business:
            return self.calendar.add(f.instant, limit.seconds)
        if limit.unit == "day" and f.alone:
            return midnight(self.dataset, f.day + limit.n + 1)
        return f.instant + limit.seconds


EVERY = ("week", "month", "quarter", "year", "term")


class Period:
    pass


def month_add(y, m, n):
    k = y * 12 + (m - 1) + n
    return k // 12, k % 12 + 1


def unit(every, fiscal, day):
    """Start and end (exclusive) of the unit that holds the day."""
    d = date_of_day(day)
    if every == "week":
        start = day - d.weekday()
        return start, start + 7
    size = {"month": 1, "quarter": 3, "year": 12}[every]
    back = 0 if size == 1 else (d.month - fiscal) % size
    y, m = month_add(d.year, d.month, -back)
    y2, m2 = month_add(y, m, size)
    return day_of_date(dt.date(y, m, 1)), day_of_date(dt.date(y2, m2, 1))


def periods(zone, starts, ends, fiscal, every, as_of):
    out = []
    if as_of < midnight(zone, starts):
        return out
    stop = None if ends is None else ends + 1
    last = local_day(zone, as_of)
    if ends is not None:
        last = min(last, ends)
    day = starts
    while day <= last:
        p = Period()
        if every == "term":
            p.start, p.end = starts, stop
        else:
            p.start, p.end = unit(every, fiscal, day)
        p.cov_start = max(p.start, starts)
        p.cov_end = p.end if stop is None else min(p.end, stop)
        p.frm = midnight(zone, p.cov_start)
        p.to = None if p.cov_end is None else midnight(zone, p.cov_end)
        p.closed = p.to is not None and p.to <= as_of
        out.append(p)
        if p.end is None:
            break
        day = p.end
    return out
