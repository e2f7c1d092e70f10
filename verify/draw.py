#!/usr/bin/env python3
"""A second, independent working out of the draw of a survey's sample.

    draw.py FRAME.csv DRAW.json [HOUSEHOLDS.csv]

Works out again from the frame, and from the design and seed in the record, which units
are drawn and by which chances, and holds the record against it: exit 0 where it is the
same, 1 where it differs (each difference a line), 2 for wrong use. It shares no code
with the engine, and takes other ways where there are others. The frame must be sound:
its faults are told by "parindex survey draw". It needs Python 3.9 and nothing else; all
arithmetic is exact.
"""

import bisect
import csv
import hashlib
import itertools
import json
import math
import re
import sys
import unicodedata
from fractions import Fraction


def canonical(value):
    """RFC 8785 of texts, booleans, lists and objects whose keys are ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def order(text):
    """UTF-16 code units."""
    return text.encode("utf-16-be")


# ---------------------------------------------------------------- 1 The frame

TITLES = {
    "code": ("code", "Mã"), "name": ("name", "Tên"), "households": ("households", "Số hộ"),
    "cluster": ("cluster", "Mã thôn, tổ dân phố"), "household": ("household", "Mã hộ"),
}


def plain(text):
    """Without marks and case, signs as one space."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.category(c).startswith("M"))
    return re.sub(r"[\W_]+", " ", bare.replace("đ", "d").replace("Đ", "D").lower()).strip()


def table(file, columns):
    """The cells of the columns named, line by line."""
    with open(file, encoding="utf-8-sig", newline="") as source:
        text = source.read()
    head = re.split(r"[\r\n]", text, maxsplit=1)[0]
    rows = csv.reader(text.splitlines(keepends=True), delimiter=max(",;\t", key=head.count))
    keys = [plain(cell) for cell in next(rows)]
    places = [next(i for i, key in enumerate(keys) if key in map(plain, TITLES.get(name, (name,)))) for name in columns]
    for row in rows:
        if any(cell.strip() for cell in row):
            yield [unicodedata.normalize("NFC", row[place].strip()) for place in places]


def read_frame(file, lists_file, design):
    strata = [each["column"] for each in design["strata"]]
    upper = [stage["unit"] for stage in design["stages"] if stage["unit"] not in ("cluster", "household")]
    lists = {}
    for cluster, household in table(lists_file, ["cluster", "household"]) if lists_file else ():
        lists.setdefault(cluster, []).append(household)
    clusters = []
    for code, name, size, *others in table(file, ["code", "name", "households", *strata, *upper]):
        clusters.append({
            "code": code, "name": name, "size": int(size), "stratum": others[:len(strata)], "upper": others[len(strata):],
            "list": sorted(lists[code], key=order) if code in lists else None,
        })
    clusters.sort(key=lambda each: order(each["code"]))
    digest = hashlib.sha256()
    digest.update((canonical(["parindex-frame/1", strata, upper]) + "\n").encode())
    for each in clusters:
        line = [each["code"], each["name"], str(each["size"]), each["stratum"], each["upper"]]
        digest.update((canonical(line if each["list"] is None else [*line, each["list"]]) + "\n").encode())
    return clusters, digest.hexdigest()


# ---------------------------------------------------------------- 2 Numbers and choices

