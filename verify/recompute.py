#!/usr/bin/env python3
"""A second, independent computation of the index, written from the text of the method alone.

    recompute.py SNAPSHOT     print the result (exit 0) or the list of faults (exit 1)
    recompute.py -            the same, from standard input
    recompute.py --batch      one snapshot a line on standard input (its own line ends written
                              as U+001E), one answer a line

An unreadable file or wrong use ends with exit 2 and a sentence on standard error.
It needs Python 3.9 and nothing else. All arithmetic is exact (fractions.Fraction).
The numbers in the headings are those of the sections of the method.

One convention runs through the file: in what a check hands on, None stands for
"absent or faulty", and a check that needs such a value is left out.
"""

import bisect
import datetime
import functools
import hashlib
import json
import math
import os
import posixpath
import re
import sys
import threading
import unicodedata
from fractions import Fraction

sys.setrecursionlimit(30000)
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)  # a mean over thousands of bodies has very long terms

LINES_FORMAT = "parindex-snapshot-lines/1"


class Unreadable(Exception):
    """The text is no document at all: no list of faults is owed."""


# ---------------------------------------------------------------- 1 Reading text

class Number(str):
    """The source text of a number token; a plain text is a plain str."""


def at(path, key):
    """The path of a member or entry (RFC 6901)."""
    return path + "/" + str(key).replace("~", "~0").replace("/", "~1")


class Reader:
    """Strict JSON that keeps number texts, finds doubled keys and remembers places."""

    BLANK = re.compile(r"[ \t\n\r]*")
    STRING = re.compile(r'"([^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*)"')
    NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
    WORD = re.compile(r"true|false|null")
    SURROGATE = re.compile("[\ud800-\udfff]")
    DEEPEST, MOST_MARKS = 200, 30

    def __init__(self, text, first_line=1):
        self.text, self.position, self.depth, self.first_line = text, 0, 0, first_line
        self.line_starts = [0] + [found.end() for found in re.finditer("\n", text)]
        self.places = {}   # path -> (line, column) of the value
        self.doubled = []  # (path, place) of keys written twice
        self.skip_blanks()
        self.value = self.read("")
        self.skip_blanks()
        if self.position != len(text):
            self.refuse("nothing more was expected")

    def place(self):
        line = bisect.bisect_right(self.line_starts, self.position)
        return line - 1 + self.first_line, self.position - self.line_starts[line - 1] + 1

    def refuse(self, why):
        raise Unreadable("line %d, column %d: not valid JSON, %s" % (*self.place(), why))

    def skip_blanks(self):
        self.position = self.BLANK.match(self.text, self.position).end()

    def take(self, pattern):
        found = pattern.match(self.text, self.position)
        if found:
            self.position = found.end()
        return found

    def accept(self, sign):
        """Pass over a sign and the blanks around it, if it is there."""
        self.skip_blanks()
        if not self.text.startswith(sign, self.position):
            return False
        self.position += 1
        self.skip_blanks()
        return True

    def read(self, path):
        self.places.setdefault(path, self.place())  # the first of a doubled key counts
        start = self.text[self.position:self.position + 1]
        if start == "{":
            return self.read_object(path)
        if start == "[":
            return self.read_list(path)
        if start == '"':
            return self.read_text()
        found = self.take(self.NUMBER)
        if found:
            return Number(found.group())
        found = self.take(self.WORD)
        if found:
            return {"true": True, "false": False, "null": None}[found.group()]
        self.refuse("a value was expected")

    def read_text(self):
        found = self.take(self.STRING)
        if not found:
            self.refuse("a text was expected")
        text = found.group(1)
        if "\\" in text:
            text = json.loads(found.group())
        if self.SURROGATE.search(text):
            self.refuse("a text holds a lone surrogate")
        if not text.isascii() and self.marks_in_a_row(text) > self.MOST_MARKS:
            self.refuse("a text has more than 30 combining marks in a row")
        return unicodedata.normalize("NFC", text)

    @staticmethod
    def marks_in_a_row(text):
        most = row = 0
        for character in text:
            row = row + 1 if unicodedata.category(character)[0] == "M" else 0
            most = max(most, row)
        return most

    def each(self, start, end):
        """Come to each entry of a list or object in turn."""
        self.depth += 1
        if self.depth > self.DEEPEST:
            self.refuse("lists and objects are nested too deeply")
        self.accept(start)
        if not self.accept(end):
            yield
            while self.accept(","):
                yield
            if not self.text.startswith(end, self.position):
                self.refuse("',' or '%s' was expected" % end)
            self.position += 1
        self.depth -= 1

    def read_list(self, path):
        entries = []
        for _ in self.each("[", "]"):
            entries.append(self.read(at(path, len(entries))))
        return entries

    def read_object(self, path):
        members = {}
        for _ in self.each("{", "}"):
            place = self.place()
            key = self.read_text()
            if not self.accept(":"):
                self.refuse("':' was expected")
            value = self.read(at(path, key))
            if key in members:
                self.doubled.append((at(path, key), place))
            else:
                members[key] = value
        return {key: value for key, value in members.items() if value is not None}


class Document:
    """What was read: its value, doubled keys, places, and faults of the lines format."""

    def __init__(self, value):
        self.value, self.doubled, self.places = value, [], {}
        self.head_faults, self.body_faults = [], []

    def add_places(self, reader, move):
        """Take over a reader's doubled keys and places, under moved paths; None where there is no place for them."""
        self.doubled += [(move(path), place) for path, place in reader.doubled if move(path) is not None]
        for path, place in reader.places.items():
            self.places.setdefault(move(path), place)


def read_document(text):
    """One document, or the lines format (14) made into one document."""
    if is_lines(text):
        return read_lines(text)
    reader = Reader(text)
    document = Document(reader.value)
    document.add_places(reader, lambda path: path)
    return document


def is_lines(text):
    first = text.split("\n", 1)[0]
    if LINES_FORMAT not in first:
        return False
    try:
        head = Reader(first).value
    except Unreadable:
        return False
    return isinstance(head, dict) and head.get("format") == LINES_FORMAT


# ---------------------------------------------------------------- 14 The lines format

HEAD_KEYS = ("format", "scheme", "schemeFile", "round", "exclusions", "previous")
LINE_PARTS = {"figures": "figures", "sheet": "sheets", "estimates": "estimates"}  # and `body`, `previous`


def read_lines(text):
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    head = Reader(lines[0])
    whole = {key: value for key, value in head.value.items() if key in HEAD_KEYS}
    whole.update(format="parindex-snapshot/1", bodies=[], figures={}, sheets={}, estimates={})
    document = Document(whole)
    document.add_places(head, lambda path: path)
    strange = [at("", key) for key in head.value if key not in HEAD_KEYS]
    previous = whole.get("previous")
    if isinstance(previous, dict):
        strange += [at("/previous", key) for key in previous if key != "round"]
        whole["previous"] = dict(bodies={}, **{key: value for key, value in previous.items() if key == "round"})
    document.head_faults = [("unknownKey", path) for path in strange]
    named = set()
    for number, line in enumerate(lines[1:]):
        add_line(document, Reader(line, number + 2), number, named)
    return document


def add_line(document, reader, number, named):
    """Put the parts of one body's line where they stand in the whole document; `named` are the ids before it."""
    whole, here = document.value, "/bodies/%d" % number
    line = reader.value if isinstance(reader.value, dict) else {"body": reader.value}
    body = line.get("body")
    whole["bodies"].append(body)
    if "body" not in line:
        document.body_faults.append(("missingKey", here))
    for key in line:
        if key not in LINE_PARTS and key not in ("body", "previous"):
            document.body_faults.append(("unknownKey", at(here, key)))
    if "previous" in line:
        whole.setdefault("previous", {"bodies": {}})

    # What stands beside a body has no place where the id cannot be read or is that of a line before.
    name = body.get("id") if isinstance(body, dict) else None
    homes = dict.fromkeys(("figures", "sheet", "estimates", "previous"))
    if type(name) is str and not is_blank(name) and name not in named:
        named.add(name)
        for key, part in LINE_PARTS.items():
            homes[key] = at(at("", part), name)
            if key in line:
                whole[part][name] = line[key]
        homes["previous"] = at("/previous/bodies", name)
        if "previous" in line and isinstance(whole["previous"], dict):
            whole["previous"]["bodies"][name] = line["previous"]

    def move(path):
        key, slash, rest = path[1:].partition("/")
        if key not in homes:
            return here + path
        return None if homes[key] is None else homes[key] + slash + rest
    homes["body"] = here
    document.add_places(reader, move)


# ---------------------------------------------------------------- 2 Numbers

NUMBER_TEXT = re.compile(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,12})?")


def shortest(text):
    """The shortest string of a number text: 1.50 -> 1.5, -0.0 -> 0."""
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else str(text)


@functools.lru_cache(maxsize=100000)
def exact(text):
    """The value of a number text; of None (absent or faulty) it is None."""
    return None if text is None else Fraction(text)


def fraction(value):
    return "%d/%d" % (value.numerator, value.denominator)


def round_to(value, places, mode):
    scaled = value * 10 ** places
    if mode == "halfEven":
        return Fraction(round(scaled), 10 ** places)  # Python's own round goes to even
    size = math.floor(abs(scaled) + Fraction(1, 2))
    return Fraction(size if scaled >= 0 else -size, 10 ** places)


def decimal_text(value, places):
    """A value that is whole in units of 10^-places, with exactly so many decimals."""
    units = int(value * 10 ** places)
    digits = str(abs(units)).zfill(places + 1)
    text = digits[:len(digits) - places] + ("." + digits[len(digits) - places:] if places else "")
    return "-" + text if units < 0 else text


def sum_text(value):
    """A computed sum of number texts, written with as many digits as it needs."""
    places = 0
    while (value * 10 ** places).denominator != 1:
        places += 1
    return decimal_text(value, places)


def calendar_date(text):
    """The date that a text names, or None."""
    if type(text) is not str or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return datetime.date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return None


# ---------------------------------------------------------------- 13 Faults

MESSAGES = {
    "wrongType": ("sai kiểu giá trị", "another kind of value is wanted"),
    "unknownKey": ("khóa không có trong quy định", "this key is not known"),
    "missingKey": ("thiếu khóa bắt buộc", "an obligatory key is missing"),
    "doubledKey": ("khóa viết hai lần", "this key is written twice"),
    "emptyText": ("văn bản bắt buộc đang để trống", "an obligatory text is blank"),
    "notANumber": ("không phải số viết đúng dạng", "not a number text"),
    "tooManyPlaces": ("quá nhiều chữ số thập phân", "more decimals than declared"),
    "outOfRange": ("ngoài phạm vi cho phép", "outside what is allowed"),
    "duplicateId": ("mã bị trùng", "this id or code stands twice"),
    "unknownId": ("mã chưa được khai báo", "this id or code is not declared"),
    "unknownValue": ("giá trị không có trong danh sách", "this word is not on its list"),
    "notAllowedHere": ("không được đặt ở đây", "this may not stand here"),
    "badExpression": ("biểu thức không hợp lệ", "the expression cannot be read, or its kinds do not fit"),
    "cycle": ("các nhánh trỏ vòng vào nhau", "branches on each other"),
    "bandsOrder": ("các mức không theo thứ tự giảm dần", "bands out of falling order"),
    "classesOrder": ("các hạng không theo thứ tự giảm dần", "classes out of falling order"),
    "doesNotAddUp": ("điểm tối đa không bằng tổng các phần", "the maximum is not the sum of its parts"),
    "answerNotTaken": ("cách chấm này không nhận câu trả lời đó", "the rule does not take this answer"),
    "notApplicableRefused": ("bộ tiêu chí không cho phép không đánh giá", "the scheme refuses not applicable"),
    "overWhole": ("phần lớn hơn tổng", "the part is larger than its whole"),
    "divisionByZero": ("chia cho không", "division by zero"),
}


