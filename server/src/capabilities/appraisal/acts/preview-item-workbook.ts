import { at, Faults, inLanguage, type Language, type Raw, ROOT, schemeNames } from '@parindex/core';
import { type Conclusion, conclusionsOn, sameValue, type TakenFigure, verdictsOf } from '@parindex/core/appraisal/conclusions';
import { layVerdicts } from '@parindex/core/appraisal/lay-verdict';
import { reasonName } from '@parindex/core/appraisal/reasons';
import type { itemWorkbookPreview } from '@parindex/core/contracts/schemas/index';
import { moment as momentShape } from '@parindex/core/contracts/schemas/index';
import { cellOfFault, type ItemForm, itemForm, officialColumn, type ReadLine, readItemWorkbook } from '@parindex/core/imports/item-workbook/index';
import { type ReadWorkbook, type Why, type WorkbookRefusal, workbookWhy } from '@parindex/core/imports/workbook/index';
import { type Changes, conflictsOfTarget, type FieldValue, fieldsAt, type Sheet, type Stage, type Target } from '@parindex/core/ledger/index';
import type { FieldChange } from '@parindex/core/ledger/runs';
import { answerForms } from '@parindex/core/rules/answer-form';
import { CONCLUSION_NAMES } from '@parindex/core/words/conclusions';
import { changesText } from '@parindex/core/words/entry-words';
import { itemStateName } from '@parindex/core/words/item-state';
import { ITEM_PREVIEW_TEXTS } from '@parindex/core/words/item-workbook-words';
import { ownCauseText } from '@parindex/core/words/own-causes';
import { pointsOver } from '@parindex/core/words/points-text';
import { whyText } from '@parindex/core/words/workbook-words';
import type { z } from 'zod';
import type { Reading } from '../../../db/transaction.ts';
import { readyEdition } from '../../editions/ready.ts';
import type { BoardRound } from '../../progress/queries/board.ts';
import { type AppraisalTerms, readAppraisalTerms } from '../../rounds/queries/appraisal-terms.ts';
import { standingFigures } from '../../sheets/official-figures.ts';
import { type OpenSheet, readSheetsOf } from '../../sheets/open-sheet.ts';
import type { OfficialFigureRow } from '../../sheets/queries/official-figures.ts';
import { sheetAfter } from '../../sheets/rebuild.ts';
import { scoreStage } from '../../sheets/sheet.ts';
import { readFiguresOfItem } from '../figures-of-item.ts';
import { readVerdictsOnItem } from '../queries/verdicts.ts';
import { type AppraisalReader, readItemAppraisal } from '../read-appraisal.ts';
import { judgeVerdict } from './give-verdict.ts';
import { judgeOfficialFigures } from './record-official-figures.ts';

type Preview = z.output<typeof itemWorkbookPreview>;
type Line = Preview['lines'][number];
type Row = NonNullable<Awaited<ReturnType<typeof readItemAppraisal>>>['rows'][number];

const told = (refused: readonly WorkbookRefusal[], language: Language): Preview['refused'] =>
  refused.map(({ cell, why }) => ({
    cell,
    code: why.code === 'rule' ? why.fault.code : why.code === 'file' ? why.reason : why.code,
    message: whyText(why, language),
  }));

