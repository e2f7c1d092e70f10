import { searchFit, searchKey } from '@parindex/core';
import { type BodyRegistry, type FoundBody, lastName, searchBodies as searchRegistry } from '@parindex/core/bodies/index';
import * as contracts from '@parindex/core/contracts/search';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import { defineRoute } from '../../../http/route.ts';
import { presentPerson } from '../../accounts/present.ts';
import { listPeople } from '../../accounts/queries/people.ts';
import { administered, readsAllPeople } from '../../accounts/subject.ts';
import { presentBodyRows } from '../../bodies/present.ts';
import { findBodies } from '../../bodies/queries/bodies.ts';
import { listAdopted } from '../../editions/queries/editions.ts';
import { readyEditions } from '../../editions/ready.ts';
import { searchItems } from '../../editions/search-items.ts';
import { knowsDraftsOf, subjectOfRound } from '../../rounds/found.ts';
import { type CitationAccess, findKnownRounds, type KnownRound, listCited, readCitations, readStandings } from '../queries/search.ts';

/** Most results of one kind. */
const MOST_SHOWN = 8;
/** Most places of one document. */
const MOST_CITED = 4;

const NONE = { items: [], more: false };

/** The first results, and whether there are more. */
const firstOf = <T>(found: readonly T[]) => ({ items: found.slice(0, MOST_SHOWN), more: found.length > MOST_SHOWN });

/** People and their handovers: only in a signed-in browser, as everywhere. */
const readsPeople = ({ memberships, byToken }: Caller) => !byToken && may(memberships, 'person.read', { bodiesAbove: administered(memberships) });

/** Bodies of this installation, with whether they are outside the open rounds; and those that only the published results know. */
async function searchBodies(db: Reading, published: BodyRegistry | undefined, rounds: readonly KnownRound[], key: string) {
  const found = firstOf(await findBodies(db, { key, kind: undefined, parent: undefined, on: undefined, limit: MOST_SHOWN + 1, after: undefined }));
  const others = published ? searchRegistry(published, key) : [];
  const open = rounds.filter(({ state }) => state === 'open').map(({ id }) => id);
  const standings = new Map(
    (
      await readStandings(
        db,
        [...found.items, ...others.map(({ body }) => body)].map(({ id }) => id),
        open,
      )
    ).map((one) => [one.id, one]),
  );
  const elsewhere = firstOf(others.filter(({ body }) => !standings.has(body.id)));
  return {
    bodies: { ...found, items: (await presentBodyRows(db, found.items)).map((row) => ({ ...row, outside: standings.get(row.id)?.outside ?? false })) },
    published: { ...elsewhere, items: elsewhere.items.map(presentPublished) },
  };
}

const presentPublished = ({ body, found, name, became }: FoundBody) => ({
  id: body.id,
  name: name.full,
  formerly: found.full === name.full ? null : found.full,
  closed: body.closed ?? null,
  became: became.map((one) => lastName(one.body).full),
});

async function searchPeople(db: Reading, caller: Caller, key: string) {
  if (!readsPeople(caller)) return null;
  const under = readsAllPeople(caller.memberships) ? undefined : administered(caller.memberships);
  const found = firstOf(await listPeople(db, { under, key, after: undefined, limit: MOST_SHOWN }));
  return { ...found, items: found.items.map(presentPerson) };
}

/** What rights in a round depend on. */
const subjectOf = (round: KnownRound, moment: Date) => ({ ...subjectOfRound(round, moment), participants: round.participants.map(({ id }) => id) });

/**
 * Where an item is found: in the caller's own sheet, otherwise in one they may list, otherwise in a round they know of;
 * of several in the first, rounds that are open now before others.
 */
function placeIn(rounds: readonly KnownRound[], { memberships }: Caller, moment: Date) {
  const openFirst = rounds.toSorted((one, other) => Number(other.state === 'open') - Number(one.state === 'open'));
  const places = openFirst.map((round) => {
    const begun = round.state !== 'draft';
    const own = begun ? round.participants.find(({ id }) => may(memberships, 'sheet.declare', { body: id })) : undefined;
    return {
      round: { id: round.id, title: round.title },
      ownSheet: own ?? null,
      listsSheets: begun && may(memberships, 'sheet.list', subjectOf(round, moment)),
    };
  });
  return (
    places.find(({ ownSheet }) => ownSheet !== null) ??
    places.find(({ listsSheets }) => listsSheets) ??
    places[0] ?? { round: null, ownSheet: null, listsSheets: false }
  );
}

async function searchInEditions(db: Reading, caller: Caller, rounds: readonly KnownRound[], typed: string, moment: Date) {
  const byEdition = Map.groupBy(rounds, ({ edition }) => edition);
  // What the caller scores now stands first, then what is open, then what any round has used.
  const weightOf = (edition: string) =>
    Math.max(0, ...(byEdition.get(edition) ?? []).map(({ state, participants }) => 1 + (state === 'open' ? 4 : 0) + (participants.length > 0 ? 2 : 0)));
  const adopted = (await listAdopted(db)).toSorted((a, b) => weightOf(b.id) - weightOf(a.id));
  // Whoever fills in a sheet looks for its items, however well others fit.
  const scores = (edition: string) => (byEdition.get(edition) ?? []).some(({ state, participants }) => state === 'open' && participants.length > 0);
  const fitting = searchItems(await readyEditions(db, adopted), typed);
  const found = firstOf(fitting.toSorted((a, b) => Number(scores(b.edition.id)) - Number(scores(a.edition.id))));
  return {
    ...found,
    items: found.items.map(({ edition: { id, scheme }, code, title }) => ({
      ...{ code, title, edition: { id, title: scheme.title } },
      ...placeIn(byEdition.get(id) ?? [], caller, moment),
    })),
  };
}

async function searchDocuments(db: Reading, caller: Caller, rounds: readonly KnownRound[], key: string, moment: Date) {
  const seen: CitationAccess = {
    plans: rounds.map(({ id }) => id),
    registers: rounds.filter((round) => may(caller.memberships, 'round.register', subjectOf(round, moment))).map(({ id }) => id),
    handovers: caller.byToken ? null : { own: caller.account, under: administered(caller.memberships), all: readsAllPeople(caller.memberships) },
  };
  const fitting = (await listCited(db, seen))
    .flatMap((document) => {
      const fit = searchFit(key, document.number);
      return fit === undefined ? [] : [{ document, fit }];
    })
    .toSorted((a, b) => a.fit - b.fit)
    .map(({ document }) => document);
  const found = firstOf(fitting);
  return { ...found, items: await readCitations(db, seen, found.items, MOST_CITED) };
}

/** Search from anywhere: bodies, people, items, documents, each as far as the caller may read it. */
export function serveSearch(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.searchEverywhere, {
    handle: async ({ db, caller, query: { q }, receivedAt }) => {
      if (!caller) return { body: { bodies: NONE, published: NONE, people: null, items: NONE, documents: NONE } };
      const key = searchKey(q);
      // Punctuation alone matches nothing.
      if (key === '') return { body: { bodies: NONE, published: NONE, people: readsPeople(caller) ? NONE : null, items: NONE, documents: NONE } };
      const bodies = caller.memberships.flatMap(({ body }) => body ?? []);
      const known = await findKnownRounds(db, knowsDraftsOf(caller), bodies);
      const rounds = known.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
      return {
        body: {
          ...(await searchBodies(db, context.published, rounds, key)),
          people: await searchPeople(db, caller, key),
          items: await searchInEditions(db, caller, rounds, q, receivedAt),
          documents: await searchDocuments(db, caller, rounds, key, receivedAt),
        },
      };
    },
  });
}
