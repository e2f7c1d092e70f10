import { createHash } from 'node:crypto';
import type { Language } from '@parindex/core';
import type { ReadWorkbook } from '@parindex/core/imports/workbook/cells';
import { carriedDraft } from '@parindex/core/studio/annex/carried-draft';
import {
  type ImportDoubt,
  type ImportedPart,
  type ImportedScheme,
  type NameOfDraft,
  readSchemeTables,
  ruleInWords,
  withRulesOf,
} from '@parindex/core/studio/import/index';
import type { NumberRange } from '@parindex/core/studio/import/number-ranges';
import { ruleLines } from '@parindex/core/words/describe-scheme';
import { importDoubtText } from '@parindex/core/words/scheme-import-words';
import { stringify } from 'yaml';

/** Columns of a draft that is made of tables, before its longer texts are broken. */
const LINE_WIDTH = 160;

/** Over all that was read: a draft is made of what a person has seen, or of nothing. */
const digestOf = (workbook: ReadWorkbook, { parts, doubts }: ImportedScheme): string =>
  createHash('sha256')
    .update(JSON.stringify([workbook, parts, doubts]))
    .digest('hex');

const doubtFor = (language: Language) => (doubt: ImportDoubt) => ({ code: doubt.code, place: doubt.place, message: importDoubtText(doubt, language) });

const NAMELESS: NameOfDraft = { id: 'du-thao', title: '–' };

/** The tables of a file as they were read, for people. */
export function previewTables(workbook: ReadWorkbook, language: Language) {
  const imported = readSchemeTables(workbook, NAMELESS);
  const told = doubtFor(language);
  const part = (each: ImportedPart) => {
    const { level, code, title, points, sum, over, place, words, item, rule, doubts } = each;
    const sentence = ruleInWords(each, language);
    return {
      ...{ level, code, title, points: points ?? null, sum: sum ?? null, over: over ?? null, place, words, isItem: item !== undefined },
      rule: rule ? { sentence: sentence ? ruleLines(sentence) : [], doubtful: rule.doubts.length > 0 } : null,
      keepsRule: imported.text !== undefined && rule === undefined && (item?.['rule'] ?? null) !== null,
      doubts: doubts.map(told),
    };
  };
  const { counts, total } = imported;
  return {
    carried: imported.text !== undefined,
    digest: digestOf(workbook, imported),
    counts,
    parts: imported.parts.map(part),
    doubts: imported.otherDoubts.map(told),
    total: { written: total.written ?? null, sum: total.sum ?? null, over: total.over ?? null },
  };
}

/** A draft made of the tables, with those rules alone that were confirmed; undefined where they are not read as a person saw them. */
export function draftOfTables(
  workbook: ReadWorkbook,
  { name, digest, rules }: { readonly name: NameOfDraft; readonly digest: string; readonly rules: readonly NumberRange[] },
): { readonly document: string; readonly confirmed: number } | undefined {
  if (digestOf(workbook, readSchemeTables(workbook, NAMELESS)) !== digest) return undefined;
  const imported = readSchemeTables(workbook, name);
  const confirmed = new Set(imported.parts.flatMap(({ rule }, at) => (rule && rules.some(([first, last]) => at >= first && at <= last) ? [at] : [])));
  const { text } = imported;
  const document = text === undefined ? stringify(withRulesOf(imported, confirmed), { lineWidth: LINE_WIDTH }) : carriedDraft(text, imported, confirmed, name);
  return { document, confirmed: confirmed.size };
}