/** What an item's workbook would decide, and what would be refused if it were sent now; undefined where the item is not appraised. Nothing is written. */
export async function previewItemWorkbook(
  db: Reading,
  plan: BoardRound,
  code: string,
  reader: AppraisalReader,
  read: { readonly workbook: ReadWorkbook } | { readonly refused: WorkbookRefusal },
): Promise<Preview | undefined> {
  const { language } = reader;
  const appraisal = await readItemAppraisal(db, plan, code, reader);
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const form = itemForm(edition.scheme, answerForms(edition.prepared), code);
  if (!appraisal || !form) return undefined;
  if ('refused' in read) return { madeAt: null, lines: [], left: [], refused: told([read.refused], language) };
  const terms = await readAppraisalTerms(db, plan.round);
  const rows = new Map(appraisal.rows.map((row) => [row.body.id, row]));
  const causes = new Map(appraisal.ownCauses.map((one) => [one.body.id, one]));
  const named = { round: plan.title, item: `${code}. ${appraisal.item.title}`, edition: inLanguage(edition.scheme.title, language) ?? edition.id };
  const {
    madeAt,
    lines: found,
    refused,
  } = readItemWorkbook(
    read.workbook,
    { round: plan.round, item: code, edition: edition.id, editionHash: plan.editionHash, names: named },
    {
      ...{ form, language },
      reasons: terms.reasons.filter(({ retired }) => !retired),
      // Of one's own cause no number is told: whatever it says is left out below.
      lastSeqOf: (body) => (causes.has(body) ? Number.MAX_SAFE_INTEGER : rows.get(body)?.seq),
    },
  );
  const figures = await readFiguresOfItem(db, plan.round, edition, code, language);
  const seqs = new Map(found.map(({ body, seq }) => [body, seq]));
  const official = { now: standingFigures(figures.rows), whenMade: standingFigures(figures.rows, (body) => seqs.get(body) ?? 0) };
  const touched = found.filter((line) => line.conclusion !== null || officialChanges(line, form, official.whenMade).length > 0);
  const sheets = new Map(
    (
      await readSheetsOf(
        db,
        plan.round,
        touched.flatMap(({ body }) => (rows.has(body) ? [body] : [])),
      )
    ).map((open) => [open.place.body, open]),
  );
  const verdicts = new Map((await readVerdictsOnItem(db, plan.round, code)).map((verdict) => [verdict.body, verdict]));
  const left: Preview['left'] = [];
  const lines: Line[] = [];
  const faulty: WorkbookRefusal[] = [...refused];
  for (const line of touched) {
    const cause = causes.get(line.body);
    const row = rows.get(line.body);
    const open = sheets.get(line.body);
    if (cause) left.push({ cell: line.cell, body: { id: line.body, name: cause.body.name }, message: ownCauseText(cause.grounds, language) });
    if (!row || !open || cause) continue;
    const body = { id: line.body, name: row.body.name };
    const message = whyNot(row, language);
    if (message !== undefined || row.stage === null) {
      left.push({ cell: line.cell, body, message: message ?? '' });
      continue;
    }
    const wanted = officialChanges(line, form, official.whenMade).filter(({ figure, changes }) => !stands(official.now(line.body, figure), changes));
    const judged = judgeLine(line, { row, open, form, terms, stage: row.stage, wanted, official: (figure) => official.now(line.body, figure), language });
    if ('refused' in judged) faulty.push(...judged.refused);
    else if (judged.official.length > 0 || judged.verdict)
      lines.push({
        ...judged,
        cell: line.cell,
        body,
        seq: open.sheet.seq,
        since: await sinceMade(db, line, { open, form, last: verdicts.get(line.body), official, language }),
      });
  }
  return { madeAt: momentShape.safeParse(madeAt).data ?? null, lines, left, refused: told(faulty, language) };
}

/** Why the asker decides nothing on a body now; undefined: they do. */
function whyNot({ mine, holders, ready, stage, proposed }: Row, language: Language): string | undefined {
  const texts = ITEM_PREVIEW_TEXTS[language].left;
  if (!mine) return holders.length > 0 ? texts.givenTo(holders.map(({ name }) => name).join(', ')) : texts.notMine;
  if (stage === null) return texts.notOpen;
  if (!ready) return texts.stillScoring;
  return proposed ? texts.waits : undefined;
}

interface OfficialChange {
  readonly figure: string;
  readonly changes: Changes;
}

const DAY_AND_SOURCE = ['source', 'date'] as const;

/** The official figures that a line says otherwise than when the workbook was made. */
function officialChanges(line: ReadLine, form: ItemForm, whenMade: (body: string, figure: string) => OfficialFigureRow | undefined): OfficialChange[] {
  const [first] = form.figures.flatMap((figure) => whenMade(line.body, figure) ?? []);
  const otherSource = DAY_AND_SOURCE.some((field) => (line[field] ?? null) !== (first?.[field] ?? null));
  return form.figures.flatMap((figure): OfficialChange[] => {
    const [said, then] = [line.official.get(figure) ?? null, whenMade(line.body, figure)];
    if (sameValue(said, then?.value) && !(otherSource && said !== null)) return [];
    return [{ figure, changes: said === null ? {} : { value: said, source: line.source, date: line.date } }];
  });
}

