import { Faults } from '../reading/faults.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { countFrom1, type Draft, free, list, notNegative, object, oneOf, optional, required, type Shape, share, text, withDefault } from '../reading/shape.ts';
import type { FigureType } from '../rules/figure-type.ts';
import { itemsOfDomains, type Scheme } from '../scheme/types.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { CHECKS_FORMAT, type DateSpan, type Distance, HOUSE_DISTANCE, HOUSE_POINTS_DISTANCE, type LastYear, type SheetChecks } from './checks.ts';
import { FINDING_CODES, SEVERITIES, type Severity } from './finding.ts';

type Own = SheetChecks['farFromPast']['own'][number];

const distance = object<Distance>({ relative: required(notNegative), absolute: required(notNegative) });

const farFromPast = object<SheetChecks['farFromPast']>({
  figures: withDefault(distance, () => HOUSE_DISTANCE),
  points: withDefault(share, () => HOUSE_POINTS_DISTANCE),
  own: withDefault(list(object<Own>({ figure: required(text), relative: required(notNegative), absolute: required(notNegative) })), (): Own[] => []) as never,
  notCompared: withDefault(list(text), (): string[] => []) as never,
});

const severity = object<Record<string, Severity | undefined>>(
  Object.fromEntries(FINDING_CODES.map((code) => [code, optional(oneOf(SEVERITIES))])) as never,
) as unknown as Shape<SheetChecks['severity']>;

const checksShape = object<SheetChecks>({
  format: required(oneOf([CHECKS_FORMAT])),
  scheme: required(text),
  note: optional(free),
  severity: withDefault(severity, () => ({})),
  notAsked: withDefault(list(text), (): string[] => []) as never,
  partOfWhole: withDefault(list(object<SheetChecks['partOfWhole'][number]>({ part: required(text), whole: required(text) })), () => []) as never,
  percentages: withDefault(list(text), (): string[] => []) as never,
  dates: withDefault(
    list(object<DateSpan>({ figure: required(text), yearsBefore: withDefault(countFrom1, () => '0'), yearsAfter: withDefault(countFrom1, () => '0') })),
    () => [],
  ) as never,
  lastYear: withDefault(list(object<LastYear>({ figure: required(text), of: required(text) })), (): LastYear[] => []) as never,
  farFromPast: withDefault(farFromPast, () => farFromPast.read({}, null, new Faults()) as SheetChecks['farFromPast']),
});

const COUNTED: readonly FigureType[] = ['count', 'amount', 'number'];

/** Reads what an edition declares for the check before sending into normal form, or adds all that is wrong with it to `faults`. */
export function readChecks(raw: Raw, scheme: Scheme, faults: Faults, path: Path = ROOT): SheetChecks | undefined {
  const own = new Faults();
  const draft = checksShape.read(raw, path, own) as Draft<SheetChecks> | undefined;
  if (draft) checkNames(draft, scheme, path, own);
  faults.addAll(own);
  return own.none ? (draft as SheetChecks) : undefined;
}

/** Names that the scheme does not know, figures of the wrong type, and what stands twice. */
function checkNames(draft: Draft<SheetChecks>, scheme: Scheme, path: Path, faults: Faults): void {
  const types = figureTypesOf(scheme);
  const items = new Set(itemsOfDomains(scheme.domains).map(({ code }) => code));
  const figure = (id: string | undefined, where: Path, allowed: readonly FigureType[]) => {
    if (id === undefined) return;
    const type = types.get(id);
    if (type === undefined) faults.add('unknownId', where, { found: id });
    else if (!allowed.includes(type)) faults.add('wrongType', where, { found: type, expected: allowed.join(', ') });
  };
  const once = (ids: readonly (string | undefined)[] | undefined, where: (index: number) => Path) =>
    ids?.forEach((id, index) => {
      if (id !== undefined && ids.indexOf(id) < index) faults.add('duplicateId', where(index), { found: id });
    });

  if (draft.scheme !== undefined && draft.scheme !== scheme.id) faults.add('unknownId', at(path, 'scheme'), { found: draft.scheme });
  // What does not fit in a document is a hint, never a fault: people decide.
  if (draft.severity?.documentHint === 'mustMend') faults.add('notAllowedHere', at(path, 'severity', 'documentHint'), { found: 'mustMend' });

  draft.notAsked?.forEach((code, index) => {
    if (code !== undefined && !items.has(code)) faults.add('unknownId', at(path, 'notAsked', index), { found: code });
  });
  once(draft.notAsked, (index) => at(path, 'notAsked', index));

  draft.partOfWhole?.forEach((pair, index) => {
    const where = at(path, 'partOfWhole', index);
    figure(pair?.part, at(where, 'part'), COUNTED);
    figure(pair?.whole, at(where, 'whole'), COUNTED);
    if (pair?.part !== undefined && pair.part === pair.whole) faults.add('duplicateId', at(where, 'whole'), { found: pair.whole });
  });

  draft.percentages?.forEach((id, index) => figure(id, at(path, 'percentages', index), COUNTED));
  once(draft.percentages, (index) => at(path, 'percentages', index));

  draft.dates?.forEach((span, index) => figure(span?.figure, at(path, 'dates', index, 'figure'), ['date']));
  once(
    draft.dates?.map((span) => span?.figure),
    (index) => at(path, 'dates', index, 'figure'),
  );

  draft.lastYear?.forEach((pair, index) => {
    const where = at(path, 'lastYear', index);
    figure(pair?.figure, at(where, 'figure'), COUNTED);
    figure(pair?.of, at(where, 'of'), COUNTED);
    if (pair?.figure !== undefined && pair.figure === pair.of) faults.add('duplicateId', at(where, 'of'), { found: pair.of });
  });
  once(
    draft.lastYear?.map((pair) => pair?.figure),
    (index) => at(path, 'lastYear', index, 'figure'),
  );

  const far = at(path, 'farFromPast');
  const { own, notCompared } = draft.farFromPast ?? {};
  own?.forEach((each, index) => figure(each?.figure, at(far, 'own', index, 'figure'), COUNTED));
  once(
    own?.map((each) => each?.figure),
    (index) => at(far, 'own', index, 'figure'),
  );
  notCompared?.forEach((id, index) => figure(id, at(far, 'notCompared', index), COUNTED));
  once(notCompared, (index) => at(far, 'notCompared', index));
}