class Faults:
    """The faults found so far, each pair of code and path once."""

    def __init__(self):
        self.found = {}  # (code, path) -> place, or None to look it up by the path

    def add(self, code, path, place=None):
        if code == "wrongType" and ("missingKey", path) in self.found:
            return  # what is absent has no type
        self.found.setdefault((code, path), place)

    def paths(self):
        return [path for _, path in self.found]

    def listing(self, places):
        """The faults as they are printed, sorted by place."""
        out = []
        for (code, path), place in self.found.items():
            spot = path
            while spot and spot not in places:
                spot = spot.rsplit("/", 1)[0]
            line, column = place or places.get(spot, (1, 1))
            vi, en = MESSAGES[code]
            out.append({"code": code, "path": path, "line": line, "column": column,
                        "message": {"vi": vi, "en": en}})
        return sorted(out, key=lambda fault: (fault["line"], fault["column"], fault["path"], fault["code"]))


# ---------------------------------------------------------------- 3 Forms: how shapes are checked
#
# A form takes (value, path, faults), notes what is wrong and returns the value in
# normal form, or None where it is faulty.

def of_type(accepts):
    """The form of the values that a test accepts; others are of a wrong type."""
    def form(value, path, faults):
        if accepts(value):
            return value
        faults.add("wrongType", path)
        return None
    return form


text = of_type(lambda value: type(value) is str)
truth = of_type(lambda value: isinstance(value, bool))
mapping = of_type(lambda value: isinstance(value, dict))
date = of_type(lambda value: calendar_date(value) is not None)


# The characters with Unicode's property White_Space; what str.strip takes away differs.
BLANK = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*")


def is_blank(value):
    return BLANK.fullmatch(value) is not None


def filled(value, path, faults):
    value = text(value, path, faults)
    if value is not None and is_blank(value):
        faults.add("emptyText", path)
        return None
    return value


def word(*allowed):
    def form(value, path, faults):
        value = text(value, path, faults)
        if value is not None and value not in allowed:
            faults.add("unknownValue", path)
            return None
        return value
    return form


def number_fault(value):
    """What keeps a value from being a number, or None."""
    if not isinstance(value, str):
        return "wrongType"
    return None if NUMBER_TEXT.fullmatch(value) else "notANumber"


def number(low=None, high=None, above=None, whole=False):
    def form(value, path, faults):
        code = number_fault(value)
        if not code:
            value = shortest(value)
            size = exact(value)
            if ((low is not None and size < low) or (high is not None and size > high)
                    or (above is not None and size <= above) or (whole and size.denominator != 1)):
                code = "outOfRange"
        if code:
            faults.add(code, path)
            return None
        return value
    return form


def free(value, path, faults):
    """Content that is not looked into, save for its numbers and nulls."""
    if isinstance(value, dict):
        return {key: free(entry, at(path, key), faults) for key, entry in value.items()}
    if isinstance(value, list):
        return [free(entry, at(path, i), faults) for i, entry in enumerate(value)]
    if isinstance(value, Number):
        return number()(value, path, faults)
    if value is None:
        faults.add("wrongType", path)
    return value


def listing(entry_form, least=0):
    def form(value, path, faults):
        if not isinstance(value, list):
            faults.add("wrongType", path)
            return None
        entries = [entry_form(entry, at(path, i), faults) for i, entry in enumerate(value)]
        if len(entries) < least:
            faults.add("outOfRange", path)
            return None
        return entries
    return form


MUST, MAY = object(), object()  # obligatory; may be left out. Anything else is the default.


def record(banned=(), **keys):
    """An object with these keys: name = (form, MUST, MAY or default). Banned keys are known elsewhere."""
    def form(value, path, faults):
        if mapping(value, path, faults) is None:
            return None
        out = {}
        for key, (key_form, default) in keys.items():
            spot = at(path, key)
            if key in value:
                out[key] = key_form(value[key], spot, faults)
            elif default is MUST:
                faults.add("missingKey", spot)
            elif default is not MAY:
                out[key] = key_form(default, spot, faults)
        for key in value:
            if key not in keys:
                faults.add("notAllowedHere" if key in banned else "unknownKey", at(path, key))
        return out
    return form


# ---------------------------------------------------------------- 4 Shapes of rules and quantities

TITLE = record(vi=(filled, MUST), en=(text, MAY))
PLACES = number(0, 12, whole=True)
MODE = word("halfUp", "halfEven")
NO_PREVIOUS = word("notApplicable", "zero", "full")


def pair(value, path, faults):
    """The list of two texts of a ratio or of days."""
    if not isinstance(value, list) or len(value) != 2:
        faults.add("wrongType", path)
        return None
    return listing(filled)(value, path, faults)


QUANTITIES = {
    "figure": record(figure=(filled, MUST)),
    "ratio": record(ratio=(pair, MUST), whenNothing=(word("notApplicable", "full", "zero"), MUST),
                    over=(word("refuse", "cap", "allow"), MUST)),
    "days": record(days=(pair, MUST)),
    "estimate": record(estimate=(filled, MUST)),
    "formula": record(formula=(filled, MUST)),
}


def quantity(value, path, faults):
    forms = [key for key in QUANTITIES if isinstance(value, dict) and key in value]
    if len(forms) != 1:
        faults.add("wrongType", path)
        return None
    return QUANTITIES[forms[0]](value, path, faults)


def against(value, path, faults):
    if isinstance(value, dict):
        return record(figure=(filled, MUST))(value, path, faults)
    return word("previous")(value, path, faults)


def case_value(value, path, faults):
    return value if isinstance(value, bool) else filled(value, path, faults)


def rule(value, path, faults):
    """A rule: its kind decides which keys it has."""
    if mapping(value, path, faults) is None:
        return None
    if "kind" not in value:
        faults.add("missingKey", at(path, "kind"))
        return None
    kind = word(*RULES)(value["kind"], at(path, "kind"), faults)
    return RULES[kind](value, path, faults) if kind else None


def inner_rule(value, path, faults):
    """A rule within a branch: any but a branch."""
    if isinstance(value, dict) and value.get("kind") == "branch":
        faults.add("notAllowedHere", at(path, "kind"))
        return None
    return rule(value, path, faults)


def rule_or_nothing(value, path, faults):
    if type(value) is str:
        return word("notApplicable")(value, path, faults)
    return inner_rule(value, path, faults)


def rule_form(**keys):
    return record(kind=(text, MUST), **keys)


def choices(**points):
    """Levels and checks: entries with an id, a title and points."""
    return listing(record(id=(filled, MUST), title=(TITLE, MAY), **points), least=1)


BANDS = listing(record(**{"from": (number(), MAY), "above": (number(), MAY), "points": (number(), MUST)}), least=1)

RULES = {
    "given": rule_form(step=(number(above=0), MAY)),
    "yesNo": rule_form(yes=(number(), MAY), no=(number(), "0")),
    "levels": rule_form(levels=(choices(points=(number(), MAY), upTo=(number(), MAY)), MUST)),
    "checks": rule_form(checks=(choices(points=(number(), MAY)), MUST), all=(truth, False)),
    "bands": rule_form(of=(quantity, MUST), bands=(BANDS, MUST), otherwise=(number(), MUST)),
    "proportional": rule_form(of=(quantity, MUST), target=(number(above=0), "1"), floor=(number(), MAY),
                              belowFloor=(number(), "0"),
                              round=(record(places=(PLACES, MUST), mode=(MODE, MUST)), MAY)),
    "perUnit": rule_form(of=(quantity, MUST), points=(number(), MUST), free=(number(low=0), "0")),
    "deduct": rule_form(checks=(choices(points=(number(), MUST)), MUST), combine=(word("sum", "worst"), MUST)),
    "change": rule_form(of=(quantity, MUST), against=(against, MUST), bands=(BANDS, MUST),
                        otherwise=(number(), MUST), whenNoPrevious=(NO_PREVIOUS, MAY)),
    "branch": rule_form(on=(record(item=(filled, MUST)), MUST),
                        cases=(listing(record(**{"is": (case_value, MUST), "rule": (inner_rule, MUST)}), least=1), MUST),
                        otherwise=(rule_or_nothing, MUST)),
    "surveyMean": rule_form(questions=(listing(record(id=(filled, MUST), weight=(number(above=0), "1")), least=1),
                                       MUST),
                            groupWeights=(word("declared", "answers"), MUST),
                            minimumAnswers=(number(low=1, whole=True), "1"),
                            belowMinimum=(word("notAnswered", "notApplicable"), MUST)),
    "formula": rule_form(expression=(filled, MUST)),
}


# ---------------------------------------------------------------- 3 Shapes of a scheme and (5) of a snapshot

SOURCES = ("appraised", "survey", "satisfaction", "statistic")
ITEM_KEYS = dict(
    minimum=(number(), MAY), source=(word(*SOURCES), MUST),
    whenNotApplicable=(word("reduceMaximum", "fullPoints", "zero", "refused"), "refused"),
    notArisen=(record(when=(TITLE, MUST), legalBasis=(filled, MUST)), MAY),
    appliesTo=(record(types=(listing(filled, least=1), MUST)), MAY),
    conditions=(listing(record(id=(filled, MUST), when=(truth, MUST), points=(number(), MUST), title=(TITLE, MAY))),
                []),
    rule=(rule, MUST))
PART_KEYS = dict(code=(filled, MUST), title=(TITLE, MUST), maximum=(number(), MAY))
CRITERION_KEYS = dict(PART_KEYS, guidance=(free, MAY), lineage=(free, MAY))
ITEM = record(**CRITERION_KEYS, **ITEM_KEYS)
WITH_PARTS = record(banned=ITEM_KEYS, subCriteria=(listing(ITEM, least=1), MUST), **CRITERION_KEYS)


def criterion(value, path, faults):
    with_parts = isinstance(value, dict) and "subCriteria" in value
    return (WITH_PARTS if with_parts else ITEM)(value, path, faults)


