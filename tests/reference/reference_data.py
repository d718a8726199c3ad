"""CSV and cells, straight from scoring.md, 2."""
import datetime as dt
import re
from zoneinfo import ZoneInfo

from reference_time import DAY, FIRST_DAY, LAST_DAY, Stamp, day_of_date, to_instant

INVALID = object()


class Refused(Exception):
    def __init__(self, place, why):
        super().__init__(place + ": " + why)
        self.place = place


def fold(text):
    out = []
    for c in text:
        low = c.lower()
        out.append("i" if c == "\u0130" else low if len(low) == 1 else c)
    return "".join(out)


def decode(b):
    for bom, name in ((b"\xff\xfe", "little"), (b"\xfe\xff", "big")):
        if b.startswith(bom):
            b = b[2:]
            units = [int.from_bytes(b[i:i + 2], name) for i in range(0, len(b) - 1, 2)]
            out = []
            i = 0
            while i < len(units):
                u = units[i]
                if 0xD800 <= u < 0xDC00 and i + 1 < len(units) and 0xDC00 <= units[i + 1] < 0xE000:
                    out.append(chr(0x10000 + ((u - 0xD800) << 10) + units[i + 1] - 0xDC00))
                    i += 2
                    continue
                out.append("\ufffd" if 0xD800 <= u < 0xE000 else chr(u))
                i += 1
            return "".join(out)
    if b.startswith(b"\xef\xbb\xbf"):
        b = b[3:]
    try:
        return b.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(bytes([x]).decode("cp1252", errors="replace") for x in b)


def records(text, delimiter, file):
    """(line, cells, skipped); a cell is (value, quoted)."""
    i, line, n = 0, 1, len(text)
    while i < n:
        start_line, cells = line, []
        ended = False
        while not ended:
            j = i
            while j < n and text[j] in " \t" and text[j] != delimiter:
                j += 1
            value, quoted = [], False
            if j < n and text[j] == '"':
                quoted, opened = True, line
                i = j + 1
                while True:
                    if i >= n:
                        raise Refused(f"{file}:{opened}", "unterminated quote")
                    c = text[i]
                    if c == '"':
                        if i + 1 < n and text[i + 1] == '"':
                            value.append('"')
                            i += 2
                            continue
                        i += 1
                        break
                    if c == "\n" or (c == "\r" and not (i + 1 < n and text[i + 1] == "\n")):
                        line += 1
                    value.append(c)
                    i += 1
            while i < n and text[i] not in (delimiter, "\n", "\r"):
                value.append(text[i])
                i += 1
            cells.append(("".join(value).strip(" \t\r\n"), quoted))
            if i >= n:
                ended = True
            elif text[i] == delimiter:
                i += 1
            else:
                if text[i] == "\r" and i + 1 < n and text[i + 1] == "\n":
                    i += 1
                i += 1
                line += 1
                ended = True
        if all(v == "" and not q for v, q in cells):
            continue
        yield start_line, cells


def layout(text, file, columns):
    sep = re.match(r"sep=([,;\t|])[ \t]*(\r\n|\n|\r|$)", text)
    delimiters = [sep[1]] if sep else [",", ";", "\t", "|"]
    wanted = {fold(c.strip(" \t\r\n")) for c in columns}
    best = None
    problem = None
    first_line = None
    for d in delimiters:
        seen = 0
        try:
            for line, cells in records(text, d, file):
                if sep and line == 1:
                    continue
                if first_line is None:
                    first_line = line
                seen += 1
                names = [fold(v) for v, _ in cells]
                if wanted <= set(names):
                    if best is None or len(cells) > best[0]:
                        best = (len(cells), d, line, names)
                    break
                if seen == 20:
                    break
        except Refused as e:
            problem = problem or e
    if best is None:
        if problem:
            raise problem
        raise Refused(file if first_line is None else f"{file}:{first_line}", "no header")
    _, d, line, names = best
    return d, line, names, sep is not None


SPACE = " \u00a0\u202f"
S = f"[{SPACE}]*"
CUR = r"(?:[$€£¥₹]|[A-Z]{3})"


def number_pattern(decimal):
    group = "," if decimal == "." else "."
    d = re.escape(decimal)
    seps = [re.escape(group), "'", "’", " ", "\u00a0", "\u202f"]
    grouped = "|".join(rf"[0-9]{{1,3}}(?:{s}[0-9]{{3}})+" for s in seps)
    whole = rf"(?:{grouped}|[0-9]+)"
    if decimal == ".":
        whole = rf"(?:[0-9]{{1,2}}(?:,[0-9]{{2}})+,[0-9]{{3}}|{grouped}|[0-9]+)"
    digits = rf"(?P<whole>{whole}{d}[0-9]*|{whole}|{d}[0-9]+)(?P<exp>[eE][+-]?[0-9]+)?"
    body = (rf"(?:(?P<s1>[-+−]){S})?(?:(?P<c1>{CUR}){S}(?:(?P<s2>[-+−]){S})?)?{digits}"
            rf"(?:{S}(?P<c2>{CUR})|{S}(?P<pct>%))?")
    plain = re.compile(body)
    bare = rf"(?:(?P<c1>{CUR}){S})?{digits}(?:{S}(?P<c2>{CUR})|{S}(?P<pct>%))?"
    parens = re.compile(rf"\({S}{bare}{S}\)")
    return plain, parens, decimal


