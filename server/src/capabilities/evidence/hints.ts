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

/** Points out what in a version does not go together with the year, the body, and the items that cite it; people decide. */
export type HintsOf = (version: VersionRow, cited: Answer['cited']) => Hint[];

/** Reads what documents of a library are held against. `today` is yyyy-mm-dd. */
export async function readHints(db: Reading, place: SheetPlace, today: string, language: Language): Promise<HintsOf> {
  const before = await citedYearBefore(db, place.round, place.body);
  const bodyNames = await namesOfBody(db, place.body);
  const contextFor = (item: string): CitingContext => ({
    ...{ year: place.year, item, bodyNames, today },
    citedLastYear: before.filter(({ target }) => target === item).map(({ sha256, key, year }) => ({ sha256, documentNumberKey: key, year })),
  });
  return ({ facts, proposed, file }, cited) => {
    const document = { ...facts, read: proposed as FirstPage | null, sha256: file?.sha256 ?? null };
    // What an item has to do with it is told for each item that cites it; what it says of itself once.
    const items = cited.length === 0 ? [''] : [...new Set(cited.map(({ target }) => target))];
    const found = items.flatMap((item) => contradictions(document, contextFor(item)));
    const told = new Map(found.map((each) => [`${each.code} ${JSON.stringify(each.details)}`, each]));
    return [...told.values()].map((each) => ({ code: each.code, message: contradictionText(each, language) }));
  };
}