FIGURE_TYPES = ("count", "amount", "number", "date", "yesNo")
SCHEME = record(
    format=(word("parindex-scheme/1"), MUST), id=(filled, MUST), title=(TITLE, MUST),
    status=(word("official", "reconstruction", "illustrative"), MUST),
    legalBasis=(listing(record(number=(filled, MUST), date=(date, MAY), title=(TITLE, MAY), note=(free, MAY))), []),
    validity=(record(**{"from": (date, MUST), "to": (date, MAY), "note": (free, MAY)}), MAY),
    structure=(word("full", "partsOnly"), "full"),
    groups=(listing(record(id=(filled, MUST), kind=(word("regular", "bonus", "penalty"), MUST), title=(TITLE, MAY),
                           maximum=(number(), MAY), cap=(number(low=0), MAY))),
            [{"id": "regular", "kind": "regular"}]),
    total=(record(whenMaximumShrinks=(word("rescale", "keep"), "rescale"), bonusShrinks=(truth, False),
                  denominator=(number(above=0), MAY),
                  clamp=(record(min=(number(), MUST), max=(number(), MUST)), MAY)), {}),
    rounding=(record(places=(PLACES, "2"), mode=(MODE, "halfUp")), {}),
    ranking=(record(on=(word("exact", "rounded"), "exact"), ties=(word("competition", "dense"), "competition"),
                    within=(word("all", "block"), "all")), {}),
    classes=(record(on=(word("exact", "rounded"), "exact"),
                    list=(listing(record(**{"id": (filled, MUST), "from": (number(), MUST), "title": (TITLE, MAY)})),
                          [])), {}),
    missing=(record(notAnswered=(word("zero", "incomplete"), "zero")), {}),
    figures=(listing(record(id=(filled, MUST), type=(word(*FIGURE_TYPES), MUST), title=(TITLE, MAY),
                            cutOff=(date, MAY), confirmedBy=(text, MAY))), []),
    survey=(record(places=(PLACES, "4"),
                   groups=(listing(record(id=(filled, MUST), weight=(number(above=0), MUST), title=(TITLE, MAY))), []),
                   questions=(listing(record(id=(filled, MUST), title=(TITLE, MAY), groups=(listing(filled, least=1), MAY),
                                             options=(choices(weight=(number(0, 1), MUST)), MAY))), [])), {}),
    domains=(listing(record(group=(text, MAY), guidance=(free, MAY), criteria=(listing(criterion, least=1), MUST),
                            **PART_KEYS), least=1), MUST))

BODY = record(
    id=(filled, MUST), name=(filled, MUST), code=(filled, MAY), type=(filled, MAY), block=(filled, MAY),
    ranked=(truth, True),
    admission=(record(state=(word("admitted", "notAdmitted"), MUST), reason=(filled, MAY)), {"state": "admitted"}))
SNAPSHOT = record(
    format=(word("parindex-snapshot/1"), MUST),
    round=(record(id=(filled, MUST), year=(number(whole=True), MUST)), MUST),
    bodies=(listing(BODY), MUST),
    exclusions=(listing(record(body=(filled, MUST), item=(filled, MUST), legalBasis=(filled, MUST))), []),
    figures=(mapping, {}), sheets=(mapping, {}), estimates=(mapping, {}),
    previous=(record(round=(filled, MUST), bodies=(mapping, MUST)), MAY))
FIGURE_VALUES = {"count": number(low=0, whole=True), "amount": number(low=0), "number": number(),
                 "date": date, "yesNo": truth}


# ---------------------------------------------------------------- 4.2 Expressions

class BadExpression(Exception):
    """The text is no expression, or its kinds do not fit."""


class Expression:
    """An expression read into a tree of tuples, and the names in it by first occurrence."""

    TOKEN = re.compile(r"[ \t\r\n]*(?:((?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,12})?)"  # a number
                       r"|([A-Za-z][A-Za-z0-9_]*)|(<=|>=|==|!=|[-+*/(),<>]))")      # a name or word; a sign
    CALLS = ("min", "max", "abs", "floor", "round", "days", "choose")
    WORDS = ("and", "or", "not") + CALLS
    COMPARE = ("<", "<=", ">", ">=", "==", "!=")
    DEEPEST = LONGEST = 500

    def __init__(self, source):
        self.tokens, self.names, source = [], [], source.rstrip(" \t\r\n")
        position = 0
        while position < len(source):
            found = self.TOKEN.match(source, position)
            if not found:
                raise BadExpression()
            self.tokens.append((("number", "name", "sign")[found.lastindex - 1], found.group(found.lastindex)))
            position = found.end()
        self.tokens.append(("end", ""))
        self.next = self.depth = 0
        self.tree = self.either()
        self.expect("")

    def next_is(self, *signs):
        """Take the next token if it is one of these signs or words."""
        kind, token = self.tokens[self.next]
        if token not in signs or kind == "number":
            return None
        self.next += kind != "end"
        return token

    def expect(self, sign):
        if self.next_is(sign) is None:
            raise BadExpression()

    def within(self, part):
        """A part within another."""
        self.depth += 1
        if self.depth > self.DEEPEST:
            raise BadExpression()
        tree = part()
        self.depth -= 1
        return tree

    def chain(self, part, *signs):
        """Parts from left to right with signs between them: flat, for it may be long."""
        first, rest = part(), []
        sign = self.next_is(*signs)
        while sign:
            rest.append((sign, part()))
            sign = self.next_is(*signs)
            if len(rest) > self.LONGEST:
                raise BadExpression()
        return ("chain", first, rest) if rest else first

    def either(self):
        return self.chain(self.both, "or")

    def both(self):
        return self.chain(self.negation, "and")

    def negation(self):
        return ("not", self.within(self.negation)) if self.next_is("not") else self.comparison()

    def comparison(self):
        tree = self.sum()
        sign = self.next_is(*self.COMPARE)
        return (sign, tree, self.sum()) if sign else tree

    def sum(self):
        return self.chain(self.product, "+", "-")

    def product(self):
        return self.chain(self.unary, "*", "/")

    def unary(self):
        return ("negative", self.within(self.unary)) if self.next_is("-") else self.primary()

    def primary(self):
        if self.next_is("("):
            tree = self.within(self.either)
            self.expect(")")
            return tree
        call = self.next_is(*self.CALLS)
        if call:
            return self.call(call)
        kind, token = self.tokens[self.next]
        if kind == "number":
            self.next += 1
            return ("number", Fraction(token))
        return self.name()

    def name(self):
        kind, token = self.tokens[self.next]
        if kind != "name" or token in self.WORDS:
            raise BadExpression()
        self.next += 1
        if token not in self.names:
            self.names.append(token)
        return ("name", token)

    def call(self, call):
        self.expect("(")
        part = self.name if call == "days" else self.either
        parts = [self.within(part)]
        while self.next_is(","):
            parts.append(self.within(part))
        self.expect(")")
        wanted = {"abs": 1, "floor": 1, "round": 2, "days": 2, "choose": 3}.get(call)
        if len(parts) < 2 if wanted is None else len(parts) != wanted:
            raise BadExpression()
        if call == "round":
            kind, places = parts[1] if len(parts[1]) == 2 else (None, None)
            if kind != "number" or places.denominator != 1 or places > 12:
                raise BadExpression()
        return (call, *parts)


@functools.lru_cache(maxsize=10000)
def parse(source):
    return Expression(source)


def kind_of(tree, types):
    """number or truth; None where it hangs on a name that is not known."""
    head, parts = tree[0], tree[1:]

    def want(kind, *trees):
        for part in trees:
            if kind_of(part, types) not in (kind, None):
                raise BadExpression()

    if head == "number":
        return "number"
    if head == "name":
        figure_type = types.get(parts[0])
        if figure_type == "date":
            raise BadExpression()
        return figure_type and ("truth" if figure_type == "yesNo" else "number")
    if head == "days":
        if any(types.get(name) not in ("date", None) for _, name in parts):
            raise BadExpression()
        return "number"
    if head == "chain":
        first, rest = parts
        kind = "truth" if rest[0][0] in ("and", "or") else "number"
        want(kind, first, *(part for _, part in rest))
        return kind
    if head == "not":
        want("truth", *parts)
        return "truth"
    if head == "choose":
        want("truth", parts[0])
        kinds = [kind_of(part, types) for part in parts[1:]]
        if None not in kinds and kinds[0] != kinds[1]:
            raise BadExpression()
        return kinds[0] or kinds[1]
    want("number", *(parts[:1] if head == "round" else parts))
    return "truth" if head in Expression.COMPARE else "number"


def evaluate(tree, figures, mode):
    """The value of an expression; a division by zero raises ZeroDivisionError."""
    head, parts = tree[0], tree[1:]
    if head == "number":
        return parts[0]
    if head == "name":
        return figures[parts[0]]
    if head == "days":
        return days_between(figures[parts[0][1]], figures[parts[1][1]])
    if head == "choose":
        return evaluate(parts[1 if evaluate(parts[0], figures, mode) else 2], figures, mode)
    value = evaluate(parts[0], figures, mode)
    if head == "chain":
        for sign, part in parts[1]:
            if sign not in ("and", "or"):
                value = OPERATIONS[sign](value, evaluate(part, figures, mode))
            elif value == (sign == "and"):  # else the answer is known
                value = evaluate(part, figures, mode)
        return value
    if head == "round":
        return round_to(value, int(parts[1][1]), mode)
    return OPERATIONS[head](value, *(evaluate(part, figures, mode) for part in parts[1:]))


def days_between(start, end):
    return Fraction((end - start).days)


OPERATIONS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "not": lambda a: not a, "negative": lambda a: -a,
    "abs": abs, "floor": lambda a: Fraction(math.floor(a)), "min": min, "max": max,
}


# ---------------------------------------------------------------- 7 Checking a scheme

class Names(dict):
    """Declared names with what they name; `complete` unless a declaration is absent or faulty."""
    complete = True


def placed(entries, path):
    """Entries with their paths; a faulty list is one faulty entry."""
    return [(None, path)] if entries is None else [(entry, at(path, i)) for i, entry in enumerate(entries)]


def declare(entries, key, faults):
    """The names of entries; a name that stands a second time is a fault."""
    names = Names()
    for entry, path in entries:
        name = entry.get(key) if entry else None
        if name is None:
            names.complete = False
        elif name in names:
            faults.add("duplicateId", at(path, key))
        else:
            names[name] = entry
    return names


def look_up(names, name, path, faults):
    """What a name names, or None; an undeclared name is a fault."""
    if name is not None and name not in names and names.complete:
        faults.add("unknownId", path)
    return names.get(name)


def total_of(values):
    values = list(values)
    return None if None in values else sum(values, Fraction(0))


class Bounds:
    """Least and greatest points of an item; no `low`: without limit; no `high`: the bounds are not known."""

    def __init__(self, low, high, penalty):
        self.low, self.high, self.penalty = low, high, penalty

    def cut(self, points):
        if self.high is None:
            return points
        if points > self.high:
            return self.high
        if self.low is not None and points < self.low:
            return self.low
        return points

    def hold(self, points):
        return self.cut(points) == points


def bounds_of(item, penalty):
    low = exact(item.get("minimum")) if penalty else Fraction(0)
    faulty = penalty and low is None and "minimum" in item
    return Bounds(low, None if faulty else exact(item.get("maximum")), penalty)


