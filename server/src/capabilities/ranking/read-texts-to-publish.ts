import { setImmediate } from 'node:timers/promises';
import { itemsOfDomains, type Language } from '@parindex/core';
import type { textToPublish } from '@parindex/core/contracts/schemas/index';
import { maskedAt, passagesAt, type Span, spansOf } from '@parindex/core/evidence/masked-text';
import { personalPassages } from '@parindex/core/evidence/personal-data';
import { TEXT_FIELDS, TEXT_KINDS, type TextKind, type TextsShown } from '@parindex/core/round/texts-to-publish';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { derivedId } from '../../derived-id.ts';
import { Problem } from '../../http/problems.ts';
import { iso } from '../../iso.ts';
import { readyEdition } from '../editions/ready.ts';
import { titlesOf } from '../editions/titles.ts';
import { counting } from '../explanation/explained-items.ts';
import { readReasons, readRemarks } from '../explanation/queries/explanation.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { readBodyResults } from '../rounds/queries/results.ts';
import { readExplanationStates } from '../sheets/queries/explanation-states.ts';
import { NOT_CLOSED } from './closed.ts';
import { type MaskRow, readClaimTexts, readMasks } from './queries/texts-to-publish.ts';

/** A reason or an explanation on an item of a body, in the version that stands. */
export interface TextToPublish {
  readonly id: string;
  readonly body: { readonly id: string; readonly name: string };
  readonly item: { readonly code: string; readonly title: string };
  readonly kind: TextKind;
  /** Of the entry that holds it. */
  readonly seq: number;
  readonly text: string;
  readonly mask: MaskRow | null;
}

/** A text with the places in it that may hold personal data. */
export interface SearchedText extends TextToPublish {
  readonly found: readonly Span[];
}

interface Wanted {
  readonly language: Language;
  /** Of one body alone. */
  readonly body?: string;
}

/** What of a closed round may be published, by place, item and kind; refused by name while it runs. */
export async function readTextsToPublish(db: Reading, plan: BoardRound, { language, body }: Wanted): Promise<TextToPublish[]> {
  if (plan.closedAt === null) throw new Problem('notNow', { detail: NOT_CLOSED });
  const { round } = plan;
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const titles = titlesOf(edition, language);
  const places = new Map(itemsOfDomains(edition.scheme.domains).map(({ code }, index) => [code, index]));
  const names = new Map((await readBodyResults(db, round, body)).map(({ body: id, result }) => [id, result.name]));
  const masks = new Map((await readMasks(db, round, body)).map((mask) => [`${mask.body} ${mask.seq} ${mask.field}`, mask]));
  const said = [
    ...(await readClaimTexts(db, round, body)).map((row) => ({ ...row, kind: row.field === 'reason' ? ('request' as const) : ('justification' as const) })),
    ...(await readReasons(db, round, language, body)).map((row) => ({ ...row, kind: row.stage })),
    ...counting(await readRemarks(db, round, body), await readExplanationStates(db, round, body)).flatMap((row) =>
      row.act === 'reply' || row.act === 'dispute' ? [{ ...row, kind: row.act }] : [],
    ),
  ];
  const order = new Map([...names.keys()].map((id, index) => [id, index]));
  return said
    .flatMap(({ body: id, item, kind, seq, text }): TextToPublish[] => {
      const name = names.get(id);
      if (name === undefined || text === null || text === '') return [];
      return [
        {
          ...{ id: derivedId(`${round} ${id} ${seq} ${TEXT_FIELDS[kind]}`), body: { id, name }, kind, seq, text },
          item: { code: item, title: titles.get(item)?.title ?? item },
          mask: masks.get(`${id} ${seq} ${TEXT_FIELDS[kind]}`) ?? null,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        (order.get(a.body.id) ?? order.size) - (order.get(b.body.id) ?? order.size) ||
        (places.get(a.item.code) ?? places.size) - (places.get(b.item.code) ?? places.size) ||
        TEXT_KINDS.indexOf(a.kind) - TEXT_KINDS.indexOf(b.kind),
    );
}

export const searchedText = (text: TextToPublish): SearchedText => ({ ...text, found: spansOf(text.text, personalPassages(text.text)) });

/** So many texts are searched before others are let in. */
const AT_ONCE = 200;

/** Texts with what may be personal data in them; a country's are many, and others wait no longer than for some of them. */
export async function searchTexts(texts: readonly TextToPublish[]): Promise<SearchedText[]> {
  const searched: SearchedText[] = [];
  for (const [index, text] of texts.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    searched.push(searchedText(text));
  }
  return searched;
}

/** A text as it is given out: as its owner masked it; until somebody has looked, without anything that may be personal data. */
export const givenOut = ({ text, mask, found }: SearchedText): string => maskedAt(text, mask?.spans ?? found);

const SHOWN: Readonly<Record<TextsShown, (text: SearchedText) => boolean>> = {
  found: ({ mask, found }) => mask === null && found.length > 0,
  open: ({ mask }) => mask === null,
  looked: ({ mask }) => mask !== null,
  all: () => true,
};

/** Those of a kind that is asked for. */
export const shownTexts = (texts: readonly SearchedText[], shown: TextsShown): SearchedText[] => texts.filter(SHOWN[shown]);

/** A text for whoever masks it. */
export function presentText({ id, body, item, kind, text, mask, found }: SearchedText): z.output<typeof textToPublish> {
  return {
    ...{ id, body, item, kind, text, found: passagesAt(text, found), version: mask?.version ?? 0 },
    mask: mask && { passages: passagesAt(text, mask.spans), by: mask.by, at: iso(mask.at) },
  };
}
