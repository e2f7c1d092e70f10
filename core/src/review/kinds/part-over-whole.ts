import { compare, fromText } from '../../quantity/rational.ts';
import { plainRulesOf } from '../../snapshot/answers.ts';
import type { Kind } from '../kind.ts';
import type { ReviewedSheet } from '../reviewed-sheet.ts';

interface Pair {
  readonly part: string;
  readonly whole: string;
}

/** Shares that the scheme refuses over their whole, of the items that have no points for it. */
const refusedPairs = ({ items, faults }: ReviewedSheet): Pair[] =>
  items
    .filter(({ result }) => faults.get(result.code)?.code === 'overWhole')
    .flatMap(({ item }) => plainRulesOf(item.item.rule))
    .flatMap((rule) => {
      if (!('of' in rule) || !('ratio' in rule.of) || rule.of.over !== 'refuse') return [];
      const [part = '', whole = ''] = rule.of.ratio;
      return [{ part, whole }];
    });

/** A part that is larger than its whole: by the scheme's own shares, or by what is declared beside it. */
export const partOverWhole: Kind<'partOverWhole'> = {
  severity: 'mustMend',
  *find(sheet, { partOfWhole }) {
    const seen = new Set<string>();
    for (const { part, whole } of [...refusedPairs(sheet), ...partOfWhole]) {
      const [partValue, wholeValue] = [sheet.figures[part]?.value, sheet.figures[whole]?.value];
      if (typeof partValue !== 'string' || typeof wholeValue !== 'string' || seen.has(`${part} ${whole}`)) continue;
      seen.add(`${part} ${whole}`);
      if (compare(fromText(partValue), fromText(wholeValue)) <= 0) continue;
      const users = new Set([...sheet.usersOf(part), ...sheet.usersOf(whole)]);
      const items = sheet.items.flatMap(({ result: { code } }) => (users.has(code) ? [code] : []));
      const item = sheet.usersOf(part)[0] ?? items[0] ?? null;
      yield { where: { item, figure: part }, items, details: { part, partValue, whole, wholeValue } };
    }
  },
};