class SchemeCheck:
    """All checks of a scheme besides its shape; fills in the defaults that hang on other values."""

    def __init__(self, scheme, raw, path, faults):
        self.scheme, self.raw, self.path, self.faults = scheme, raw, path, faults

    def fault(self, code, path):
        self.faults.add(code, path)

    def named(self, owner, key, path):
        """The entries under a key with their paths; their ids are declared."""
        entries = placed(owner.get(key), path + "/" + key)
        declare(entries, "id", self.faults)
        return entries

    def run(self):
        self.check_groups()
        self.check_figures()
        self.check_survey()
        self.check_classes()
        self.collect_items()
        for domain, path in self.domains:
            self.check_domain(domain, path)
        self.check_regular_maximum()
        self.check_total()
        for item, path in self.items:
            self.check_item(item, path)
        self.check_cycles()

    # groups, domains and their sums

    def check_groups(self):
        entries = placed(self.scheme.get("groups"), self.path + "/groups")
        self.groups = declare(entries, "id", self.faults)
        kinds = [group.get("kind") if group else None for group, _ in entries]
        self.regular = self.regular_path = None
        for (group, path), kind in zip(entries, kinds):
            if kind == "regular" and self.regular is None:
                self.regular, self.regular_path = group, path
            elif kind == "regular":
                self.fault("notAllowedHere", at(path, "kind"))
            for key, owner in (("maximum", "regular"), ("cap", "bonus")):
                if group and group.get(key) is not None and kind not in (owner, None):
                    self.fault("notAllowedHere", at(path, key))
        if self.regular is None and None not in kinds:
            self.fault("missingKey", self.path + "/groups")

    def collect_items(self):
        """Lists of domains, items and codes with their paths, and the kind of group of each item."""
        self.domains = placed(self.scheme.get("domains"), self.path + "/domains")
        self.items, self.kinds, coded, every_item = [], {}, [], []
        for domain, path in self.domains:
            domain = domain or {}
            if "group" not in domain and self.regular:
                domain["group"] = self.regular.get("id")
            group = self.groups.get(domain.get("group"))
            kind = group.get("kind") if group else None
            for entry, entry_path in placed(domain.get("criteria"), path + "/criteria"):
                coded.append((entry, entry_path))
                parts = [(entry, entry_path)]
                if entry and "subCriteria" in entry:
                    parts = placed(entry["subCriteria"], entry_path + "/subCriteria")
                    coded += parts
                every_item += parts
                self.items += [part for part in parts if part[0]]
                self.kinds.update((part_path, kind) for _, part_path in parts)
        declare(self.domains, "code", self.faults)
        codes = declare(coded, "code", self.faults)
        self.by_code = Names((code, entry) for code, entry in codes.items() if "subCriteria" not in entry)
        self.by_code.complete = declare(every_item, "code", Faults()).complete

    def check_domain(self, domain, path):
        if domain is None:
            return
        look_up(self.groups, domain.get("group"), path + "/group", self.faults)
        sums = []
        for entry, entry_path in placed(domain.get("criteria"), path + "/criteria"):
            if entry and "subCriteria" in entry:
                parts = placed(entry["subCriteria"], entry_path + "/subCriteria")
                parts_sum = total_of(self.item_maximum(*part) for part in parts)
                sums.append(self.settle(entry, parts_sum, entry_path))
            else:
                sums.append(self.item_maximum(entry, entry_path))
        self.settle(domain, total_of(sums), path)

    def item_maximum(self, item, path):
        """The item's maximum, checked; None where it is not known."""
        if item is None:
            return None
        kind, maximum, minimum = self.kinds[path], exact(item.get("maximum")), exact(item.get("minimum"))
        if item.get("notArisen") is not None and (item.get("whenNotApplicable") == "refused" or kind == "penalty"):
            self.fault("notAllowedHere", path + "/notArisen")
        if kind == "penalty":
            faulty = "maximum" in item and maximum != 0
            if faulty and maximum is not None:
                self.fault("outOfRange", path + "/maximum")
            if minimum is not None and minimum >= 0:
                self.fault("outOfRange", path + "/minimum")
                item["minimum"] = None
            item["maximum"] = None if faulty else "0"
            return exact(item["maximum"])
        elif kind is not None:
            if "maximum" not in item:
                self.fault("missingKey", path + "/maximum")
            elif maximum is not None and maximum <= 0:
                self.fault("outOfRange", path + "/maximum")
                item["maximum"] = None
            if minimum is not None:
                self.fault("notAllowedHere", path + "/minimum")
        return exact(item.get("maximum"))

    def settle(self, whole, parts_sum, path):
        """Compare a written maximum with the sum of the parts, or fill it in."""
        written = exact(whole.get("maximum"))
        if written is None:
            whole["maximum"] = None if parts_sum is None else sum_text(parts_sum)
            return parts_sum
        if parts_sum is not None and parts_sum != written:
            self.fault("doesNotAddUp", path + "/maximum")
        return written

    def check_regular_maximum(self):
        group = self.regular
        if not group:
            return
        where, written = self.regular_path + "/maximum", "maximum" in group
        if written and group["maximum"] is not None and exact(group["maximum"]) <= 0:
            self.fault("outOfRange", where)
            group["maximum"] = None
        if group.get("id") is None:
            return
        parts = []
        for domain, _ in self.domains:
            if not domain or domain.get("group") not in self.groups:
                parts.append(None)
            elif domain["group"] == group["id"]:
                parts.append(exact(domain.get("maximum")))
        parts_sum = total_of(parts)
        self.settle(group, parts_sum, self.regular_path)
        if not written and parts_sum is not None and parts_sum <= 0:
            self.fault("outOfRange", where if "groups" in self.raw else self.path + "/domains")

    def check_total(self):
        total = self.scheme.get("total")
        if total is None:
            return
        if "denominator" not in total and self.regular:
            total["denominator"] = self.regular.get("maximum")
        clamp = total.get("clamp") or {}
        low, high = exact(clamp.get("min")), exact(clamp.get("max"))
        if low is not None and high is not None and low > high:
            self.fault("outOfRange", self.path + "/total/clamp/min")

    # figures, survey, classes

    def check_figures(self):
        entries = placed(self.scheme.get("figures"), self.path + "/figures")
        for figure, path in entries:
            name = figure.get("id") if figure else None
            if name is None:
                continue
            fault = None
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name):
                fault = "wrongType"
            elif name in Expression.WORDS + ("answer", "previous", "estimates", "on"):
                fault = "notAllowedHere"
            if fault:
                self.fault(fault, path + "/id")
                figure["id"] = None
        figures = declare(entries, "id", self.faults)
        self.types = Names((name, figure.get("type")) for name, figure in figures.items())
        self.types.complete = figures.complete

    def check_survey(self):
        survey, path = self.scheme.get("survey") or {}, self.path + "/survey"
        for group, group_path in self.named(survey, "groups", path):
            if group and group.get("id") == "all":
                self.fault("notAllowedHere", group_path + "/id")
        questions = placed(survey.get("questions"), path + "/questions")
        self.questions = declare(questions, "id", self.faults)
        for question, question_path in questions:
            if question:
                self.named(question, "options", question_path)
                self.check_asked(question.get("groups"), survey, question_path + "/groups")

    def check_asked(self, asked, survey, path):
        """Who is asked a question must be groups of the survey, each once."""
        groups = survey.get("groups")
        known = None if groups is None or any(not g or g.get("id") is None for g in groups) else {g["id"] for g in groups}
        for i, name in enumerate(asked or []):
            if name is None:
                continue
            if name in asked[:i]:
                self.fault("duplicateId", "%s/%d" % (path, i))
            if known is not None and name not in known:
                self.fault("unknownId", "%s/%d" % (path, i))

    def check_classes(self):
        before = None
        for entry, entry_path in self.named(self.scheme.get("classes") or {}, "list", self.path + "/classes"):
            edge = exact(entry.get("from")) if entry else None
            if None not in (edge, before) and edge >= before:
                self.fault("classesOrder", entry_path)
            before = edge

    # items and their rules

    def check_item(self, item, path):
        kind = self.kinds[path]
        bounds = Bounds(None, None, None) if kind is None else bounds_of(item, kind == "penalty")
        types = (item.get("appliesTo") or {}).get("types") or []
        for i, name in enumerate(types):
            if name is not None and name in types[:i]:
                self.fault("duplicateId", at(path + "/appliesTo/types", i))
        for condition, condition_path in self.named(item, "conditions", path):
            self.within(condition, "points", condition_path, bounds)
        if item.get("rule"):
            self.check_rule(item["rule"], path + "/rule", bounds, item)

    def within(self, owner, key, path, bounds):
        points = exact(owner.get(key)) if owner else None
        if points is not None and not bounds.hold(points):
            self.fault("outOfRange", at(path, key))

    def check_rule(self, rule, path, bounds, item):
        getattr(self, "check_" + rule["kind"])(rule, path, bounds, item)

    def check_given(self, rule, path, bounds, item):
        pass

    def check_yesNo(self, rule, path, bounds, item):
        rule.setdefault("yes", item.get("maximum"))
        self.within(rule, "yes", path, bounds)
        self.within(rule, "no", path, bounds)

    def check_levels(self, rule, path, bounds, item):
        for level, spot in self.named(rule, "levels", path):
            if level is None:
                continue
            if "points" not in level and "upTo" not in level:
                self.fault("missingKey", spot + "/points")
            if "points" in level and "upTo" in level:
                self.fault("notAllowedHere", spot + "/upTo")
                del level["upTo"]
            self.within(level, "points", spot, bounds)
            self.within(level, "upTo", spot, bounds)
            if level.get("upTo") == "0":
                self.fault("outOfRange", spot + "/upTo")

    def check_checks(self, rule, path, bounds, item):
        if rule.get("all") and bounds.penalty:
            self.fault("notAllowedHere", path + "/all")
        for check, spot in self.named(rule, "checks", path):
            if check is not None and rule.get("all") is False and "points" not in check:
                self.fault("missingKey", spot + "/points")
            self.within(check, "points", spot, bounds)

    def check_deduct(self, rule, path, bounds, item):
        for check, spot in self.named(rule, "checks", path):
            points = exact(check.get("points")) if check else None
            if points is None:
                continue
            widest = None if None in (bounds.low, bounds.high) else bounds.high - bounds.low
            if points <= 0 or (widest is not None and points > widest):
                self.fault("outOfRange", spot + "/points")

    def check_bands(self, rule, path, bounds, item):
        self.check_quantity(rule.get("of"), path + "/of")
        self.check_band_list(rule, path, bounds, self.is_whole(rule.get("of")))

    def check_proportional(self, rule, path, bounds, item):
        self.refuse_in_penalty(path, bounds)
        self.check_quantity(rule.get("of"), path + "/of")
        self.within(rule, "belowFloor", path, bounds)

    def check_perUnit(self, rule, path, bounds, item):
        self.check_quantity(rule.get("of"), path + "/of")
        points = exact(rule.get("points"))
        if None not in (points, bounds.penalty) and (points >= 0 if bounds.penalty else points <= 0):
            self.fault("outOfRange", path + "/points")

    def check_formula(self, rule, path, bounds, item):
        self.check_expression(rule.get("expression"), path + "/expression")

    def check_surveyMean(self, rule, path, bounds, item):
        self.refuse_in_penalty(path, bounds)
        for question, spot in self.named(rule, "questions", path):
            if question:
                look_up(self.questions, question.get("id"), spot + "/id", self.faults)

    def check_change(self, rule, path, bounds, item):
        of, other = rule.get("of"), rule.get("against")
        self.check_quantity(of, path + "/of")
        whole = self.is_whole(of)
        if other == "previous":
            if "whenNoPrevious" not in rule:
                self.fault("missingKey", path + "/whenNoPrevious")
            if of and "estimate" in of:
                self.fault("notAllowedHere", path + "/of/estimate")
        elif other is not None:
            self.check_figure(other.get("figure"), path + "/against/figure", ("count", "amount", "number"))
            if "whenNoPrevious" in rule:
                self.fault("notAllowedHere", path + "/whenNoPrevious")
            other_whole = self.is_whole(other)
            whole = False if False in (whole, other_whole) else None if None in (whole, other_whole) else True
        elif whole:
            whole = None
        self.check_band_list(rule, path, bounds, whole)

    def refuse_in_penalty(self, path, bounds):
        if bounds.penalty:
            self.fault("notAllowedHere", path + "/kind")

    def check_band_list(self, rule, path, bounds, whole):
        self.within(rule, "otherwise", path, bounds)
        before = None
        for band, spot in placed(rule.get("bands"), path + "/bands"):
            if band is None:
                before = None
                continue
            self.within(band, "points", spot, bounds)
            if "from" in band and "above" in band:
                self.fault("notAllowedHere", spot + "/above")
            elif "from" not in band and "above" not in band:
                self.fault("missingKey", spot + "/from")
            begin = self.band_begin(band, whole)
            if None not in (begin, before) and begin >= before:
                self.fault("bandsOrder", spot)
            before = begin

    def band_begin(self, band, whole):
        """What a band begins with, in a form that can be compared; None where it is not known."""
        start, open_start = exact(band.get("from")), exact(band.get("above"))
        if whole is None or ("from" in band and "above" in band) or (start is None and open_start is None):
            return None
        if whole:
            return math.ceil(start) if start is not None else math.floor(open_start) + 1
        return (start, 0) if start is not None else (open_start, 1)

    def is_whole(self, of):
        """Whether a quantity takes whole numbers only; None where that is not known."""
        if not of:
            return None
        form = next((key for key in QUANTITIES if key in of), None)
        if form == "figure":
            figure_type = self.types.get(of["figure"])
            return None if figure_type is None else figure_type == "count"
        return None if of.get(form) is None else form == "days"

    def check_quantity(self, of, path):
        of = of or {}
        if "figure" in of:
            self.check_figure(of["figure"], path + "/figure", ("count", "amount", "number"))
        for key, types in (("ratio", ("count", "amount")), ("days", ("date",))):
            for i, name in enumerate(of.get(key) or []):
                self.check_figure(name, at(path + "/" + key, i), types)
        if "estimate" in of:
            look_up(self.questions, of["estimate"], path + "/estimate", self.faults)
        if "formula" in of:
            self.check_expression(of["formula"], path + "/formula")

    def check_figure(self, name, path, types):
        if look_up(self.types, name, path, self.faults) not in types + (None,):
            self.fault("wrongType", path)

    def check_expression(self, source, path):
        if source is None:
            return
        try:
            expression = parse(source)
            for name in expression.names:
                look_up(self.types, name, path, self.faults)
            if kind_of(expression.tree, self.types) == "truth":
                raise BadExpression()
        except BadExpression:
            self.fault("badExpression", path)

    # branches

    def check_branch(self, rule, path, bounds, item):
        answers, complete = self.branch_answers(rule, path)
        seen = []
        for case, spot in placed(rule.get("cases"), path + "/cases"):
            case = case or {}
            value = case.get("is")
            if value is not None:
                if value in seen:
                    self.fault("duplicateId", spot + "/is")
                if complete and value not in answers:
                    self.fault("unknownId", spot + "/is")
                seen.append(value)
            self.check_inner(case.get("rule"), spot + "/rule", bounds, item)
        self.check_inner(rule.get("otherwise"), path + "/otherwise", bounds, item)

    def check_inner(self, rule, path, bounds, item):
        if isinstance(rule, dict):
            self.check_rule(rule, path, bounds, item)

    def branch_answers(self, rule, path):
        """The answers that the named item can give, and whether all of them are known."""
        path += "/on/item"
        target = look_up(self.by_code, (rule.get("on") or {}).get("item"), path, self.faults)
        if not target or not target.get("rule"):
            return [], False
        rules = rules_of(target["rule"])
        if None not in rules and not any(rule["kind"] in ("yesNo", "levels") for rule in rules):
            self.fault("notAllowedHere", path)
            return [], False
        answers, complete = [], None not in rules
        for each in rules:
            if each and each["kind"] == "yesNo":
                answers += [True, False]
            elif each and each["kind"] == "levels":
                names = [level.get("id") if level else None for level in each.get("levels") or [None]]
                answers += names
                complete = complete and None not in names
        return answers, complete

    def check_cycles(self):
        """Every branch that leads back to itself."""
        leads = {}
        for item, path in self.items:
            if item.get("rule") and item["rule"]["kind"] == "branch" and self.by_code.get(item.get("code")) is item:
                leads[item["code"]] = ((item["rule"].get("on") or {}).get("item"), path + "/rule/on/item")
        for code, (target, path) in leads.items():
            steps = 0
            while target in leads and target != code and steps <= len(leads):
                target, steps = leads[target][0], steps + 1
            if target == code:
                self.fault("cycle", path)