/** Whether an official figure stands already as it is wanted. */
const stands = (row: OfficialFigureRow | undefined, changes: Changes): boolean =>
  row ? sameValue(row.value, changes['value']) && row.source === changes['source'] && row.date === changes['date'] : Object.keys(changes).length === 0;

interface Judging {
  readonly row: Row;
  readonly open: OpenSheet;
  readonly form: ItemForm;
  readonly terms: AppraisalTerms;
  readonly stage: Stage;
  readonly wanted: readonly OfficialChange[];
  readonly official: (figure: string) => OfficialFigureRow | undefined;
  readonly language: Language;
}

/** What a line would write, judged as the page's acts are; or each fault at its cell. */
function judgeLine(line: ReadLine, judging: Judging): Pick<Line, 'official' | 'verdict'> | { readonly refused: readonly WorkbookRefusal[] } {
  const { open, form, wanted, language } = judging;
  const faults = new Faults();
  judgeOfficialFigures(open, form.item.code, wanted as unknown as Raw, faults);
  if (!faults.none)
    return {
      refused: faults.list.map((fault) => {
        const [, index, , field] = fault.keys;
        const key = field === 'source' || field === 'date' ? field : officialColumn(wanted[Number(index)]?.figure ?? '');
        return { cell: line.cellOf(key), why: { code: 'rule', fault } };
      }),
    };
  const names = schemeNames(open.edition.scheme, language);
  const official = wanted.map(({ figure, changes }) => {
    const target: Target = { kind: 'figure', id: figure };
    const stood = judging.official(figure);
    const said = fieldChanges(
      stood ? { value: stood.value, source: stood.source, date: stood.date } : {},
      Object.keys(changes).length > 0 ? changes : { value: null },
    );
    return { figure, changes: { ...changes } as Record<string, string | boolean | null>, said: changesText(target, said, names) };
  });
  if (line.conclusion === null) return { official, verdict: null };
  const verdict = judgeConclusion(line, line.conclusion, judging);
  return 'refused' in verdict ? verdict : { official, verdict };
}

function judgeConclusion(
  line: ReadLine,
  conclusion: Conclusion,
  { row, open, form, terms, stage, wanted, official, language }: Judging,
): NonNullable<Line['verdict']> | { readonly refused: readonly WorkbookRefusal[] } {
  const { edition, place, sheet, beside } = open;
  const item = form.item.code;
  const refuse = (key: string, why: Why) => ({ refused: [{ cell: line.cellOf(key), why }] });
  const standing = (target: Target) => fieldsAt(sheet, stage, target);
  const taken = form.figures.flatMap((figure): TakenFigure[] => {
    const change = wanted.find((one) => one.figure === figure);
    const known = change ? change.changes : official(figure);
    const { value, source, date } = (known ?? {}) as { value?: FieldValue; source?: string | null; date?: string | null };
    if (value === undefined || value === null || sameValue(standing({ kind: 'figure', id: figure })['value'], value)) return [];
    return [{ figure, value, source: source ?? null, date: date ?? null }];
  });
  if (conclusion === 'official' && taken.length === 0) return refuse('conclusion', workbookWhy('noOfficialFigure'));
  const isClaim = row.claimed.state === 'claimed' && row.verdict === 'waiting';
  const offered = conclusionsOn({ isClaim, hasOfficial: taken.length > 0 });
  const called = (one: Conclusion) => CONCLUSION_NAMES[language][one];
  if (!offered.includes(conclusion))
    return refuse('conclusion', workbookWhy('unknownChoice', { found: called(conclusion), expected: offered.map(called).join(' | ') }));
  const writes = verdictsOf(conclusion, { item, values: line.values, official: taken, text: line.text, standing });
  const isOtherwise = writes.some(({ changes }) => Object.keys(changes).length > 0);
  if (conclusion === 'change' && !isOtherwise) return refuse('conclusion', workbookWhy('nothingChanged'));
  const faults = new Faults();
  if (isOtherwise && line.reason === null) faults.add('missingKey', at(ROOT, 'reason'), { key: 'reason' });
  if (isOtherwise && line.text === '') faults.add('missingKey', at(ROOT, 'reason', 'text'), { key: 'text' });
  const reason = line.reason === null || line.text === '' ? null : { code: line.reason, text: line.text };
  const figures = writes.slice(0, -1).map(({ target, changes }) => ({ figure: target.id, changes }));
  const changes = writes.at(-1)?.changes ?? {};
  const raw = { changes, figures, reason } as unknown as Raw;
  const judged = faults.none ? judgeVerdict(open, { kind: 'item', id: item }, stage, terms, raw, faults) : undefined;
  if (!judged || !faults.none)
    return {
      refused: faults.list.map((fault) => ({
        cell: cellOfFault(
          line,
          item,
          figures.map(({ figure }) => figure),
          fault,
        ),
        why: { code: 'rule', fault },
      })),
    };
  const names = schemeNames(edition.scheme, language);
  const points = (of: Sheet) => {
    const result = scoreStage(edition, place, of, stage, beside).result.items.find((one) => one.code === item);
    if (!result) return '–';
    return result.state === 'scored' ? pointsOver(result, edition.scheme, language) : itemStateName(result, language);
  };
  return {
    conclusion,
    changes: { ...changes } as Record<string, string | boolean | string[] | null>,
    figures: figures.map((one) => ({ ...one, changes: { ...one.changes } as Record<string, string | boolean | string[] | null> })),
    reason,
    said: writes
      .flatMap(({ target, changes: of }) => (Object.keys(of).length === 0 ? [] : [changesText(target, fieldChanges(standing(target), of), names)]))
      .join('; '),
    why: reason ? [reasonName(terms.reasons, reason.code, language), reason.text].join(': ') : '',
    now: points(sheet),
    after: points(layVerdicts(sheet, stage, edition.id, judged.writes)),
    second: judged.standing === 'proposed',
  };
}