def stream(key, purpose):
    """Whole numbers below a bound, each with the same chance, from SHA-256 in counter mode."""
    own = sha256(canonical(["parindex-draw-numbers/1", *key, purpose]))
    blocks = (int(sha256(f"{own},{counter}"), 16) for counter in itertools.count(1))

    def below(bound):
        return next(block % bound for block in blocks if block < 2 ** 256 // bound * bound)

    return below


def sample_in_order(places, count, below):
    left, drawn = list(places), []
    for at in range(count):
        other = at + below(len(left) - at)
        left[at], left[other] = left[other], left[at]
        drawn.append(left[at])
    return drawn


def stepped(places, widths, count, below):
    """The units that lie under `count` points at equal steps."""
    if count == 0:
        return []
    ends = list(itertools.accumulate(widths[place] * count for place in places))
    whole = ends[-1] // count
    start = below(whole)
    return [places[bisect.bisect_right(ends, start + step * whole)] for step in range(count)]


def choose(method, sizes, count, below):
    """The places drawn, in order, and the chance of each place."""
    able = [place for place, size in enumerate(sizes) if size > 0 or method != "pps"]
    if method != "pps":
        chances = [Fraction(count, len(sizes)) if sizes else Fraction(0)] * len(sizes)
        drawn = sample_in_order(able, count, below) if method == "simple" else stepped(able, [1] * len(sizes), count, below)
        return able, drawn, chances
    certain, rest, left = [], able, count
    while left > 0:
        whole = sum(sizes[place] for place in rest)
        over = [place for place in rest if left * sizes[place] >= whole]
        if not over:
            break
        certain, rest, left = certain + over, [place for place in rest if place not in set(over)], left - len(over)
    whole = sum(sizes[place] for place in rest)
    chances = [Fraction(0)] * len(sizes)
    for place in rest:
        chances[place] = Fraction(left * sizes[place], whole)
    for place in certain:
        chances[place] = Fraction(1)
    return able, sorted(certain) + stepped(rest, sizes, left, below), chances


# ---------------------------------------------------------------- 3 The size of the sample

def level(total, weights, least, most):
    """What each gets of a total by one rate for all, held between its least and most."""
    def held(rate):
        return [min(max(rate * weight, low), high) for weight, low, high in zip(weights, least, most)]

    edges = sorted({Fraction(bound) / weight for weight, *bounds in zip(weights, least, most) if weight for bound in bounds})
    before = Fraction(0)
    for edge in edges:
        low, high = sum(held(before)), sum(held(edge))
        if high >= total:
            return held(edge if high == low else before + (edge - before) * (total - low) / (high - low))
        before = edge
    got = held(before)
    idle = [index for index, weight in enumerate(weights) if not weight]
    if idle:
        share = level(total - sum(got[i] for i in range(len(got)) if i not in idle), [Fraction(1)] * len(idle), [least[i] for i in idle], [most[i] for i in idle])
        for index, value in zip(idle, share):
            got[index] = value
    return got


def allocate(total, weights, least, most):
    ideals = level(total, weights, least, most)
    counts = [math.floor(ideal) for ideal in ideals]
    by_rest = sorted(range(len(ideals)), key=lambda index: (counts[index] - ideals[index], index))
    for index in by_rest[:total - sum(counts)]:
        counts[index] += 1
    return counts


def counts_of(design, clusters, strata):
    size, stages = design["size"], design["stages"]
    most = [sum(1 for unit in units if measure(unit) > 0 or stages[0]["method"] != "pps") for _, units in strata]
    if size["kind"] == "fixed":
        own = {tuple(each["stratum"]): each["value"] for each in size["counts"]}
        return [int(own.get(tuple(values), size.get("count"))) for values, _ in strata]
    total = int(size["count"]) if size["kind"] == "total" else None
    if total is None:
        last = stages[-1]["unit"]
        everything = (sum(each["size"] for each in clusters) if last == "household"
                      else len(clusters) if last == "cluster" else len({tuple(each["upper"]) for each in clusters}))
        wanted = math.ceil(Fraction(everything) / (1 + everything * Fraction(size["margin"]) ** 2))
        total = math.ceil(Fraction(wanted, math.prod(int(stage.get("take", 1)) for stage in stages)))
    way = size["allocation"]
    weights = []
    for values, units in strata:
        weight = Fraction(1)
        if way["by"] != "equal":
            weight = Fraction(len(units) if way["of"] == "units" else sum(map(measure, units)))
        if way["by"] == "neyman":
            weight *= Fraction(next(each["value"] for each in way["deviations"] if each["stratum"] == values))
        weights.append(weight)
    return allocate(total, weights, [min(int(way["minimum"]), high) for high in most], most)


# ---------------------------------------------------------------- 4 The draw

def units_in(clusters, stages, at):
    """The units of a stage: code, name, what lies within."""
    if stages[at]["unit"] == "cluster":
        return [(each["code"], each["name"], [each]) for each in clusters]
    groups = {}
    for each in clusters:
        groups.setdefault(each["upper"][at], []).append(each)
    return [(code, None, groups[code]) for code in sorted(groups, key=order)]


def measure(unit):
    return unit[2] if isinstance(unit[2], int) else sum(each["size"] for each in unit[2])


def below_in(unit, stages, at):
    if stages[at]["unit"] != "household":
        return units_in(unit[2], stages, at)
    [cluster] = unit[2]
    return [(code, None, 1) for code in cluster["list"] or map(str, range(1, cluster["size"] + 1))]


def draw(clusters, frame_hash, design, seed):
    stages, key = design["stages"], [seed, sha256(canonical(design)), frame_hash]
    by_stratum = {}
    for each in clusters:
        by_stratum.setdefault(canonical(each["stratum"]), []).append(each)
    strata = [(json.loads(name), units_in(by_stratum[name], stages, 0)) for name in sorted(by_stratum, key=order)]
    counts = counts_of(design, clusters, strata)
    drawn, short = [], []

    def in_list(units, count, at, stratum, path, sample, over):
        stage, below = stages[at], stream(key, [str(at + 1), stratum, path])
        able, places, chances = choose(stage["method"], [measure(unit) for unit in units], count, below)
        taken = set(places)
        rest = [place for place in able if place not in taken]
        spare = sample_in_order(rest, min(int(stage["reserves"]), len(rest)), below)
        for reserve, chosen in ((False, places), (True, spare)):
            for number, place in enumerate(chosen, 1):
                code, name, _ = units[place]
                own, chance, kept = [*path, code], chances[place], sample and not reserve
                drawn.append({
                    "unit": stage["unit"], "stratum": stratum, "path": own, **({} if name is None else {"name": name}), "order": str(number),
                    "reserve": reserve, "sample": kept, "probability": "%d/%d" % chance.as_integer_ratio(), "overall": "%d/%d" % (over * chance).as_integer_ratio(),
                })
                if at + 1 == len(stages):
                    continue
                within, wanted = below_in(units[place], stages, at + 1), int(stages[at + 1]["take"])
                has = sum(1 for unit in within if measure(unit) > 0 or stages[at + 1]["method"] != "pps")
                if has < wanted:
                    short.append({"path": own, "wanted": str(wanted), "has": str(has)})
                in_list(within, min(wanted, has), at + 1, stratum, own, kept, over * chance)

    for (values, units), count in zip(strata, counts):
        in_list(units, count, 0, values, [], True, Fraction(1))
    told = [{"stratum": values, "units": str(len(units)), "households": str(sum(map(measure, units))), "drawn": str(count)}
            for (values, units), count in zip(strata, counts)]
    record = {"format": "parindex-draw/1", "frame": frame_hash, "design": design, "designHash": key[1], "seed": seed, "strata": told, "units": drawn, "short": short}
    return {**record, "hash": sha256(canonical(record))}


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[1], encoding="utf-8") as source:
        record = json.load(source)
    clusters, frame_hash = read_frame(arguments[0], arguments[2] if len(arguments) == 3 else None, record["design"])
    again = draw(clusters, frame_hash, record["design"], record["seed"])
    differing = [key for key in sorted({*record, *again} - {"units"}) if record.get(key) != again.get(key)]
    units = [index for index, (is_, was) in enumerate(itertools.zip_longest(again["units"], record["units"])) if is_ != was]
    for key in differing:
        print(f"{key} differs")
    for index in units:
        print(f"units[{index}] differs")
    if not differing and not units:
        print("the same")
    return 1 if differing or units else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