def rules_of(rule):
    """A rule itself; of a branch the rules of its cases, then `otherwise` where it is a rule."""
    if rule["kind"] != "branch":
        return [rule]
    cases = [case.get("rule") if case else None for case in rule.get("cases") or [None]]
    return cases + ([] if rule.get("otherwise") == "notApplicable" else [rule.get("otherwise")])


def check_scheme(raw, path, faults):
    """The scheme in normal form; only to be used where no fault was found."""
    scheme = SCHEME(raw, path, faults)
    if scheme is not None:
        SchemeCheck(scheme, raw, path, faults).run()
    return scheme


def parts_of(criterion):
    return criterion.get("subCriteria", [criterion])


def items_of(scheme):
    return [item for domain in scheme["domains"] for entry in domain["criteria"] for item in parts_of(entry)]


# ---------------------------------------------------------------- 8 Checking a snapshot

ABSENT = object()


def scheme_of(document, raw, folder):
    """Take the scheme out of the raw snapshot: (raw scheme or ABSENT, code and path of a fault or None)."""
    scheme, file = raw.pop("scheme", None), raw.pop("schemeFile", None)
    if scheme is not None:
        return scheme, None if file is None else ("notAllowedHere", "/schemeFile")
    if file is None:
        return ABSENT, ("missingKey", "/scheme")
    if type(file) is not str:
        return ABSENT, ("wrongType", "/schemeFile")
    if is_blank(file):
        return ABSENT, ("emptyText", "/schemeFile")
    if re.match(r"/|[A-Za-z]:", file) or "\\" in file or posixpath.normpath(file).split("/")[0] == "..":
        return ABSENT, ("notAllowedHere", "/schemeFile")
    file = posixpath.normpath(file)
    if file.lower().endswith((".yaml", ".yml")):
        raise Unreadable("the scheme file %s is YAML, which this program does not read; "
                         "give the scheme as JSON (its normal form)" % file)
    reader = Reader(read_file(os.path.join(folder, file)))
    document.add_places(reader, lambda path: "/scheme" + path)
    return reader.value, None


def check_snapshot(document, faults, folder):
    """The snapshot in normal form, or None where the scheme is faulty."""
    raw = dict(document.value)
    raw_scheme, scheme_fault = scheme_of(document, raw, folder)
    scheme, of_scheme, of_snapshot = None, Faults(), Faults()
    if raw_scheme is not ABSENT:
        scheme = check_scheme(raw_scheme, "/scheme", of_scheme)
    if scheme_fault:
        (of_scheme if raw_scheme is ABSENT else of_snapshot).add(*scheme_fault)
    sound = not of_scheme.found  # a key written twice is a fault of reading, not of the scheme

    for code, path in document.body_faults + (document.head_faults if sound else []):
        of_snapshot.add(code, path)
    snapshot = SNAPSHOT(raw, "", of_snapshot)
    check_body_list(snapshot, of_snapshot)
    if sound:
        snapshot["scheme"] = scheme
        SnapshotCheck(snapshot, of_snapshot).run()

    for code, path in list(of_scheme.found) + list(of_snapshot.found):
        if sound or path.split("/")[1] in ("scheme", "schemeFile", "format", "round", "bodies"):
            faults.add(code, path)
    return snapshot if sound else None


def check_body_list(snapshot, faults):
    """What can be said of the bodies without a scheme."""
    bodies = placed(snapshot.get("bodies"), "/bodies")
    declare(bodies, "id", faults)
    declare([(body, path) for body, path in bodies if body and "code" in body], "code", faults)
    for body, path in bodies:
        admission = (body or {}).get("admission") or {}
        if admission.get("state") == "notAdmitted" and "reason" not in admission:
            faults.add("missingKey", path + "/admission/reason")


