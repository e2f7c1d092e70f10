import { at, type Fault, Faults, isObject, type Language, type Raw, ROOT, readJson, Unreadable } from '@parindex/core';
import { writeJson } from '@parindex/core/reading/write-json';
import { followInCases } from '@parindex/core/studio/cases/confirm';
import { applyChanges, type Change, inverse } from '@parindex/core/studio/operations/change';
import { DRAFT_PARTS, type DraftPart, type DraftStep, readChanges, readSteps, takeStep } from '@parindex/core/studio/operations/draft-steps';
import { writeDraftText } from '@parindex/core/studio/operations/draft-text';
import { readDraftText } from '@parindex/core/studio/operations/read-draft-text';
import { type Conflict, conflicts, rebase } from '@parindex/core/studio/operations/rebase';
import { changeText, conflictText, nameOfPlace, operationText, refusalText } from '@parindex/core/words/draft-words';
import { type InBoth, texts } from '@parindex/core/words/texts';
import { CONTROL } from '../../http/content.ts';
import { type CheckedEdition, type EditionTexts, titleOf } from './check-texts.ts';

/** What a save changed of one of the texts, as a row of it holds. */
export interface PartChanges {
  readonly in: DraftPart;
  readonly changes: readonly Change[];
  readonly told: InBoth;
}

/** Steps that were taken on a version of a draft, and how it stands now. */
export interface StepsWord {
  readonly edition: string;
  readonly texts: EditionTexts;
  /** What was written since that version, save by save, as rows hold it. */
  readonly since: readonly string[];
  readonly steps: string;
  readonly language: Language;
}

export interface RefusedStep {
  readonly code: string;
  readonly path: string;
  /** What it is about, as it is called. */
  readonly place: string;
  readonly message: string;
}

export interface StepConflict extends Conflict {
  readonly in: DraftPart;
  readonly told: string;
  /** Which of the saves since then. */
  readonly save: number;
}

export type LaidSteps =
  | { readonly outcome: 'unreadable'; readonly why: InBoth }
  | { readonly outcome: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'refused'; readonly refused: readonly RefusedStep[] }
  | { readonly outcome: 'conflict'; readonly conflicts: readonly StepConflict[] }
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'laid';
      readonly texts: EditionTexts;
      readonly title: CheckedEdition['title'];
      /** As a row holds them. */
      readonly changes: string;
      readonly counts: Readonly<Record<DraftPart, number>>;
    };

/** Most steps of one save: what a person takes in an hour without a line, or pastes at once. */
const MOST_STEPS = 1_000;
const MOST_VALUES = 200_000;
/** Deepest that a value of a step is nested: what a row tells of it lies some levels deeper, and must be read again. */
const DEEPEST_VALUE = 100;
/** Most things that a save tells one by one. */
const MOST_TOLD = 5;

const WORDS = texts({
  more: { vi: (count: number) => `và ${count} thay đổi khác`, en: (count: number) => `and ${count} more changes` },
  otherId: {
    vi: 'Mã của bộ tiêu chí không đổi được trong bản dự thảo này; muốn dùng mã khác, đề nghị lập bản dự thảo mới.',
    en: 'The id of the edition cannot be changed within this draft; for another id make a new draft.',
  },
  nothingWritten: {
    vi: 'Văn bản sau khi sửa không còn đọc được; không có gì được lưu.',
    en: 'The text could not be read after these changes; nothing was kept.',
  },
});

const PARTS = (make: (part: DraftPart) => unknown) => Object.fromEntries(DRAFT_PARTS.map((part) => [part, make(part)]));

function controlIn(value: Raw): boolean {
  if (typeof value === 'string') return CONTROL.test(value);
  if (Array.isArray(value)) return value.some(controlIn);
  return isObject(value) && Object.entries(value).some(([key, member]) => CONTROL.test(key) || controlIn(member));
}

function requireFlat(value: Raw, left = DEEPEST_VALUE): void {
  if (left < 0) throw new Unreadable('tooDeep');
  if (Array.isArray(value)) for (const each of value) requireFlat(each, left - 1);
  else if (isObject(value)) requireFlat(Object.values(value), left);
}

/** The steps of a save, or all that is wrong with their form. */
function stepsOf(text: string): DraftStep[] | Faults {
  const faults = new Faults();
  const path = at(ROOT, 'steps');
  const { value } = readJson(text, MOST_VALUES);
  if (Array.isArray(value) && value.length > MOST_STEPS) {
    faults.add('outOfRange', path, { found: String(value.length), expected: `≤ ${MOST_STEPS}` });
    return faults;
  }
  for (const [index, step] of (Array.isArray(value) ? value : []).entries()) if (controlIn(step)) faults.add('badCharacter', at(path, index));
  const steps = readSteps(value, faults, path);
  if (!faults.none) return faults;
  requireFlat(value);
  return steps;
}

/** The saves of rows, part by part. */
export function readSaves(rows: readonly string[]): PartChanges[][] {
  return rows.map((row) =>
    (readJson(row).value as Raw[]).flatMap((entry): PartChanges[] =>
      isObject(entry) ? [{ in: entry['in'] as DraftPart, changes: readChanges(entry['changes'] ?? null, new Faults()), told: entry['told'] as never }] : [],
    ),
  );
}

