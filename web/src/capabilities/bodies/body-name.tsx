import { useQuery } from '@tanstack/react-query';
import { bodyNameQuery } from './queries/bodies.ts';

/** The name of a body of which only the id is known. */
export function BodyName({ id }: { id: string }) {
  return useQuery(bodyNameQuery(id)).data ?? id;
}
