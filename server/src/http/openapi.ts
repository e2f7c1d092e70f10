import type { Contract } from '@parindex/core/contracts/contract';
import { z } from 'zod';
import { type Schemas, takesVersion } from './contract-schemas.ts';
import { PROBLEMS } from './problems.ts';

const IF_MATCH = { type: 'object', properties: { 'if-match': { type: 'string', description: 'The ETag that was seen, in the place of `version`' } } };

const written = { input: new WeakMap<z.ZodType, object>(), output: new WeakMap<z.ZodType, object>() };

/** Written once: many routes share a schema. */
function asJsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const known = written[io].get(schema);
  if (known) return known;
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  written[io].set(schema, rest);
  return rest;
}

/** A name for generated clients: "postRoundsSheetsEntries" with what stands in braces as By…. */
const operationId = ({ method, url }: Contract): string =>
  method.toLowerCase() +
  url
    .replace('/api', '')
    .split('/')
    .filter(Boolean)
    .map((part) =>
      part.startsWith('{')
        ? `By${part.slice(1, -1).replace(/^./, (first) => first.toUpperCase())}`
        : part.replaceAll(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase()),
    )
    .join('');

/** How a contract stands in the OpenAPI document. */
export function operationOf(contract: Contract, { params, query, body, answers }: Schemas): object {
  const { summary, tag, access } = contract;
  return {
    operationId: operationId(contract),
    summary: summary.vi,
    description: summary.en,
    tags: [tag],
    ...(access === 'public' ? { security: [] } : {}),
    ...(params ? { params: asJsonSchema(params, 'input') } : {}),
    ...(query ? { querystring: asJsonSchema(query, 'input') } : {}),
    ...(body && takesVersion(body) ? { headers: IF_MATCH } : {}),
    ...(body ? { body: asJsonSchema(body, 'input') } : {}),
    response: {
      ...Object.fromEntries(Object.entries(answers).map(([status, schema]) => [status, asJsonSchema(schema, 'output')])),
      default: { description: 'Problem details (RFC 9457)', content: { 'application/problem+json': { schema: PROBLEM_SCHEMA } } },
    },
  };
}

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: { type: 'string' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'path', 'place', 'message'],
        properties: { code: { type: 'string' }, path: { type: 'string' }, place: { type: 'string' }, line: { type: 'integer' }, message: { type: 'string' } },
      },
    },
  },
};
