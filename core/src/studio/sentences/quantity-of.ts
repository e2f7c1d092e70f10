import type { Quantity } from '../../rules/quantity.ts';
import { capital } from '../../text/capital.ts';
import type { Measure } from './intervals.ts';
import { lettersIn } from './reckoned.ts';
import { type FigureDraft, type ItemOfRule, idOf, type Said } from './rule-draft.ts';

/** What the words of a ratio name: "tỷ lệ giữa số A trên tổng số B". */
const RATIO = [
  /tỷ lệ\s+“([^”]+)”\s+trên\s+“([^”]+)”/iu,
  /(?:tỷ lệ|tỉ lệ|số phần trăm|%)\s*(?:%\s*)?(?:=\s*|giữa\s+|là\s+)?\(?\s*(số .+?)\s*(?:trên|\/|so với|chia cho|÷)\s*((?:tổng )?số .+?)\s*(?:\)|[×x*]\s*100\s*%?|[.;:]|$)/iu,
];
const DAYS = /^(?:theo )?số ngày từ\s+“([^”]+)”\s+đến\s+“([^”]+)”/iu;
/** A sentence that says by what points go, in words of a scheme's own. */
const LEAD = /^theo\s+(?:“([^”]+)”|(.+?))\s*(?::|$)/iu;

const LETTER = String.raw`(?<=^|[\s;,:(])([a-z])\s*(?:là|:|=)\s+`;
const STANDS_FOR = new RegExp(String.raw`${LETTER}(.+?)(?=[;,.]?\s+(?:và\s+)?[a-z]\s*(?:là|:|=)\s|[;.]?\s*$)`, 'giu');

/** What the letters of a formula stand for: "(b/a) × 2, trong đó a là tổng số …, b là số …". */
function namedByLetters(clauses: Said['clauses'], others: Said['others']): { readonly of: string; readonly to: string } | undefined {
  const letters = clauses.map((clause) => ('reckoned' in clause ? lettersIn(clause.reckoned) : undefined)).find((each) => each !== undefined);
  const names = new Map(others.flatMap((line) => [...line.matchAll(STANDS_FOR)].map(([, letter, name]) => [letter?.toLowerCase(), name])));
  const [of, to] = [names.get(letters?.of), names.get(letters?.to)];
  return of !== undefined && to !== undefined ? { of, to } : undefined;
}

/** What a table or a proportion measures; undefined where the words name something that is not read. */
export function quantityOf(
  measure: Measure,
  named: string | undefined,
  { clauses, others, settings }: Said,
  { code, title }: ItemOfRule,
): { of: Quantity; figures: FigureDraft[] } | undefined {
  const id = idOf(code);
  const leads = [...others, named ?? ''];
  const days = leads.map((line) => DAYS.exec(line)).find((match) => match !== null);
  if (days) {
    const figures = [1, 2].map((place) => ({ id: `${id}_${place === 1 ? 'from' : 'to'}`, type: 'date' as const, title: days[place] as string, named: true }));
    return { of: { days: figures.map((figure) => figure.id) }, figures };
  }
  const found = [...leads, title].flatMap((line) => RATIO.map((form) => form.exec(line))).find((match) => match !== null);
  const ratio = found ? { of: found[1] as string, to: found[2] as string } : namedByLetters(clauses, others);
  const lead = leads.map((line) => LEAD.exec(line)).find((match) => match !== null);
  if (lead && lead[1] === undefined && !ratio) return undefined;
  if (measure.kind === 'share') {
    const [of, to] = ratio ? [ratio.of, ratio.to] : [`Tử số của tỷ lệ tại tiêu chí ${code}`, `Mẫu số của tỷ lệ tại tiêu chí ${code}`];
    const figures = [
      { id: `${id}_of`, type: 'count' as const, title: capital(of), named: ratio !== undefined },
      { id: `${id}_to`, type: 'count' as const, title: capital(to), named: ratio !== undefined },
    ];
    return { of: { ratio: [`${id}_of`, `${id}_to`], whenNothing: settings.whenNothing ?? 'zero', over: settings.over ?? 'refuse' }, figures };
  }
  const name = lead?.[1] ?? (named || (measure.unit === '' ? '' : `Số ${measure.unit}`));
  return { of: { figure: id }, figures: [{ id, type: 'count', title: capital(name || `Số lượng tại tiêu chí ${code}`), named: name !== '' }] };
}
