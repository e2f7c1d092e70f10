import type { Mutant } from './mutant.ts';

const mutants = (...changes: (readonly [find: string, replace: string, what: string])[]): Mutant[] =>
  changes.map(([find, replace, what]) => ({ file: 'verify/recompute.py', find, replace, what }));

/** Mistakes in the second implementation, each of which some snapshot must show. */
export const PYTHON_MUTANTS: readonly Mutant[] = mutants(
  // Reading and numbers
  ['(\\.[0-9]{1,12})?")', '(\\.[0-9]{1,13})?")', 'thirteen decimals are a number'],
  ['return "0" if text == "-0" else str(text)', 'return str(text)', 'minus zero stays in the normal form'],
  ['if mode == "halfEven":', 'if mode == "halfUp":', 'the rounding modes are changed over'],
  ['math.floor(abs(scaled) + Fraction(1, 2))', 'math.ceil(abs(scaled) - Fraction(1, 2))', 'half way is rounded down'],
  ['Fraction(size if scaled >= 0 else -size, 10 ** places)', 'Fraction(size, 10 ** places)', 'rounding loses the sign'],
  ['return unicodedata.normalize("NFC", text)', 'return text', 'texts stay as they are composed'],
  ['return {key: value for key, value in members.items() if value is not None}', 'return members', 'null is a value'],
  // Expressions
  ['"<=": lambda a, b: a <= b', '"<=": lambda a, b: a < b', '<= is <'],
  ['">=": lambda a, b: a >= b', '">=": lambda a, b: a > b', '>= is >'],
  ['"!=": lambda a, b: a != b', '"!=": lambda a, b: a == b', '!= is =='],
  ['"negative": lambda a: -a', '"negative": lambda a: a', 'the minus is passed over'],
  ['Fraction(math.floor(a))', 'Fraction(int(a))', 'floor goes towards 0'],
  ['"min": min, "max": max', '"min": max, "max": min', 'min and max are changed over'],
  ['elif value == (sign == "and"):', 'elif value == (sign == "or"):', 'and is or'],
  ['parts[1 if evaluate(parts[0], figures, mode) else 2]', 'parts[2 if evaluate(parts[0], figures, mode) else 1]', 'choose takes the other part'],
  ['return Fraction((end - start).days)', 'return Fraction((start - end).days)', 'days run backwards'],
  ['return round_to(value, int(parts[1][1]), mode)', 'return round_to(value, int(parts[1][1]), "halfUp")', 'round goes up whatever the mode'],
  // Checking a scheme
  ['if None not in (edge, before) and edge >= before:', 'if None not in (edge, before) and edge > before:', 'two classes may begin alike'],
  ['if None not in (begin, before) and begin >= before:', 'if None not in (begin, before) and begin > before:', 'two bands may begin alike'],
  ['if parts_sum is not None and parts_sum != written:', 'if parts_sum is not None and parts_sum > written:', 'a maximum may be over the sum'],
  ['math.floor(open_start) + 1', 'math.ceil(open_start)', 'above a whole number begins with it'],
  ['points > widest', 'points >= widest', 'a check may not take everything away'],
  ['            if target == code:', '            if target == code and steps:', 'a branch may hang on itself'],
  ['if complete and value not in answers:', 'if False:', 'a case may never come'],
  ['total["denominator"] = self.regular.get("maximum")', 'total["denominator"] = "100"', 'the denominator is 100 where none is written'],
  ['target=(number(above=0), "1")', 'target=(number(above=0), "2")', 'the target is 2 where none is written'],
  ['ties=(word("competition", "dense"), "competition")', 'ties=(word("competition", "dense"), "dense")', 'ranks are dense where nothing is said'],
  [
    '(word("reduceMaximum", "fullPoints", "zero", "refused"), "refused")',
    '(word("reduceMaximum", "fullPoints", "zero", "refused"), "reduceMaximum")',
    'reduceMaximum where nothing is said',
  ],
  // Checking a snapshot
  [
    'out.get("state") in ("notApplicable", "claimedNotApplicable") and item["whenNotApplicable"] == "refused"',
    'out.get("state") in ("notApplicable", "claimedNotApplicable") and item["whenNotApplicable"] == "zero"',
    'the wrong policy refuses',
  ],
  ['if len(decimals) > int(', 'if len(decimals) > 1 + int(', 'a mean may have a decimal more'],
  ['return [] if [] in judged or not judged else judged[0]', 'return judged[0] if judged else []', 'only the first rule of a branch takes an answer'],
  [
    'return "outOfRange" if off_step or not bounds.hold(points) else None',
    'return "outOfRange" if not bounds.hold(points) else None',
    'points given need not be on a step',
  ],
  ['return None if min(0, limit) <= points <= max(0, limit)', 'return None if min(0, limit) < points <= max(0, limit)', '0 of upTo is not taken'],
  // Evaluating an item
  ['out.state, out.because = "notAnswered", "claimed"', 'out.state, out.because = "notApplicable", "sheet"', 'a claim is taken as confirmed'],
  ['elif item["code"] in self.excluded:', 'elif False:', 'nothing is excluded'],
  ['"reduceMaximum" if out.because in ("type", "excluded")', '"reduceMaximum" if out.because in ("type",)', 'what is excluded stays in the maximum'],
  ['if policy in ("reduceMaximum", "refused"):', 'if policy in ("reduceMaximum",):', 'refused keeps the maximum'],
  ['if named.state in ("scored", "notAnswered"):', 'if named.state == "scored":', 'a branch does not wait'],
  [
    'out.case, out.state, out.missing = None, "notAnswered", ["item." + code]',
    'out.case, out.state, out.missing = "otherwise", "notAnswered", ["item." + code]',
    'a branch that waits has a case',
  ],
  ['if answered[condition["id"]] == condition["when"]:', 'if answered[condition["id"]] != condition["when"]:', 'conditions are turned round'],
  ['exact(condition["points"]), condition["id"], False', 'exact(condition["points"]), condition["id"], out.capped', 'a condition leaves the mark of a cut'],
  ['if key in answer and judge(rule, key, answer, bounds) == []:', 'if key in answer:', 'an answer of another case is used'],
  ['if part > whole and of["over"] == "refuse":', 'if part > whole and whole and of["over"] == "refuse":', 'a part over a whole of 0 is not refused'],
  ['if part > whole and of["over"] == "cap":', 'if part > whole:', 'allow caps'],
  [
    'out.points = bounds.high if how == "full" else Fraction(0)',
    'out.points = bounds.high if how == "zero" else Fraction(0)',
    'zero and full are changed over',
  ],
  ['return exact(rule["yes" if out.answer["yes"] else "no"])', 'return exact(rule["no" if out.answer["yes"] else "yes"])', 'yes is no'],
  ['if rule["combine"] == "sum" else max)', 'if rule["combine"] == "sum" else min)', 'worst is the least'],
  ['if out.value >= exact(band["from"])', 'if out.value > exact(band["from"])', 'from does not take its edge'],
  ['else out.value > exact(band["above"])', 'else out.value >= exact(band["above"])', 'above takes its edge'],
  ['value < exact(rule["floor"])', 'value <= exact(rule["floor"])', 'on the floor is under it'],
  ['min(value / exact(rule["target"]), Fraction(1)) * bounds.high', 'value / exact(rule["target"]) * bounds.high', 'over the target is over the maximum'],
  ['return max(Fraction(0), out.value - exact(rule["free"]))', 'return (out.value - exact(rule["free"]))', 'units that are lacking cost points'],
  ['out.value = now - before', 'out.value = before - now', 'the difference is turned round'],
  ['if least < exact(rule["minimumAnswers"]):', 'if least <= exact(rule["minimumAnswers"]):', 'the minimum itself is too few'],
  ['if rule["groupWeights"] == "declared" else answers', 'if rule["groupWeights"] == "answers" else answers', 'declared weights and answers are changed over'],
  ['out.because = "belowMinimum" if there else None', 'out.because = "belowMinimum"', 'nothing there is too few'],
  // Totals, ranks, summary
  ['points = points * self.declared / self.maximum', 'points = points', 'nothing is rescaled'],
  ['min(max(self.total, exact(rules["clamp"]["min"])), exact(rules["clamp"]["max"]))', 'min(self.total, exact(rules["clamp"]["max"]))', 'no lower clamp'],
  ['(self.maximum / self.declared if shrinks else 1)', '(1 if shrinks else self.maximum / self.declared)', 'the wrong cap shrinks'],
  ['return "incomplete" if waits and', 'return "incomplete" if', 'every body is incomplete'],
  ['1 + (different if scheme["ranking"]["ties"] == "dense" else greater)', '1 + greater', 'dense ranks have gaps'],
  ['if exact(entry["from"]) <= value]', 'if exact(entry["from"]) < value]', 'a class does not take its edge'],
  ['height = (len(values) - 1) * share', 'height = len(values) * share - share / 2', 'quartiles of another type'],
  ['if totals.body["ranked"] and totals.index is not None:\n            field', 'if totals.index is not None:\n            field', 'all are ranked'],
);