class SnapshotCheck:
    """The checks that need a sound scheme; what is checked is put into normal form."""

    def __init__(self, snapshot, faults):
        self.snapshot, self.faults = snapshot, faults
        scheme = snapshot["scheme"]
        self.items = Names((item["code"], item) for item in items_of(scheme))
        self.penalty = penalty_items(scheme)
        self.figures = Names((figure["id"], figure["type"]) for figure in scheme["figures"])
        self.questions = Names((question["id"], question) for question in scheme["survey"]["questions"])
        groups = [group["id"] for group in scheme["survey"]["groups"]]
        self.may_answer = {question["id"]: Names((name, name) for name in (question.get("groups") or groups) + ["all"])
                           for question in scheme["survey"]["questions"]}
        self.bodies = declare(placed(snapshot.get("bodies"), "/bodies"), "id", Faults())

    def run(self):
        self.check_bodies()
        self.check_exclusions()
        body_forms = {"figures": self.figures_form, "sheets": self.sheet_form, "estimates": self.estimates_form}
        for key, form in body_forms.items():
            if self.snapshot.get(key) is not None:
                self.snapshot[key] = self.keyed(self.bodies, lambda _: form)(self.snapshot[key], "/" + key, self.faults)
        previous = self.snapshot.get("previous")
        if previous and previous.get("bodies") is not None:
            form = record(figures=(self.figures_form, {}), items=(self.previous_items, {}))
            by_body = self.keyed(self.bodies, lambda _: form)
            previous["bodies"] = by_body(previous["bodies"], "/previous/bodies", self.faults)

    def keyed(self, names, form_of):
        """A form for an object whose keys are declared names; nothing under an unknown one is checked."""
        def form(value, path, faults):
            if mapping(value, path, faults) is None:
                return None
            out = {}
            for key, entry in value.items():
                if key not in names and names.complete:
                    faults.add("unknownId", at(path, key))
                else:
                    out[key] = form_of(key)(entry, at(path, key), faults)
            return out
        return form

    def check_bodies(self):
        scheme = self.snapshot["scheme"]
        needs_type = any("appliesTo" in item for item in self.items.values())
        for body, path in placed(self.snapshot.get("bodies"), "/bodies"):
            if body and needs_type and "type" not in body:
                self.faults.add("missingKey", path + "/type")
            if body and scheme["ranking"]["within"] == "block" and body.get("ranked") and "block" not in body:
                self.faults.add("missingKey", path + "/block")

    def check_exclusions(self):
        seen = set()
        for exclusion, path in placed(self.snapshot.get("exclusions"), "/exclusions"):
            if not exclusion:
                continue
            pair = (exclusion.get("body"), exclusion.get("item"))
            look_up(self.bodies, pair[0], path + "/body", self.faults)
            look_up(self.items, pair[1], path + "/item", self.faults)
            if None not in pair and pair in seen:
                self.faults.add("duplicateId", path + "/item")
            seen.add(pair)

    def figures_form(self, value, path, faults):
        def form_of(figure):
            return record(value=(FIGURE_VALUES[self.figures[figure]], MUST), source=(text, MAY),
                          date=(date, MAY), vintage=(text, MAY))
        return self.keyed(self.figures, form_of)(value, path, faults)

    def previous_items(self, value, path, faults):
        if mapping(value, path, faults) is None:
            return None
        return {code: number()(points, at(path, code), faults) for code, points in value.items()}

    def estimates_form(self, value, path, faults):
        estimate = record(mean=(self.mean, MUST), answers=(number(low=0, whole=True), MUST))
        by_group = lambda question: self.keyed(self.may_answer[question], lambda _: estimate)
        return self.keyed(self.questions, by_group)(value, path, faults)

    def mean(self, value, path, faults):
        if not number_fault(value):
            decimals = shortest(value).partition(".")[2]
            if len(decimals) > int(self.snapshot["scheme"]["survey"]["places"]):
                faults.add("tooManyPlaces", path)
        return number(0, 1)(value, path, faults)

    def sheet_form(self, value, path, faults):
        return self.keyed(self.items, lambda code: functools.partial(self.entry, self.items[code]))(value, path, faults)

    def entry(self, item, value, path, faults):
        """An entry of a sheet."""
        out = record(answer=(functools.partial(self.answer, item), MAY),
                     state=(word("notApplicable", "notAccepted", "claimedNotApplicable"), MAY),
                     reason=(filled, MAY),
                     whenNothing=(word("claimed"), MAY))(value, path, faults)
        if out and "reason" in out and "state" not in out:
            faults.add("notAllowedHere", path + "/reason")
        if out and out.get("state") and "reason" not in out:
            faults.add("missingKey", path + "/reason")
        if out and out.get("state") in ("notApplicable", "claimedNotApplicable") and item["whenNotApplicable"] == "refused":
            faults.add("notApplicableRefused", path + "/state")
        return out

    def answer(self, item, value, path, faults):
        if mapping(value, path, faults) is None:
            return None
        bounds = bounds_of(item, item["code"] in self.penalty)
        names = Names((condition["id"], condition) for condition in item["conditions"])
        forms = dict(ANSWER_FORMS, conditions=self.keyed(names, lambda _: truth))
        out = record(**{key: (form, MAY) for key, form in forms.items()})(value, path, faults)
        for key in ANSWER_FORMS:
            # A value whose form is faulty is not judged by the rule.
            if out.get(key) is not None and not (key == "checks" and None in out[key]):
                for code, spot in answer_faults(item["rule"], key, out, bounds):
                    faults.add(code, at(path, key) + spot)
        return out


ANSWER_FORMS = {"points": number(), "yes": truth, "level": text, "checks": listing(text)}
TAKES = {"given": ("points",), "yesNo": ("yes",), "levels": ("level", "points"),
         "checks": ("checks",), "deduct": ("checks",)}


def penalty_items(scheme):
    """The codes of the items in penalty groups."""
    penalty = [group["id"] for group in scheme["groups"] if group["kind"] == "penalty"]
    return {item["code"] for domain in scheme["domains"] if domain["group"] in penalty
            for entry in domain["criteria"] for item in parts_of(entry)}


def answer_faults(rule, key, answer, bounds):
    """Faults (code, place under the key) of one key of an answer; under a branch no rule may take it."""
    takers = [each for each in rules_of(rule) if key in TAKES.get(each["kind"], ())]
    if not takers:
        return [("answerNotTaken", "")]
    judged = [judge(each, key, answer, bounds) for each in takers if not (key == "points" and lacks_level(each, answer))]
    return [] if [] in judged or not judged else judged[0]


def lacks_level(rule, answer):
    """Whether a rule of levels does not know the level that stands beside points."""
    return rule["kind"] == "levels" and answer.get("level") is not None and not level_of(rule, answer["level"])


def judge(rule, key, answer, bounds):
    """Faults of one well-formed key of an answer under one rule that takes this key; none: it is taken."""
    value = answer[key]
    if key == "level":
        return [] if level_of(rule, value) else [("unknownId", "")]
    if key == "checks":
        known = [check["id"] for check in rule["checks"]]
        return ([("duplicateId", "/%d" % i) for i, name in enumerate(value) if name in value[:i]]
                + [("unknownId", "/%d" % i) for i, name in enumerate(value) if name not in known])
    if key == "points":
        code = judge_level_points(rule, answer) if rule["kind"] == "levels" else judge_given(rule, value, bounds)
        return [(code, "")] if code else []
    return []


def judge_given(rule, value, bounds):
    points, step = exact(value), exact(rule.get("step"))
    off_step = step is not None and (points / step).denominator != 1
    return "outOfRange" if off_step or not bounds.hold(points) else None


def judge_level_points(rule, answer):
    """`points` stand beside a level with `upTo`, between 0 and it; beside an unknown or malformed level they are not judged."""
    level = level_of(rule, answer.get("level"))
    if "level" not in answer or (level and "upTo" not in level):
        return "answerNotTaken"
    if level is None:
        return None
    points, limit = exact(answer["points"]), exact(level["upTo"])
    return None if min(0, limit) <= points <= max(0, limit) else "outOfRange"


def level_of(rule, name):
    return next((level for level in rule["levels"] if level["id"] == name), None)


# ---------------------------------------------------------------- 6 Normal form and hash

def normal_snapshot(snapshot):
    """The checked snapshot with the two nulls written out."""
    bodies = [dict(body, code=body.get("code"), block=body.get("block")) for body in snapshot["bodies"]]
    return dict(snapshot, bodies=bodies)


def canonical(value):
    """RFC 8785, for a value without numbers."""
    def ordered(value):
        if isinstance(value, dict):
            return {key: ordered(value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be"))}
        return [ordered(entry) for entry in value] if isinstance(value, list) else value
    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":"))


def hash_of(value):
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


# ---------------------------------------------------------------- 9 Evaluating an item

class ComputingFault(Exception):
    """overWhole or divisionByZero, with its path."""

    def __init__(self, code, path):
        super().__init__(code, path)
        self.code, self.path = code, path


NOTHING = object()  # the value of a ratio whose whole is 0


class Outcome:
    """What comes out for one item of one body."""

    def __init__(self, rule):
        self.rule, self.state, self.points, self.maximum = rule, None, Fraction(0), None
        self.case = self.value = self.band = self.condition = self.because = None
        self.capped, self.missing = False, []
        self.taken = None  # the answer `yes` or `level` that the rule taken used
        self.on, self.estimates, self.figures, self.previous, self.answer = None, {}, {}, {}, {}

    def inputs(self):
        out = {} if self.on is None else {"on": self.on}
        if self.estimates:
            out["estimates"] = self.estimates
        out.update(self.figures)
        if self.previous:
            out["previous"] = self.previous
        if self.answer:
            out["answer"] = self.answer
        return out

    def result(self, code):
        return {"code": code, "state": self.state, "points": fraction(self.points), "maximum": fraction(self.maximum),
                "explanation": {"rule": self.rule, "case": self.case, "inputs": self.inputs(),
                                "value": None if self.value is None else fraction(self.value), "band": self.band,
                                "capped": self.capped, "condition": self.condition, "because": self.because,
                                "missing": self.missing}}


def figures_named(of):
    """The figures of a quantity (or of `against`), in the order of the rule's text, each once."""
    names = ([of["figure"]] if "figure" in of else of.get("ratio") or of.get("days")
             or (parse(of["formula"]).names if "formula" in of else []))
    return list(dict.fromkeys(names))


