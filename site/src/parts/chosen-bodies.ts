import type { BodyResult } from '@parindex/core';
import { lastName, type RegisteredBody } from '@parindex/core/bodies/index';
import type { PublishedFigure } from '@parindex/core/published/index';
import { seriesOf } from '@parindex/core/published/index';
import type { Context } from '../context.ts';
import type { RoundView } from '../model.ts';

/** The fewest and the most that are compared at once. */
const FEWEST = 2;
export const MOST = 5;

export interface ChosenBody {
  readonly id: string;
  readonly name: string;
  /** Undefined for an invented body. */
  readonly registered: RegisteredBody | undefined;
  readonly result: BodyResult | undefined;
  /** The figure of each year that has one; `conflict` where sources disagree on it. */
  readonly figures: ReadonlyMap<number, PublishedFigure & { readonly conflict: boolean }>;
}

export interface Choice {
  readonly bodies: readonly ChosenBody[];
  /** In which their parts are known. */
  readonly round: RoundView | undefined;
  /** Why they cannot be compared, in words; undefined where they can, or where none was chosen. */
  readonly trouble: string | undefined;
}

/** What an address asks to be compared: `co-quan` once for each body, `ky` for a round. */
export function readChoice(query: URLSearchParams, context: Context): Choice {
  const { texts, data } = context;
  const ids = [...new Set(query.getAll('co-quan'))];
  const wanted = query.get('ky');
  const round = data.rounds.find(({ id }) => id === wanted) ?? (wanted === null ? publishedOf(ids, context) : undefined);
  const refused = (trouble: string): Choice => ({ bodies: [], round: undefined, trouble });
  if (ids.length === 0) return query.has('loai') ? refused(texts.compare.nothing) : { bodies: [], round: undefined, trouble: undefined };
  if (wanted !== null && !round) return refused(texts.compare.noRound);
  const bodies = ids.slice(0, MOST).flatMap((id) => chosenBody(id, round, context) ?? []);
  const strangers = ids.filter((id) => !chosenBody(id, round, context));
  if (strangers.length > 0) return refused(texts.compare.unknown(strangers.join(', ')));
  const kinds = new Set(bodies.map(({ registered }) => registered?.kind));
  if (kinds.size > 1) return refused(texts.compare.unlike(bodies.map(({ name, registered }) => kindText(name, registered, context)).join('; ')));
  if (ids.length < FEWEST) return refused(texts.compare.fewer);
  if (ids.length > MOST) return refused(texts.compare.more(ids.length));
  return { bodies, round, trouble: undefined };
}

const kindText = (name: string, body: RegisteredBody | undefined, { texts }: Context): string =>
  body?.kind === 'province' || body?.kind === 'ministry' ? `${name} (${texts.compare.kind[body.kind]})` : name;

/** The published round in which all of them stand. */
const publishedOf = (ids: readonly string[], { data }: Context): RoundView | undefined =>
  data.rounds.find((round) => round.kind === 'published' && ids.every((id) => round.printed.has(id)));

function chosenBody(id: string, round: RoundView | undefined, { data }: Context): ChosenBody | undefined {
  const result = round?.result.bodies.find((body) => body.id === id);
  const registered = round?.kind === 'illustrative' ? undefined : data.registry.byId.get(id);
  if (round?.kind === 'illustrative' ? !result : !registered) return undefined;
  const series = registered ? seriesOf(data.history, registered) : [];
  return {
    id,
    name: registered ? lastName(registered).short : (result?.name ?? id),
    registered,
    result,
    figures: new Map(
      series.flatMap((entry) =>
        'figures' in entry && entry.figures[0] ? [[entry.year, { ...entry.figures[0], conflict: entry.state === 'conflict' }] as const] : [],
      ),
    ),
  };
}
