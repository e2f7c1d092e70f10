import type { SiteData } from './model.ts';
import type { Route } from './routes.ts';

/** Every page that there is, for tests and for a static copy. */
export const allRoutes = (data: SiteData): Route[] => [
  ...data.rounds.flatMap((round): Route[] => [
    { page: 'round', round: round.id },
    ...round.result.bodies.map((body): Route => ({ page: 'roundBody', round: round.id, body: body.id })),
  ]),
  ...data.registry.bodies.map((body): Route => ({ page: 'body', body: body.id })),
  { page: 'history', level: 'province' },
  { page: 'history', level: 'ministry' },
  { page: 'schemes' },
  ...data.schemes.map((scheme): Route => ({ page: 'scheme', scheme: scheme.id })),
  { page: 'search' },
  { page: 'about' },
  { page: 'accessibility' },
];
