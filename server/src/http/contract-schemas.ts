import type { Contract, SchemaName } from '@parindex/core/contracts/contract';
import * as all from '@parindex/core/contracts/schemas/index';
import { z } from 'zod';

/** The schemas that a contract names. */
export interface Schemas {
  readonly params: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  readonly answers: Readonly<Record<string, z.ZodType>>;
}

const SCHEMAS: Readonly<Record<SchemaName, z.ZodType>> = all;

/** The schemas of a contract, by their names. */
export const schemasOf = ({ params, query, body, answers }: Contract): Schemas => ({
  params: params && SCHEMAS[params],
  query: query && SCHEMAS[query],
  body: body && SCHEMAS[body],
  answers: Object.fromEntries(Object.entries(answers).map(([status, name]) => [status, SCHEMAS[name]])),
});

/** Whether a body says which version its writer saw. */
export const takesVersion = (body: z.ZodType): boolean => body instanceof z.ZodObject && 'version' in body.shape;