class Evaluation:
    """The items of one body. Faults of computing go to `faults`."""

    def __init__(self, scheme, snapshot, body, faults):
        self.scheme, self.body, self.faults = scheme, body, faults
        self.mode = scheme["rounding"]["mode"]
        self.items = {item["code"]: item for item in items_of(scheme)}
        self.penalty = penalty_items(scheme)
        self.types = {figure["id"]: figure["type"] for figure in scheme["figures"]}
        name = body["id"]
        self.figures = values_of((snapshot["figures"] or {}).get(name))
        self.sheet = (snapshot["sheets"] or {}).get(name) or {}
        self.estimates = (snapshot["estimates"] or {}).get(name) or {}
        past = ((snapshot.get("previous") or {}).get("bodies") or {}).get(name) or {}
        self.was_there = bool(past)
        self.past = values_of(past.get("figures"))
        self.excluded = {entry["item"] for entry in snapshot["exclusions"] or []
                         if entry and entry.get("body") == name and entry.get("item")}
        self.outcomes = {}

    def run(self):
        """Outcome of each item by code; None where it has a fault of computing, or waits for one that has."""
        for code in self.items:
            self.outcome(code)
        return self.outcomes

    def outcome(self, code):
        if code not in self.outcomes:
            try:
                self.outcomes[code] = self.evaluate_item(self.items[code])
            except ComputingFault as fault:
                self.faults.add(fault.code, fault.path)
                self.outcomes[code] = None
            except ZeroDivisionError:
                self.faults.add("divisionByZero", at(at("/sheets", self.body["id"]), code))
                self.outcomes[code] = None
        return self.outcomes[code]

    # 9.1 and 9.2: the frame

    def evaluate_item(self, item):
        out = Outcome(item["rule"]["kind"])
        bounds = bounds_of(item, item["code"] in self.penalty)
        entry = self.sheet.get(item["code"]) or {}
        if "appliesTo" in item and self.body.get("type") not in item["appliesTo"]["types"]:
            out.state, out.because = "notApplicable", "type"
        elif item["code"] in self.excluded:
            out.state, out.because = "notApplicable", "excluded"
        elif entry.get("state") == "claimedNotApplicable":  # nobody has confirmed it yet
            out.state, out.because = "notAnswered", "claimed"
        elif "state" in entry:
            out.state = entry["state"]
            out.because = "sheet" if out.state == "notApplicable" else None
        else:
            answer = entry.get("answer") or {}
            rule = self.choose_rule(item["rule"], out)
            if rule is WAITS:
                return None
            if rule is not None:
                self.ask(rule, answer, bounds, out)
            if out.state != "notApplicable":
                self.ask_conditions(item, answer, out)
            elif out.because == "whenNothing" and "whenNothing" in entry:  # found by the body's own figures
                out.state, out.because = "notAnswered", "claimed" if "notArisen" in item else "refused"
        self.finish(item, bounds, out)
        return out

    def ask(self, rule, answer, bounds, out):
        """Gather the inputs, score, cut."""
        self.gather(rule, answer, bounds, out)
        if out.missing:
            out.state = "notAnswered"
            return
        points = getattr(self, "score_" + rule["kind"])(rule, bounds, out)
        if out.state is None:
            out.state, out.points = "scored", bounds.cut(points)
            out.capped = out.points != points

    def finish(self, item, bounds, out):
        """Points and maximum by state (9.1); what a notAnswered item does not show (9.6)."""
        policy = "reduceMaximum" if out.because in ("type", "excluded") else item["whenNotApplicable"]
        out.maximum = bounds.high
        if out.state == "notApplicable":
            if policy in ("reduceMaximum", "refused"):
                out.maximum = Fraction(0)
            out.points = bounds.high if policy == "fullPoints" else Fraction(0)
        elif out.state != "scored":
            out.points = Fraction(0)
        if out.state == "notAnswered":
            out.value = out.band = out.condition = None
            out.capped = False
            if out.because not in ("belowMinimum", "claimed", "refused"):
                out.because = None

    # 9.4 branches

    def choose_rule(self, rule, out):
        """The rule taken; None where there is none to ask; WAITS where the named item has a fault."""
        if rule["kind"] != "branch":
            return rule
        code = rule["on"]["item"]
        named = self.outcome(code)
        if named is None:
            return WAITS
        out.case = "otherwise"
        if named.state in ("scored", "notAnswered"):
            if named.taken is not None:
                out.on = named.taken
                for i, case in enumerate(rule["cases"]):
                    if case["is"] == named.taken:
                        out.case = i
                        return case["rule"]
            elif named.state == "notAnswered":
                out.case, out.state, out.missing = None, "notAnswered", ["item." + code]
                return None
        if rule["otherwise"] == "notApplicable":
            out.state, out.because = "notApplicable", "branch"
            return None
        return rule["otherwise"]

    # 9.5 conditions

    def ask_conditions(self, item, answer, out):
        answered = answer.get("conditions") or {}
        names = [condition["id"] for condition in item["conditions"]]
        used = {name: answered[name] for name in names if name in answered}
        if used:
            out.answer["conditions"] = used
        out.missing += ["answer.conditions." + name for name in names if name not in answered]
        if out.missing or out.state == "notAnswered":
            out.state = "notAnswered"
            return
        for condition in item["conditions"]:
            if answered[condition["id"]] == condition["when"]:
                out.points, out.condition, out.capped = exact(condition["points"]), condition["id"], False
                return

    # 9.6 and 9.7: inputs that are there, and those that are missing

    def gather(self, rule, answer, bounds, out):
        for key in self.wanted_answers(rule, answer):
            if key in answer and judge(rule, key, answer, bounds) == []:
                out.answer[key] = answer[key]
            else:
                out.missing.append("answer." + key)
        if "yes" in out.answer or "level" in out.answer:
            out.taken = out.answer.get("yes", out.answer.get("level"))
        if rule["kind"] == "formula":
            self.need({"formula": rule["expression"]}, out)
        if rule["kind"] == "surveyMean":
            self.show_estimates(rule, out)
        if "of" in rule:
            self.need(rule["of"], out)
        if rule["kind"] == "change":
            if rule["against"] != "previous":
                self.need(rule["against"], out)
            else:
                out.previous = {name: self.past[name] for name in figures_named(rule["of"]) if name in self.past}

    def wanted_answers(self, rule, answer):
        """The keys of the answer that a rule uses; `points` only beside a level with `upTo`."""
        if rule["kind"] != "levels":
            return TAKES.get(rule["kind"], ())
        level = level_of(rule, answer.get("level"))
        return ("level", "points") if level and "upTo" in level else ("level",)

    def need(self, of, out):
        """The figures or the estimate of a quantity."""
        if "estimate" in of:
            name = of["estimate"]
            estimate = (self.estimates.get(name) or {}).get("all")
            if estimate:
                out.estimates = {name: {"all": dict(estimate)}}
            else:
                out.missing.append("estimates." + name)
        for name in figures_named(of):
            if name in self.figures:
                out.figures[name] = self.figures[name]
            elif name not in out.missing:
                out.missing.append(name)

    def show_estimates(self, rule, out):
        for question in rule["questions"]:
            by_group = self.estimates.get(question["id"]) or {}
            shown = {group["id"]: dict(by_group[group["id"]])
                     for group in self.scheme["survey"]["groups"] if group["id"] in by_group}
            if shown:
                out.estimates[question["id"]] = shown

    # 4.1 the value of a quantity

    def typed(self, name, value):
        kind = self.types[name]
        return value if kind == "yesNo" else calendar_date(value) if kind == "date" else exact(value)

    def measure(self, of, figures, path):
        """The value of a quantity from figures that stand under `path`, or NOTHING."""
        figures = {name: self.typed(name, figures[name]) for name in figures_named(of)}
        if "figure" in of:
            return figures[of["figure"]]
        if "days" in of:
            return days_between(*(figures[name] for name in of["days"]))
        if "formula" in of:
            return evaluate(parse(of["formula"]).tree, figures, self.mode)
        if "estimate" in of:
            return exact(self.estimates[of["estimate"]]["all"]["mean"])
        part, whole = (figures[name] for name in of["ratio"])
        if part > whole and of["over"] == "refuse":
            raise ComputingFault("overWhole", at(path, of["ratio"][0]))
        if whole == 0:
            return NOTHING
        if part > whole and of["over"] == "cap":
            return Fraction(1)
        return part / whole

    def measure_now(self, rule, bounds, out):
        """The value now; None where nothing was there and the rule is settled."""
        value = self.measure(rule["of"], self.figures, at("/figures", self.body["id"]))
        if value is NOTHING:
            return self.settle(rule["of"]["whenNothing"], "whenNothing", bounds, out)
        return value

    def settle(self, how, because, bounds, out):
        """Set points, or not applicable, without a value."""
        out.because = because
        out.state = "notApplicable" if how == "notApplicable" else "scored"
        out.points = bounds.high if how == "full" else Fraction(0)

    # 9.3 the kinds: each returns the points before the cut

    def score_given(self, rule, bounds, out):
        return exact(out.answer["points"])

    def score_yesNo(self, rule, bounds, out):
        return exact(rule["yes" if out.answer["yes"] else "no"])

    def score_levels(self, rule, bounds, out):
        level = level_of(rule, out.answer["level"])
        out.band = level["id"]
        return exact(level["points"] if "points" in level else out.answer["points"])

    def score_checks(self, rule, bounds, out):
        checked = [check for check in rule["checks"] if check["id"] in out.answer["checks"]]
        if rule["all"]:
            return bounds.high if len(checked) == len(rule["checks"]) else Fraction(0)
        return sum((exact(check["points"]) for check in checked), Fraction(0))

    def score_deduct(self, rule, bounds, out):
        losses = [exact(check["points"]) for check in rule["checks"] if check["id"] in out.answer["checks"]]
        return bounds.high - (sum if rule["combine"] == "sum" else max)(losses or [Fraction(0)])

    def score_bands(self, rule, bounds, out):
        out.value = self.measure_now(rule, bounds, out)
        return None if out.value is None else self.band_points(rule, out)

    def band_points(self, rule, out):
        for i, band in enumerate(rule["bands"]):
            if out.value >= exact(band["from"]) if "from" in band else out.value > exact(band["above"]):
                out.band = i
                return exact(band["points"])
        out.band = "otherwise"
        return exact(rule["otherwise"])

    def score_proportional(self, rule, bounds, out):
        value = out.value = self.measure_now(rule, bounds, out)
        if value is None:
            return None
        if "floor" in rule and value < exact(rule["floor"]):
            return exact(rule["belowFloor"])
        points = min(value / exact(rule["target"]), Fraction(1)) * bounds.high
        if "round" in rule:
            points = round_to(points, int(rule["round"]["places"]), rule["round"]["mode"])
        return points

    def score_perUnit(self, rule, bounds, out):
        out.value = self.measure_now(rule, bounds, out)
        if out.value is None:
            return None
        return max(Fraction(0), out.value - exact(rule["free"])) * exact(rule["points"])

    def score_formula(self, rule, bounds, out):
        out.value = self.measure({"formula": rule["expression"]}, self.figures, "")
        return out.value

    def score_change(self, rule, bounds, out):
        now = self.measure_now(rule, bounds, out)
        if now is None:
            return None
        if rule["against"] == "previous":
            before = NOTHING
            if self.was_there and all(name in self.past for name in figures_named(rule["of"])):
                path = at("/previous/bodies", self.body["id"]) + "/figures"
                before = self.measure(rule["of"], self.past, path)
            if before is NOTHING:
                return self.settle(rule["whenNoPrevious"], "whenNoPrevious", bounds, out)
        else:
            before = self.measure(rule["against"], self.figures, "")
        out.value = now - before
        return self.band_points(rule, out)

    def score_surveyMean(self, rule, bounds, out):
        there, remaining = False, []
        for group in self.scheme["survey"]["groups"]:
            present = [(exact(question["weight"]), out.estimates[question["id"]][group["id"]])
                       for question in rule["questions"] if group["id"] in out.estimates.get(question["id"], {})]
            there = there or bool(present)
            least = min((exact(estimate["answers"]) for _, estimate in present), default=0)
            if least < exact(rule["minimumAnswers"]):
                continue  # none of the questions, or too few answers on one of them
            mean = weighted_mean([(weight, exact(estimate["mean"])) for weight, estimate in present])
            answers = exact(present[0][1]["answers"])
            remaining.append((exact(group["weight"]) if rule["groupWeights"] == "declared" else answers, mean))
        if remaining:
            out.value = weighted_mean(remaining)
            return out.value * bounds.high
        out.because = "belowMinimum" if there else None
        out.state = rule["belowMinimum"] if there else "notAnswered"
        if out.state == "notAnswered":
            out.missing = ["estimates." + question["id"] for question in rule["questions"]]
        return None


WAITS = object()


def weighted_mean(pairs):
    return sum(weight * value for weight, value in pairs) / sum(weight for weight, _ in pairs)


def values_of(figures):
    return {name: figure["value"] for name, figure in (figures or {}).items()}


# ---------------------------------------------------------------- 10 Totals of a body

