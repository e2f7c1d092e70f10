import * as bodies from '@parindex/core/contracts/bodies';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import { type Answer, isRefusal, type Sent } from '../../../client/request.ts';

export type BodyRow = Answer<'bodyRow'>;
export type Body = Answer<'bodyDetail'>;
export type BodyChange = Sent<'bodyChange'>;

export interface BodyFilter {
  readonly search?: string | undefined;
  readonly kind?: BodyRow['kind'] | undefined;
  /** yyyy-mm-dd */
  readonly on?: string | undefined;
}

/** The first page of matches. */
export const findBodies = (filter: BodyFilter, signal?: AbortSignal) => call(bodies.listBodies, { query: { ...filter, limit: 20 }, signal });

export interface NamedBody {
  readonly id: string;
  readonly name: string;
}

/** A body by its id, with its present or last name; undefined if there is none. */
export async function readNamedBody(id: string): Promise<NamedBody | undefined> {
  try {
    const { names, onDay } = await call(bodies.readBody, { params: { id } });
    return { id, name: onDay.name ?? names.at(-1)?.full ?? id };
  } catch (error) {
    if (isRefusal(error, 'notFound')) return undefined;
    throw error;
  }
}

/** Matching bodies, page by page. */
export const bodiesQuery = (filter: BodyFilter) =>
  infiniteQueryOptions({
    queryKey: ['bodies', 'list', filter],
    queryFn: ({ pageParam, signal }) => call(bodies.listBodies, { query: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const bodyQuery = (id: string, on?: string) =>
  queryOptions({
    queryKey: ['bodies', 'one', id, on],
    queryFn: ({ signal }) => call(bodies.readBody, { params: { id }, query: { on }, signal }),
  });

const NAME_KEPT_MS = 600_000;

/** A body's present or last name. */
export const bodyNameQuery = (id: string) =>
  queryOptions({
    queryKey: ['bodies', 'name', id],
    queryFn: async ({ signal }) => {
      const { names, onDay } = await call(bodies.readBody, { params: { id }, signal });
      return onDay.name ?? names.at(-1)?.full ?? id;
    },
    staleTime: NAME_KEPT_MS,
  });

export const bodyTreeQuery = (id: string, on: string | undefined, depth: number) =>
  queryOptions({
    queryKey: ['bodies', 'tree', id, on, depth],
    queryFn: ({ signal }) => call(bodies.readBodyTree, { params: { id }, query: { on, depth }, signal }),
  });

export type BodyImport = Answer<'bodyImportAnswer'>;

/** A file of bodies: a table, or a registry document. */
export interface BodyFile {
  readonly form: 'csv' | 'json';
  readonly text: string;
}

/** Imports bodies from a file; `dryRun` only reports what would change. */
export const importBodies = ({ form, text }: BodyFile, dryRun: boolean) =>
  call(bodies.importBodies, { ...(form === 'csv' ? { body: { csv: text } } : { text }), query: { dryRun: dryRun ? 'true' : 'false' } });

export const changeBody = (id: string, body: BodyChange) => call(bodies.changeBody, { params: { id }, body });

/** Reloads everything read about bodies. */
export const bodiesChanged = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ['bodies'] });

export const recordSuccession = (body: Sent<'bodySuccession'>) => call(bodies.recordSuccession, { body });