class Writing {
  readonly here: Record<DraftPart, Raw>;
  readonly changes: Record<DraftPart, Change[]> = { document: [], cases: [] };
  readonly told: Record<DraftPart, InBoth[]> = { document: [], cases: [] };
  constructor(base: Readonly<Record<DraftPart, Raw>>) {
    this.here = { ...base };
  }

  /** Takes a step, with what follows of it in the cases; gives why it cannot be taken. */
  take(step: DraftStep, language: Language): Omit<RefusedStep, 'path'> | undefined {
    const before = this.here[step.in];
    const taken = takeStep(before, step);
    if ('refusal' in taken) {
      const { refusal } = taken;
      return { code: refusal.code, place: nameOfPlace(before, refusal.at, language), message: refusalText(refusal, before, language) };
    }
    if (taken.changes.length === 0) return undefined;
    this.#tell(step, before, taken.changes);
    this.#change(step.in, taken.changes);
    if (step.in === 'document') this.#change('cases', followInCases(this.here.cases, taken.renamed));
    return undefined;
  }

  #change(part: DraftPart, changes: readonly Change[]): void {
    this.changes[part].push(...changes);
    this.here[part] = applyChanges(this.here[part], changes);
  }

  #tell(step: DraftStep, before: Raw, changes: readonly Change[]): void {
    const say = (language: Language) =>
      'operation' in step ? [operationText(step.operation, before, language)] : changes.map((change) => changeText(change, before, language));
    const [vi, en] = [say('vi'), say('en')];
    this.told[step.in].push(...vi.map((text, index) => ({ vi: text, en: en[index] as string })));
  }
}

function toldTogether(told: readonly InBoth[]): InBoth {
  const say = (language: Language) => {
    const all = [...new Set(told.map((each) => each[language]))];
    return [...all.slice(0, MOST_TOLD), ...(all.length > MOST_TOLD ? [WORDS[language].more(all.length - MOST_TOLD)] : [])].join('; ');
  };
  return { vi: say('vi'), en: say('en') };
}

const CASES_FOLLOW: InBoth = { vi: 'Cập nhật mã trong các ví dụ tính điểm', en: 'Codes in the cases follow' };

/**
 * Takes steps on the version of a draft on which a person took them, and lays what they change onto the texts as they stand now, where that is in no
 * conflict with what others wrote since.
 */
export function laySteps(word: StepsWord): LaidSteps {
  try {
    return laidOnTexts(word);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { outcome: 'unreadable', why: { vi: WORDS.vi.nothingWritten, en: WORDS.en.nothingWritten } };
  }
}

function laidOnTexts({ edition, texts: { document, cases }, since, steps: sent, language }: StepsWord): LaidSteps {
  const steps = stepsOf(sent);
  if (steps instanceof Faults) return { outcome: 'faulty', faults: steps.list };
  const now: Record<DraftPart, Raw> = { document: readDraftText(document).value, cases: cases.trim() === '' ? [] : readDraftText(cases).value };
  const saves = readSaves(since);
  const others = PARTS((part) => saves.flatMap((save) => save.flatMap((each) => (each.in === part ? each.changes : [])))) as Record<DraftPart, Change[]>;
  const base = PARTS((part) => applyChanges(now[part], inverse(others[part]))) as Record<DraftPart, Raw>;

  const writing = new Writing(base);
  const refused = steps.flatMap((step, index): RefusedStep[] => {
    const why = writing.take(step, language);
    return why ? [{ ...why, path: `/steps/${index}` }] : [];
  });
  if (isObject(writing.here.document) && writing.here.document['id'] !== edition)
    refused.push({ code: 'unknownValue', path: '/document/id', place: nameOfPlace(base.document, ['id'], language), message: WORDS[language].otherId });
  if (refused.length > 0) return { outcome: 'refused', refused };

  const found = DRAFT_PARTS.flatMap((part) => conflictsIn(part, writing.changes[part], saves, others[part], base[part], language));
  if (found.length > 0) return { outcome: 'conflict', conflicts: found };

  const own = PARTS((part) => rebase(writing.changes[part], others[part])) as Record<DraftPart, Change[]>;
  const changed = DRAFT_PARTS.filter((part) => own[part].length > 0);
  if (changed.length === 0) return { outcome: 'unchanged' };
  const written = changed.map((part) => ({
    in: part,
    changes: own[part],
    told: writing.told[part].length > 0 ? toldTogether(writing.told[part]) : CASES_FOLLOW,
  }));
  const row = writeJson(written as never);
  // What cannot be read again could be neither told nor undone: a part that lies too deep is changed in the text.
  readJson(row);
  return {
    outcome: 'laid',
    texts: { document: writeDraftText(document, now.document, own.document), cases: writeDraftText(cases, now.cases, own.cases) },
    title: titleOf(applyChanges(now.document, own.document)),
    changes: row,
    counts: { document: own.document.length, cases: own.cases.length },
  };
}

function conflictsIn(
  part: DraftPart,
  own: readonly Change[],
  saves: readonly (readonly PartChanges[])[],
  others: readonly Change[],
  base: Raw,
  language: Language,
): StepConflict[] {
  const saveOf = saves.flatMap((save, index) => save.flatMap((each) => (each.in === part ? each.changes.map(() => index) : [])));
  return conflicts(own, others).map((conflict) => ({
    ...conflict,
    in: part,
    told: conflictText(conflict, base, language),
    save: saveOf[conflict.theirs] as number,
  }));
}
