import { inLanguage, type Language } from '@parindex/core';
import type { finalBodyAnswer, finalLossesAnswer } from '@parindex/core/contracts/schemas/index';
import { shortfallsOf } from '@parindex/core/progress/body-losses';
import type { FinalItem } from '@parindex/core/ranking/final-items';
import { type ItemStanding, standingsByStage } from '@parindex/core/ranking/final-result';
import { likeYears, yearOnYear } from '@parindex/core/ranking/year-on-year';
import { comparabilityOf } from '@parindex/core/scheme/comparability';
import { comparabilityWhy } from '@parindex/core/words/comparability-words';
import { nextPointsText } from '@parindex/core/words/next-points-words';
import { schemeNames } from '@parindex/core/words/scheme-names';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { titlesOf } from '../editions/titles.ts';
import { headOf } from '../progress/head.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { readYearBefore } from '../progress/year-before.ts';
import { type BodyResultRow, readBodyItems, readBodyResults } from '../rounds/queries/results.ts';
import { NOT_CLOSED } from './closed.ts';

type FinalBodyAnswer = z.output<typeof finalBodyAnswer>;

const standingOf = ({ state, points, maximum }: ItemStanding): ItemStanding => ({ state, points, maximum });

interface Wanted {
  readonly language: Language;
  /** The reason of the last decision on an item. */
  reasonOf(code: string): string | null;
}

/** Where a body lost points and what the next ones would have wanted, and its items beside the year before. */
export async function readExplained(
  db: Reading,
  plan: BoardRound,
  { body, result }: BodyResultRow,
  wanted: Wanted,
): Promise<Pick<FinalBodyAnswer, 'losses' | 'years'>> {
  const items = (await readBodyItems(db, plan.round, body))[0]?.items ?? null;
  if (items === null) return { losses: null, years: null };
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const claimed = standingsByStage(items, result.steps);
  return {
    losses: lossesOf(edition, items, (code) => claimed.get(code)?.get('claimed'), wanted),
    years: await readYears(db, plan, body, edition, items, wanted.language),
  };
}

function lossesOf(edition: ReadyEdition, items: readonly FinalItem[], claimedOf: (code: string) => ItemStanding | undefined, { language, reasonOf }: Wanted) {
  const names = schemeNames(edition.scheme, language);
  const titles = titlesOf(edition, language);
  const byCode = new Map(items.map((item) => [item.code, item]));
  return shortfallsOf(edition.prepared, items).flatMap(({ code, lost }) => {
    const [final, item, title] = [byCode.get(code), names.item(code), titles.get(code)];
    if (!final || !item || !title) return [];
    return [
      {
        ...{ code, lost, ...title },
        claimed: standingOf(claimedOf(code) ?? final),
        final: standingOf(final),
        reason: reasonOf(code),
        needs: final.next ? nextPointsText(item, final.next, names) : [],
      },
    ];
  });
}

/** Codes of the items at which a body lost points in the final result of a closed round. */
export async function readLostItems(db: Reading, plan: BoardRound, body: string): Promise<ReadonlySet<string>> {
  const { prepared } = await readyEdition(db, plan.edition, plan.editionHash);
  const items = (await readBodyItems(db, plan.round, body))[0]?.items ?? [];
  return new Set(shortfallsOf(prepared, items).map(({ code }) => code));
}

async function readYears(
  db: Reading,
  plan: BoardRound,
  body: string,
  edition: ReadyEdition,
  items: readonly FinalItem[],
  language: Language,
): Promise<FinalBodyAnswer['years']> {
  const before = await readYearBefore(db, plan.round, body);
  if (!before) return null;
  const compared = yearOnYear(edition.prepared, items, comparabilityOf(edition.scheme, before.run?.edition.scheme ?? null));
  const titles = titlesOf(edition, language);
  return {
    year: before.year,
    like: likeYears(edition.prepared, compared),
    items: compared.map((item) => ({
      ...{ code: item.code, title: titles.get(item.code)?.title ?? item.code, flag: item.flag, why: comparabilityWhy(item, language) },
      ...{ now: item.now, before: item.before, change: item.change },
    })),
  };
}

/** What each body lost at each item of a closed round. */
export async function readFinalLosses(
  db: Reading,
  plan: BoardRound,
  { moment, language }: { readonly moment: Date; readonly language: Language },
): Promise<z.output<typeof finalLossesAnswer>> {
  if (plan.closedAt === null) throw new Problem('notNow', { detail: NOT_CLOSED });
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const { scheme, prepared } = edition;
  const regular = prepared.items.flatMap(({ group, item }) => (group === 'regular' ? [item.code] : []));
  const titles = titlesOf(edition, language);
  const kept = new Map((await readBodyItems(db, plan.round)).map(({ body, items }) => [body, items]));
  const results = await readBodyResults(db, plan.round);
  const counts = new Set(scheme.domains.flatMap(({ code, group }) => (scheme.groups.find(({ id }) => id === group)?.kind === 'regular' ? [code] : [])));
  return {
    ...headOf(plan, scheme, moment),
    domains: scheme.domains.flatMap(({ code, title }) => (counts.has(code) ? [{ code, title: inLanguage(title, language) ?? code }] : [])),
    items: regular.map((code) => ({ code, title: titles.get(code)?.title ?? code, domain: titles.get(code)?.domain ?? '' })),
    rows: results.flatMap(({ body, result: { name, block } }) => {
      const items = kept.get(body);
      if (!items) return [];
      const byCode = new Map(items.map((item) => [item.code, item]));
      return [
        {
          body: { id: body, name, block },
          items: regular.map((code) => {
            const item = byCode.get(code);
            return item === undefined || item.state === 'notApplicable' ? null : { points: item.points, maximum: item.maximum };
          }),
        },
      ];
    }),
  };
}
