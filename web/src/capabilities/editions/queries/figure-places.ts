import type { InBoth } from '@parindex/core/words/texts';
import { queryOptions } from '@tanstack/react-query';
import { loadedLater } from '../../../client/loaded-later.ts';
import { normalFormQuery } from '../../../client/normal-form.ts';

/** A figure's title, and the first item whose form asks for it. */
export interface FigurePlace {
  readonly title: InBoth;
  readonly item: string | undefined;
}

/** The figures of an adopted edition by their ids. */
export const figurePlacesQuery = (edition: string) =>
  queryOptions({
    queryKey: ['figure-places', edition],
    queryFn: async ({ client }): Promise<ReadonlyMap<string, FigurePlace>> => {
      // Loaded on demand: the reader of schemes is large, and most libraries do without it.
      const { readyRules } = await loadedLater(() => import('./edition-rules.ts'));
      const { scheme, forms } = readyRules(await client.ensureQueryData(normalFormQuery(edition)));
      const itemOf = (figure: string) =>
        [...forms.values()].find(({ fields }) => fields.some(({ target }) => target.kind === 'figure' && target.id === figure))?.item;
      return new Map(
        scheme.figures.map(({ id, title }) => [id, { title: { vi: title?.vi ?? id, en: title?.en ?? title?.vi ?? id }, item: itemOf(id) }] as const),
      );
    },
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
