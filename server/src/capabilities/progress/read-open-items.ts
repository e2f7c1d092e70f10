import { inLanguage, itemsOfDomains, type Language, schemeNames } from '@parindex/core';
import { findingText } from '@parindex/core/words/finding-text';
import type { Reading } from '../../db/transaction.ts';
import { NO_OPEN_ITEMS, type OpenItems } from '../rounds/open-at-closing.ts';
import { countRound } from './count-sheets.ts';
import type { BoardMaking } from './making.ts';
import { findBoardRound } from './queries/board.ts';

/** What closing a round leaves open item by item, in the order of the bodies; of the sheets that the asker sees. */
export async function readOpenItems(db: Reading, round: string, making: BoardMaking, language: Language): Promise<OpenItems> {
  const plan = await findBoardRound(db, round);
  if (!plan) return NO_OPEN_ITEMS;
  const { edition, counted } = await countRound(db, plan, making);
  const names = schemeNames(edition.scheme, language);
  const titles = new Map(itemsOfDomains(edition.scheme.domains).map(({ code, title }) => [code, inLanguage(title, language) ?? code]));
  return {
    uncomputed: counted.flatMap(({ body, name, uncomputed }) =>
      uncomputed.flatMap((finding) =>
        finding.items.map((code) => ({ body: { id: body, name }, item: { code, title: titles.get(code) ?? code }, why: findingText(finding, names) })),
      ),
    ),
    notAppraised: counted.flatMap(({ body, state, counts }) =>
      state === 'sent' ? [{ body, items: counts.domains.reduce((sum, { asked, appraised }) => sum + asked - appraised, 0) }] : [],
    ),
  };
}
