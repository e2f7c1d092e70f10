import { inLanguage, itemsOfDomains, type Language, schemeNames } from '@parindex/core';
import { findingText } from '@parindex/core/words/finding-text';
import type { Reading } from '../../db/transaction.ts';
import type { UncomputedItem } from '../rounds/open-at-closing.ts';
import { countRound } from './count-sheets.ts';
import type { BoardMaking } from './making.ts';
import { findBoardRound } from './queries/board.ts';

/** The items of a round that cannot be computed as they stand, each with why, in the order of the list; of what the asker sees. */
export async function readUncomputed(db: Reading, round: string, making: BoardMaking, language: Language): Promise<UncomputedItem[]> {
  const plan = await findBoardRound(db, round);
  if (!plan) return [];
  const { edition, counted } = await countRound(db, plan, making);
  const names = schemeNames(edition.scheme, language);
  const titles = new Map(itemsOfDomains(edition.scheme.domains).map(({ code, title }) => [code, inLanguage(title, language) ?? code]));
  return counted.flatMap(({ body, name, uncomputed }) =>
    uncomputed.flatMap((finding) =>
      finding.items.map((code) => ({ body: { id: body, name }, item: { code, title: titles.get(code) ?? code }, why: findingText(finding, names) })),
    ),
  );
}
