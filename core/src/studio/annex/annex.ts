import type { NumberText } from '../../quantity/number-text.ts';
import { Faults } from '../../reading/faults.ts';
import type { Raw } from '../../reading/raw.ts';
import type { Draft } from '../../reading/shape.ts';
import { groupKindOf, hasPartsDraft } from '../../scheme/complete.ts';
import { readSchemeDraft } from '../../scheme/read.ts';
import type { Item, Scheme, SchemeStatus } from '../../scheme/types.ts';
import { ANNEX_NO_RULE, ANNEX_RULE_FAULTY } from '../../words/annex-words.ts';
import { describeRule } from '../../words/describe-rule.ts';
import { guidanceText, isAssumed, itemNotes, knownText, ruleLines } from '../../words/describe-scheme.ts';
import { SOURCE_NAMES } from '../../words/kinds.ts';
import { type SchemeNames, schemeNames } from '../../words/scheme-names.ts';
import type { TableColumn } from '../import/headings.ts';
import { valueAt } from '../operations/change.ts';

/** The columns of the annex in their order. */
export const ANNEX_COLUMNS = [
  'code',
  'title',
  'points',
  'rule',
  'evidence',
  'source',
  'appraisedBy',
  'legalBasis',
  'note',
] as const satisfies readonly TableColumn[];
export type AnnexColumn = TableColumn;
/** The others stand in it only where a part says something there. */
const ALWAYS: readonly AnnexColumn[] = ['code', 'title', 'points', 'rule', 'source'];

export type Keys = readonly (string | number)[];

/** A part of a scheme as its annex has it: a domain, a criterion with parts, or an item. */
export interface AnnexRow {
  /** Where the part stands in the document. */
  readonly keys: Keys;
  readonly level: 'domain' | 'criterion' | 'item';
  /** Within a penalty group points are taken, and an item's are its minimum. */
  readonly penalty: boolean;
  /** Points as a number text; empty where there is nothing to say. */
  readonly cells: Readonly<Record<AnnexColumn, string>>;
  /** Lines at the end of the rule's cell that are not said by the rule: conditions, who it applies to. */
  readonly besides: readonly string[];
}

/** A whole scheme as the table of a decision's annex, in Vietnamese. */
export interface Annex {
  readonly title: string;
  readonly status: SchemeStatus | undefined;
  readonly columns: readonly AnnexColumn[];
  readonly rows: readonly AnnexRow[];
  /** Of the regular points. */
  readonly total: NumberText | undefined;
}

/** The annex of a document as in `schemes/`. It may have faults: what cannot be said of a part is left empty. */
export function annexOf(document: Raw): Annex {
  const faults = new Faults();
  const draft = readSchemeDraft(document, faults) ?? {};
  const isSound = (keys: Keys) => faults.none || !faults.list.some((fault) => keys.every((key, index) => fault.keys[index] === key));
  const names = schemeNames(soundPartsOf(draft, isSound), 'vi');
  const rows = (draft.domains ?? []).flatMap((domain, d): AnnexRow[] => {
    const penalty = groupKindOf(draft, domain?.group) === 'penalty';
    const headed = (level: 'domain' | 'criterion', part: Told | undefined, keys: Keys): AnnexRow => ({
      keys,
      level,
      penalty,
      cells: cellsOf(part, penalty ? undefined : part?.maximum),
      besides: [],
    });
    const itemRow = (item: Draft<Item> | undefined, keys: Keys): AnnexRow => {
      const { rule, besides } =
        item && isSound(keys)
          ? scoring(item as Item, names)
          : { rule: [valueAt(document, [...keys, 'rule']) === undefined ? ANNEX_NO_RULE : ANNEX_RULE_FAULTY], besides: [] };
      const cells = cellsOf(item, penalty ? item?.minimum : item?.maximum);
      return {
        keys,
        level: 'item',
        penalty,
        cells: { ...cells, rule: [...rule, ...besides].join('\n'), source: item?.source ? SOURCE_NAMES.vi[item.source] : '' },
        besides,
      };
    };
    return [
      headed('domain', domain, ['domains', d]),
      ...(domain?.criteria ?? []).flatMap((criterion, c): AnnexRow[] => {
        const keys = ['domains', d, 'criteria', c];
        if (!criterion || !hasPartsDraft(criterion)) return [itemRow(criterion as Draft<Item> | undefined, keys)];
        return [headed('criterion', criterion, keys), ...(criterion.subCriteria ?? []).map((item, s) => itemRow(item, [...keys, 'subCriteria', s]))];
      }),
    ];
  });
  const total = draft.groups?.find((group) => group?.kind === 'regular')?.maximum;
  return {
    title: draft.title?.vi ?? '',
    status: draft.status,
    columns: ANNEX_COLUMNS.filter((column) => ALWAYS.includes(column) || rows.some(({ cells }) => cells[column] !== '')),
    rows,
    total,
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What of a part stands in cells of its own. */
interface Told {
  readonly code?: string | undefined;
  readonly title?: { readonly vi?: string | undefined } | undefined;
  readonly maximum?: string | undefined;
  readonly guidance?: unknown;
}

function cellsOf(part: Told | undefined, points: string | undefined): AnnexRow['cells'] {
  const { guidance, evidence } = guidanceText(part?.guidance, 'vi');
  return {
    code: part?.code ?? '',
    title: part?.title?.vi ?? '',
    points: points ?? '',
    rule: '',
    evidence: textOf(evidence),
    source: '',
    appraisedBy: textOf(knownText(part?.guidance, 'appraisedBy', 'vi')),
    legalBasis: textOf(knownText(part?.guidance, 'article', 'vi')),
    note: textOf(guidance),
  };
}

function scoring(item: Item, names: SchemeNames): { readonly rule: readonly string[]; readonly besides: readonly string[] } {
  return {
    rule: ruleLines(describeRule(item, names)),
    besides: [...itemNotes(item, names), ...(isAssumed(item.guidance) ? [`[${names.phrases.assumedThresholds}]`] : [])],
  };
}

/** What of a draft has no fault, as a scheme whose parts have names. */
function soundPartsOf(draft: Draft<Scheme>, isSound: (keys: Keys) => boolean): Scheme {
  const sound = (list: readonly unknown[] | undefined, ...keys: Keys) => (list ?? []).filter((_, index) => isSound([...keys, index]));
  return {
    ...draft,
    figures: sound(draft.figures, 'figures'),
    survey: {
      ...draft.survey,
      groups: sound(draft.survey?.groups, 'survey', 'groups'),
      questions: sound(draft.survey?.questions, 'survey', 'questions'),
    },
    domains: (draft.domains ?? []).map((domain, d) => ({
      criteria: (domain?.criteria ?? []).flatMap((criterion, c): unknown[] => {
        const keys = ['domains', d, 'criteria', c];
        if (criterion && hasPartsDraft(criterion)) return [{ subCriteria: sound(criterion.subCriteria, ...keys, 'subCriteria') }];
        return isSound(keys) ? [criterion] : [];
      }),
    })),
  } as Scheme;
}
