import type { Language } from '@parindex/core';
import type { documentAnswer } from '@parindex/core/contracts/schemas/index';
import { type CitingContext, contradictions, type FirstPage } from '@parindex/core/evidence/index';
import { contradictionText } from '@parindex/core/words/contradiction-text';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import { citedYearBefore, namesOfBody, type VersionRow } from './queries/documents.ts';

type Answer = z.output<typeof documentAnswer>;
type Hint = Answer['versions'][number]['hints'][number];

/** Points out what in a version contradicts the year, the body, or the items that cite it; people decide. */
export type HintsOf = (version: VersionRow, cited: Answer['cited']) => Hint[];

/** Reads what the documents of a library are compared with. `today` is yyyy-mm-dd. */
export async function readHints(db: Reading, place: SheetPlace, today: string, language: Language): Promise<HintsOf> {
  const before = await citedYearBefore(db, place.round, place.body);
  const bodyNames = await namesOfBody(db, place.body);
  const contextFor = (item: string): CitingContext => ({
    ...{ year: place.year, item, bodyNames, today },
    citedLastYear: before.filter(({ target }) => target === item).map(({ sha256, key, year }) => ({ sha256, documentNumberKey: key, year })),
  });
  return ({ facts, proposed, file }, cited) => {
    const document = { ...facts, read: proposed as FirstPage | null, sha256: file?.sha256 ?? null };
    // Hints that concern an item are given for each citing item; hints on the document itself once.
    const items = cited.length === 0 ? [''] : [...new Set(cited.map(({ target }) => target))];
    const found = items.flatMap((item) => contradictions(document, contextFor(item)));
    const told = new Map(found.map((each) => [`${each.code} ${JSON.stringify(each.details)}`, each]));
    return [...told.values()].map((each) => ({ code: each.code, message: contradictionText(each, language) }));
  };
}
