import { LEVELS } from '@parindex/core/published/index';
import type { SiteData } from './model.ts';
import type { Route } from './routes.ts';

/** Every page that there is, for tests and for a static copy. */
export const allRoutes = (data: SiteData): Route[] => [
  { page: 'front' },
  ...data.rounds.flatMap((round): Route[] => [
    { page: 'round', round: round.id },
    ...round.result.bodies.map((body): Route => ({ page: 'roundBody', round: round.id, body: body.id })),
  ]),
  ...data.registry.bodies.map((body): Route => ({ page: 'body', body: body.id })),
  ...LEVELS.flatMap((level): Route[] => [{ page: 'history', level }, ...data.years[level].map(({ year }): Route => ({ page: 'year', level, year }))]),
  { page: 'compareBodies' },
  { page: 'schemes' },
  ...data.schemes.map((scheme): Route => ({ page: 'scheme', scheme: scheme.id })),
  { page: 'search' },
  { page: 'about' },
  { page: 'accessibility' },
];
