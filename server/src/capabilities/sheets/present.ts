import { type BodyResult, type Fault, type Language, ownPoints, ownPointsIfUnconfirmed, type SheetPoints, type SheetScore, sheetPoints } from '@parindex/core';
import { type Sheet, STAGES, type Stage, targetKey } from '@parindex/core/ledger/index';
import { closingFor, isOpen } from '@parindex/core/round/index';
import { fieldFaultText } from '@parindex/core/words/field-names';
import { iso } from '../../iso.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { calendarOf } from './calendar.ts';
import type { SheetContext, SheetPlace } from './queries/sheets.ts';
import { scoreStage, scoreStageIfConfirmed, stagesOf } from './sheet.ts';

const faultIn = (fault: Fault | undefined, language: Language) =>
  fault ? { code: fault.code, path: fault.path, message: fieldFaultText(fault, language) } : null;

/** An item's points with their explanation, and current faults of its figures. */
export const presentItem = ({ faults }: SheetScore, item: BodyResult['items'][number], language: Language) => ({
  ...item,
  fault: faultIn(faults.get(item.code), language),
});

/** The calendar as it applies to one body, extensions included. */
export function presentSteps(place: SheetPlace, moment: Date) {
  const { steps, extensions } = calendarOf(place);
  return steps.map((times) => ({
    step: times.step,
    opens: iso(times.opens),
    closes: iso(closingFor(times, extensions, place.body, null)),
    open: isOpen(times, extensions, place.body, null, moment.getTime()),
  }));
}

/** How far an open sheet was reopened. */
export const presentReopening = ({ state, reopening }: SheetPlace) =>
  state === 'open' && reopening ? { items: reopening.items, until: reopening.until === null ? null : iso(Date.parse(reopening.until)) } : null;

/** What a score comes to, where there is one. */
const ownOf = ({ prepared }: ReadyEdition, own: ReadonlySet<string>, score: SheetScore | null) => score && ownPoints(prepared, own, score.result.items);

/** A whole sheet for a reader: columns with points, stage by stage, with the previous year. */
export function presentSheet(
  edition: ReadyEdition,
  own: ReadonlySet<string>,
  place: SheetPlace,
  sheet: Sheet,
  scores: ReadonlyMap<Stage, SheetScore>,
  beside: SheetContext,
  language: Language,
  moment: Date,
) {
  const stagesFor = (kind: 'item' | 'figure', id: string) =>
    Object.fromEntries(
      STAGES.flatMap((stage) => {
        const cell = sheet.columns[stage].get(targetKey({ kind, id }));
        return cell ? [[stage, { fields: cell.fields, seqs: cell.seqs }]] : [];
      }),
    );
  return {
    round: place.round,
    year: place.year,
    edition: edition.id,
    body: { id: place.body, name: place.name, code: place.code, type: place.type, block: place.block },
    seq: sheet.seq,
    state: sheet.state,
    steps: presentSteps(place, moment),
    roundClosed: place.roundState === 'closed',
    sentUnsigned: place.sentUnsigned,
    reopening: presentReopening(place),
    columns: Object.fromEntries(
      [...scores].map(([stage, score]) => [
        stage,
        {
          points: sheetPoints(edition.prepared, own, score.result.items, beside.sealed),
          ifConfirmed: ownOf(edition, own, scoreStageIfConfirmed(edition, place, sheet, stage, beside)),
          items: score.result.items.map((item) => presentItem(score, item, language)),
        },
      ]),
    ),
    final: [...scores.keys()].at(-1) ?? 'claimed',
    sealed: beside.sealed,
    estimatesReleasedAt: beside.estimatesReleasedAt?.toISOString() ?? null,
    estimatesOpenedByClosing: beside.estimatesOpenedByClosing,
    items: edition.prepared.items.map(({ item: { code } }) => ({
      code,
      own: own.has(code),
      excluded: beside.exclusions[code] ?? null,
      stages: stagesFor('item', code),
      previousPoints: beside.previous?.items[code] ?? null,
    })),
    figures: edition.scheme.figures.map(({ id }) => ({ id, stages: stagesFor('figure', id), previous: beside.previous?.figures[id]?.value ?? null })),
  };
}

/** The sums of a sheet down to its domains. */
const sums = ({ domains, ...whole }: SheetPoints) => ({ ...whole, domains: domains.map(({ criteria, ...domain }) => domain) });

/** A sheet as a row of a list: what is claimed, the latest stage, and each item's points. */
export function presentRow(edition: ReadyEdition, own: ReadonlySet<string>, place: SheetPlace, sheet: Sheet, beside: SheetContext) {
  const final = stagesOf(sheet).at(-1) ?? 'claimed';
  const claimed = scoreStage(edition, place, sheet, 'claimed', beside);
  const last = final === 'claimed' ? claimed : scoreStage(edition, place, sheet, final, beside);
  const pointsOf = ({ result }: SheetScore) => sums(sheetPoints(edition.prepared, own, result.items, beside.sealed));
  const claimedPoints = pointsOf(claimed);
  return {
    body: { id: place.body, name: place.name, code: place.code, block: place.block },
    seq: sheet.seq,
    state: sheet.state,
    final,
    claimed: claimedPoints,
    latest: last === claimed ? claimedPoints : pointsOf(last),
    ifConfirmed: ownOf(edition, own, scoreStageIfConfirmed(edition, place, sheet, final, beside)),
    ifUnconfirmed: ownPointsIfUnconfirmed(edition.prepared, own, claimed.result.items),
    items: last.result.items.map(({ state, points }) => ({ state, points })),
  };
}
