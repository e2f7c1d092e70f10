import type { Fieldwork } from './queries/fieldwork.ts';

/** What the bodies and groups of a survey are called. */
export const placeNames = ({ bodies, groups }: Pick<Fieldwork, 'bodies' | 'groups'>) => ({
  bodyName: (body: string): string => bodies.find(({ id }) => id === body)?.name ?? '',
  groupTitle: (of: string): string => groups.find(({ group }) => group.id === of)?.group.title ?? '',
});