NUMBERS = {".": number_pattern("."), ",": number_pattern(",")}


def parse_number(cell, decimal):
    plain, parens, _ = NUMBERS[decimal]
    cell = cell.strip(SPACE)
    negative = False
    m = plain.fullmatch(cell)
    if m:
        if m["s1"] and m["s2"]:
            return INVALID
        negative = (m["s1"] or m["s2"] or "+") != "+"
    else:
        m = parens.fullmatch(cell)
        negative = True
    if not m or (m["c1"] and m["c2"]):
        return INVALID
    digits = re.sub(r"[^0-9" + re.escape(decimal) + "]", "", m["whole"]).replace(decimal, ".")
    value = float(digits + (m["exp"] or ""))
    if value == float("inf"):
        return INVALID
    return -value if negative else value


def parse_boolean(cell):
    c = fold(cell)
    return True if c in ("true", "yes", "y", "1") else False if c in ("false", "no", "n", "0") else INVALID


MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december"]


def month_of(name):
    name = name.lower().rstrip(".") if name.endswith(".") else name.lower()
    if name == "sept":
        return 9
    for i, m in enumerate(MONTHS):
        if name in (m, m[:3]):
            return i + 1
    return None


def year_of(text):
    y = int(text)
    return y if len(text) == 4 else y + (1900 if y >= 69 else 2000)


def make_day(y, m, d):
    try:
        day = day_of_date(dt.date(y, m, d))
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


N = "[0-9]"
ISO = re.compile(rf"({N}{{4}})([-/])({N}{{1,2}})\2({N}{{1,2}})")
SLASH = re.compile(rf"({N}{{1,2}})([/-])({N}{{1,2}})\2({N}{{4}}|{N}{{2}})(?!{N})")
DOT = re.compile(rf"({N}{{1,2}})\.({N}{{1,2}})\.({N}{{4}}|{N}{{2}})(?!{N})")
NAMED = re.compile(rf"({N}{{1,2}})(?: ([A-Za-z]+\.?),? |-([A-Za-z]+\.?)-)({N}{{4}}|{N}{{2}})(?!{N})")
MONTHFIRST = re.compile(rf"([A-Za-z]+\.?) ({N}{{1,2}}),? ({N}{{4}})(?!{N})")
TIME = re.compile(
    rf"(?:[Tt ]|, )({N}{{1,2}}):({N}{{2}})(?::({N}{{2}})(?:\.{N}+)?)?"
    rf"(?:[{SPACE}]?([AaPp])\.?[Mm]\.?)?"
    rf"(?: ?(?:([Zz]|UTC|GMT)|([+-])({N}{{2}})(?::?({N}{{2}}))?))?")


def date_part(cell, order):
    """(day or None, length, a/b/year parts) of the date a cell begins with."""
    m = ISO.match(cell)
    if m:
        return make_day(int(m[1]), int(m[3]), int(m[4])), m.end(), None
    m = SLASH.match(cell)
    if m:
        a, b, y = int(m[1]), int(m[3]), year_of(m[4])
        mdy, dmy = make_day(y, a, b), make_day(y, b, a)
        return (mdy if order == "mdy" else dmy), m.end(), (mdy, dmy)
    m = DOT.match(cell)
    if m:
        return make_day(year_of(m[3]), int(m[2]), int(m[1])), m.end(), None
    m = NAMED.match(cell)
    if m:
        month = month_of(m[2] or m[3])
        return (make_day(year_of(m[4]), month, int(m[1])) if month else None), m.end(), None
    m = MONTHFIRST.match(cell)
    if m:
        month = month_of(m[1])
        return (make_day(int(m[3]), month, int(m[2])) if month else None), m.end(), None
    return None, 0, None


def time_part(text):
    """Seconds of the day and offset (or None), or None where it is no time."""
    m = TIME.fullmatch(text)
    if not m:
        return None
    h, mi, s = int(m[1]), int(m[2]), int(m[3] or 0)
    if m[4]:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if m[4] in "Pp" else 0)
    if h > 23 or mi > 59 or s > 59:
        return None
    offset = None
    if m[5]:
        offset = 0
    elif m[6]:
        oh, om = int(m[7]), int(m[8] or 0)
        if om > 59 or oh * 60 + om > 18 * 60:
            return None
        offset = (oh * 60 + om) * 60 * (1 if m[6] == "+" else -1)
    return h * 3600 + mi * 60 + s, offset