class Totals:
    """Points, maxima and index of one body, from the outcomes of its items."""

    def __init__(self, scheme, body, outcomes):
        self.scheme, self.body, self.outcomes = scheme, body, outcomes
        self.kinds = {group["id"]: group["kind"] for group in scheme["groups"]}
        self.add_up()
        self.reason = self.find_reason()
        self.total = self.index = self.rank = self.grade = None
        if self.reason is None:
            self.set_index()

    def items_in(self, group):
        return [item for domain in self.scheme["domains"] if domain["group"] == group
                for entry in domain["criteria"] for item in parts_of(entry)]

    def sums(self, items):
        """Points and applicable maximum of items."""
        outcomes = [self.outcomes[item["code"]] for item in items]
        return (sum((out.points for out in outcomes), Fraction(0)), sum((out.maximum for out in outcomes), Fraction(0)))

    def add_up(self):
        self.bonus = self.penalty = Fraction(0)
        regular = next(group for group in self.scheme["groups"] if group["kind"] == "regular")
        self.regular_items = self.items_in(regular["id"])
        self.points, self.maximum = self.sums(self.regular_items)
        self.declared = exact(regular["maximum"])
        for group in self.scheme["groups"]:
            points, _ = self.sums(self.items_in(group["id"]))
            if group["kind"] == "bonus":
                self.bonus += min(points, self.cap(group, points))
            elif group["kind"] == "penalty":
                self.penalty += points

    def cap(self, group, points):
        if "cap" not in group:
            return points
        shrinks = self.scheme["total"]["bonusShrinks"]
        return exact(group["cap"]) * (self.maximum / self.declared if shrinks else 1)

    def find_reason(self):
        if self.body["admission"]["state"] == "notAdmitted":
            return "notAdmitted"
        if self.maximum == 0:
            return "nothingApplicable"
        waits = any(out.state == "notAnswered" for out in self.outcomes.values())
        return "incomplete" if waits and self.scheme["missing"]["notAnswered"] == "incomplete" else None

    def set_index(self):
        rules = self.scheme["total"]
        points = self.points
        if rules["whenMaximumShrinks"] == "rescale":
            points = points * self.declared / self.maximum
        self.total = points + self.bonus + self.penalty
        if "clamp" in rules:
            self.total = min(max(self.total, exact(rules["clamp"]["min"])), exact(rules["clamp"]["max"]))
        self.index = self.total * 100 / exact(rules["denominator"])

    def part(self, items, regular=True):
        points, maximum = self.sums(items)
        index = points * 100 / maximum if regular and maximum else None
        return {"points": fraction(points), "maximum": fraction(maximum), "index": shown(index, self.scheme)}

    def result(self):
        body = self.body
        return {"id": body["id"], "code": body.get("code"), "name": body["name"], "block": body.get("block"),
                "points": fraction(self.points), "maximum": fraction(self.maximum),
                "bonus": fraction(self.bonus), "penalty": fraction(self.penalty),
                "total": None if self.total is None else fraction(self.total), "index": shown(self.index, self.scheme),
                "rank": self.rank, "class": self.grade, "reason": self.reason,
                "sources": self.sources(), "domains": [self.domain(domain) for domain in self.scheme["domains"]],
                "items": [self.outcomes[item["code"]].result(item["code"]) for item in items_of(self.scheme)]}

    def sources(self):
        by_source = {source: [item for item in self.regular_items if item["source"] == source] for source in SOURCES}
        return {source: self.part(items) for source, items in by_source.items() if items}

    def domain(self, domain):
        regular = self.kinds[domain["group"]] == "regular"
        criteria = [{"code": entry["code"], **self.part(parts_of(entry), regular)} for entry in domain["criteria"]]
        items = [item for entry in domain["criteria"] for item in parts_of(entry)]
        return {"code": domain["code"], **self.part(items, regular), "criteria": criteria}


def rounded(value, scheme):
    return round_to(value, int(scheme["rounding"]["places"]), scheme["rounding"]["mode"])


def shown(value, scheme):
    """{ exact, rounded }, or null where there is no value."""
    if value is None:
        return None
    places = int(scheme["rounding"]["places"])
    return {"exact": fraction(value), "rounded": decimal_text(rounded(value, scheme), places)}


# ---------------------------------------------------------------- 11 Ranks, classes, summary

def set_ranks(scheme, all_totals):
    """Ranks among ranked bodies with an index, over all or within their block."""
    fields = {}
    for totals in all_totals:
        if totals.body["ranked"] and totals.index is not None:
            field = totals.body["block"] if scheme["ranking"]["within"] == "block" else None
            value = totals.index if scheme["ranking"]["on"] == "exact" else rounded(totals.index, scheme)
            fields.setdefault(field, []).append((value, totals))
    for field in fields.values():
        field.sort(key=lambda entry: entry[0], reverse=True)
        greater = different = 0  # bodies, and different values, above the present one
        for i, (value, totals) in enumerate(field):
            if i and value != field[i - 1][0]:
                greater, different = i, different + 1
            totals.rank = 1 + (different if scheme["ranking"]["ties"] == "dense" else greater)


def set_classes(scheme, all_totals):
    for totals in all_totals:
        if totals.index is not None:
            value = totals.index if scheme["classes"]["on"] == "exact" else rounded(totals.index, scheme)
            reached = [entry["id"] for entry in scheme["classes"]["list"] if exact(entry["from"]) <= value]
            totals.grade = reached[0] if reached else None


def quantile(values, share):
    """R's type 7, on values in ascending order."""
    height = (len(values) - 1) * share
    below = math.floor(height)
    above = min(below + 1, len(values) - 1)
    return values[below] + (height - below) * (values[above] - values[below])


def summarise(scheme, all_totals):
    counted = [totals for totals in all_totals if totals.body["ranked"] and totals.index is not None]
    values = sorted(totals.index for totals in counted)
    figures = dict.fromkeys(("mean", "median", "q1", "q3", "min", "max"))
    if values:
        figures = {"mean": sum(values) / len(values), "median": quantile(values, Fraction(1, 2)),
                   "q1": quantile(values, Fraction(1, 4)), "q3": quantile(values, Fraction(3, 4)),
                   "min": values[0], "max": values[-1]}
    grades = [totals.grade for totals in counted]
    classes = {entry["id"]: grades.count(entry["id"]) for entry in scheme["classes"]["list"]}
    return {"count": len(values), **{key: shown(value, scheme) for key, value in figures.items()}, "classes": classes}


def summary(scheme, all_totals):
    blocks = {}
    for totals in all_totals:
        if totals.body.get("block") is not None:
            blocks.setdefault(totals.body["block"], []).append(totals)
    return {"all": summarise(scheme, all_totals),
            "blocks": {block: summarise(scheme, members) for block, members in blocks.items()}}


# ---------------------------------------------------------------- 12 The result

def sound_bodies(snapshot, raw, faults):
    """The bodies without faults of their own (8): only there faults of computing are looked for."""
    faulty = set()
    for path in faults.paths():
        steps = path.split("/")
        faulty.add("/".join(steps[:3]))
        faulty.add("/".join(steps[:4]))
    excluded = raw.get("exclusions")
    for i, entry in enumerate(excluded if isinstance(excluded, list) else []):
        if isinstance(entry, dict) and type(entry.get("body")) is str and at("/exclusions", i) in faulty:
            faulty.add(("excluded", entry["body"]))
    for i, body in enumerate(snapshot.get("bodies") or []):
        name = body.get("id") if body else None
        own = [at("/bodies", i), ("excluded", name)] + [
            at(part, name) for part in ("/figures", "/sheets", "/estimates", "/previous/bodies")]
        if name is not None and not any(spot in faulty for spot in own):
            yield body


def compute(document, folder):
    """The result (or None where there are faults) and the faults."""
    faults, snapshot = Faults(), None
    if isinstance(document.value, dict):
        snapshot = check_snapshot(document, faults, folder)
    else:
        faults.add("wrongType", "")
    for path, place in document.doubled:  # those of a scheme file too
        faults.add("doubledKey", path, place)
    if snapshot is None:
        return None, faults
    scheme, all_totals, computing = snapshot["scheme"], [], Faults()
    for body in sound_bodies(snapshot, document.value, faults):
        outcomes = Evaluation(scheme, snapshot, body, computing).run()
        if not faults.found and not computing.found:
            all_totals.append(Totals(scheme, dict(body, block=body.get("block")), outcomes))
    for code, path in computing.found:
        faults.add(code, path)
    if faults.found:
        return None, faults
    set_ranks(scheme, all_totals)
    set_classes(scheme, all_totals)
    return {"format": "parindex-result/1", "scheme": {"id": scheme["id"], "hash": hash_of(scheme)},
            "snapshot": hash_of(normal_snapshot(snapshot)),
            "round": {"id": snapshot["round"]["id"], "year": int(snapshot["round"]["year"])},
            "bodies": [totals.result() for totals in all_totals], "summary": summary(scheme, all_totals)}, faults


# ---------------------------------------------------------------- Use

def answer_to(text, folder):
    """The document, its result or None, and its faults; raises Unreadable."""
    try:
        document = read_document(text)
        return (document, *compute(document, folder))
    except RecursionError:
        raise Unreadable("the document is nested too deeply")


def recompute(text, folder="."):
    """For a harness: the result, or {"faults": [{code, path}]}; raises Unreadable."""
    _, result, faults = answer_to(text, folder)
    return result or {"faults": [{"code": code, "path": path} for code, path in faults.found]}


def decode(data):
    try:
        return data.decode("utf-8-sig")  # a byte order mark at the start is passed over
    except UnicodeDecodeError:
        raise Unreadable("the text is not valid UTF-8")


def read_file(name):
    try:
        with open(name, "rb") as file:
            return decode(file.read())
    except (OSError, ValueError) as error:  # a name with U+0000 is no file's
        raise Unreadable("%s cannot be opened: %s" % (name, error))


def write(value, indent=None):
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def batch():
    for line in sys.stdin.buffer:
        try:
            write(recompute(decode(line.rstrip(b"\n")).replace("\x1e", "\n")))
        except Unreadable as error:
            write({"unreadable": str(error)})
        except Exception as error:  # the harness wants to hear of it and go on
            write({"crash": "%s: %s" % (type(error).__name__, error)})


def write_lines(result):
    """The result in lines (14)."""
    head = {key: result[key] for key in ("format", "scheme", "snapshot", "round")}
    write(dict(head, format="parindex-result-lines/1"))
    for body in result["bodies"]:
        write(body)
    write({"summary": result["summary"]})


def main(arguments):
    if arguments == ["--batch"]:
        batch()
        return 0
    if len(arguments) != 1 or (arguments[0].startswith("-") and arguments[0] != "-"):
        print("usage: recompute.py SNAPSHOT | - | --batch", file=sys.stderr)
        return 2
    name = arguments[0]
    try:
        text = decode(sys.stdin.buffer.read()) if name == "-" else read_file(name)
        document, result, faults = answer_to(text, os.path.dirname(name) or ".")
    except Unreadable as error:
        print("recompute.py: %s" % error, file=sys.stderr)
        return 2
    if faults.found:
        write({"faults": faults.listing(document.places)}, indent=1)
        return 1
    if is_lines(text):
        write_lines(result)
    else:
        write(result, indent=1)
    return 0


if __name__ == "__main__":
    # Parts of expressions lie within each other 500 deep: deeper than the stack of the first thread may be.
    threading.stack_size(256 << 20)
    status = []
    thread = threading.Thread(target=lambda: status.append(main(sys.argv[1:])))
    thread.start()
    thread.join()
    sys.exit(status[0] if status else 1)