/** Each change beside what stands. */
const fieldChanges = (stood: Readonly<Record<string, unknown>>, changes: Changes): FieldChange[] =>
  Object.entries(changes).map(([field, after]): FieldChange => {
    const before = stood[field] as FieldValue | undefined;
    return {
      field,
      before: before === undefined || before === null ? { is: 'absent' } : { is: 'value', value: before },
      after: after === null ? { is: 'absent' } : { is: 'value', value: after },
    };
  });

interface Since {
  readonly open: OpenSheet;
  readonly form: ItemForm;
  readonly last: { readonly seq: number; readonly by: { readonly name: string } } | undefined;
  readonly official: Readonly<Record<'now' | 'whenMade', (body: string, figure: string) => OfficialFigureRow | undefined>>;
  readonly language: Language;
}

/** What others wrote of the item since a line went out, in sentences: whoever sends it has seen that first. */
async function sinceMade(db: Reading, { body, seq }: ReadLine, { open, form, last, official, language }: Since): Promise<string[]> {
  const { edition, place, sheet } = open;
  if (sheet.seq === seq) return [];
  const texts = ITEM_PREVIEW_TEXTS[language].since;
  const names = schemeNames(edition.scheme, language);
  const targets: readonly Target[] = [...form.figures.map((id): Target => ({ kind: 'figure', id })), { kind: 'item', id: form.item.code }];
  const changed = targets.filter((target) => conflictsOfTarget(sheet, target, {}, seq).length > 0);
  const made = changed.length > 0 ? await sheetAfter(db, place.round, body, seq) : sheet;
  const said = changed.flatMap((target) => {
    const [before, after] = [fieldsAt(made, 'council', target), fieldsAt(sheet, 'council', target)];
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !sameValue(before[field], after[field]));
    const text = changesText(target, fieldChanges(before, Object.fromEntries(fields.map((field) => [field, after[field] ?? null]))), names);
    return text === '' ? [] : [texts.values(text)];
  });
  const figures = form.figures.flatMap((figure) => {
    const [then, now] = [official.whenMade(body, figure), official.now(body, figure)];
    return then?.seq === now?.seq ? [] : [texts.official(names.figureTitle(figure), now ? names.declared(now.value) : texts.none)];
  });
  return [...(last && last.seq > seq ? [texts.verdict(last.by.name)] : []), ...said, ...figures];
}