def parse_stamp(cell, order, zone):
    if re.fullmatch(rf"{N}{{10}}|{N}{{13}}", cell):
        instant = int(cell) if len(cell) == 10 else int(cell) // 1000
        day = instant // DAY
        return Stamp(instant=instant) if day <= LAST_DAY else INVALID
    m = re.fullmatch(rf"({N}{{5}})(?:\.({N}+))?", cell)
    if m and 20000 <= int(m[1]) <= 79999:
        day = int(m[1]) + day_of_date(dt.date(1899, 12, 30))
        if not m[2] or set(m[2]) == {"0"}:
            return Stamp(day=day)
        seconds = int(float("0." + m[2]) * DAY + 0.5)
        return Stamp(instant=to_instant(zone, day * DAY + seconds))
    day, end, _ = date_part(cell, order)
    if day is None:
        return INVALID
    if end == len(cell):
        return Stamp(day=day)
    t = time_part(cell[end:])
    if t is None:
        return INVALID
    local = day * DAY + t[0]
    return Stamp(instant=local - t[1] if t[1] is not None else to_instant(zone, local))


def order_evidence(cell):
    """(mdy, dmy): whether it is a date in that order; None for another form.
    Day, month and year alone are looked at, but what follows must have the form of a time."""
    _, end, both = date_part(cell, "mdy")
    if both is None or (end < len(cell) and not TIME.fullmatch(cell[end:])):
        return None
    return both[0] is not None, both[1] is not None


class Record:
    __slots__ = ("file", "line", "raw", "cells", "ragged")


class Dataset:
    def __init__(self, spec):
        self.spec = spec
        self.zone = ZoneInfo(spec["time_zone"])
        self.fields = spec.get("fields", [])
        self.types = {f["key"]: f for f in self.fields}
        self.empty = {fold(v.strip(" \t\r\n")) for v in spec.get("empty_values", [])}
        self.records = []
        self.given = False
        self.duplicates = self.excluded = 0

    def read(self, files):
        self.given = True
        out = []
        for name, data in files:
            text = decode(data)
            d, header_line, header, sep = layout(text, name, [f["column"] for f in self.fields])
            where = [header.index(fold(f["column"].strip(" \t\r\n"))) for f in self.fields]
            for line, cells in records(text, d, name):
                if line <= header_line:
                    continue
                r = Record()
                r.file, r.line = name, line
                r.ragged = len(cells) != len(header)
                r.raw = []
                for w in where:
                    v = cells[w][0] if w < len(cells) else ""
                    r.raw.append("" if fold(v) in self.empty else v)
                out.append(r)
        id_field = self.spec.get("id_field", "")
        if id_field:
            k = [f["key"] for f in self.fields].index(id_field)
            chosen = {}
            for i, r in enumerate(out):
                if r.raw[k]:
                    if self.spec.get("keep") == "first":
                        chosen.setdefault(r.raw[k], i)
                    else:
                        chosen[r.raw[k]] = i
            kept = [r for i, r in enumerate(out) if not r.raw[k] or chosen[r.raw[k]] == i]
        else:
            kept = out
        self.duplicates = len(out) - len(kept)
        for r in kept:
            r.cells = [self.parse(f, v) for f, v in zip(self.fields, r.raw)]
        self.records = kept

    def parse(self, field, text):
        if text == "":
            return None
        kind = field["type"]
        if kind == "text":
            return text
        if kind == "number":
            return parse_number(text, field.get("decimal") or ".")
        if kind == "boolean":
            return parse_boolean(text)
        return parse_stamp(text, field.get("date_order") or "mdy", self.zone)

    def check(self):
        for k, f in enumerate(self.fields):
            filled = [r for r in self.records if r.raw[k] != ""]
            bad = [r for r in filled if r.cells[k] is INVALID]
            if len(filled) >= 20 and 2 * len(bad) > len(filled):
                raise Refused(f"{bad[0].file}:{bad[0].line}", "most cells unreadable")
            if f["type"] == "timestamp":
                own = 0 if (f.get("date_order") or "mdy") == "mdy" else 1
                seen = [(r, order_evidence(r.raw[k])) for r in filled]
                seen = [(r, e) for r, e in seen if e and (e[0] or e[1])]
                wrong = [r for r, e in seen if not e[own]]
                if wrong and all(e[1 - own] for _, e in seen):
                    raise Refused(f"{wrong[0].file}:{wrong[0].line}", "other date order")
