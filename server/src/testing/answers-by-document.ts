import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';

interface Answers {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Answers>>>>;
}

/** Of the first app that was asked: all of a process publish the same, made from the contracts. */
let document: Promise<(method: string, address: string, status: number) => ValidateFunction | 'unknown' | undefined> | undefined;

const ajv = new Ajv2020({ strict: false, allErrors: true });
// A CommonJS package: its default stands one deeper.
formats.default(ajv);

/** The schemas of an app's own OpenAPI document, by method, address and status; 'unknown' where the document has no such answer. */
async function read(app: FastifyInstance) {
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json<Document>();
  const known = Object.entries(paths).map(([path, methods]) => ({ form: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), methods }));
  const compiled = new Map<object, ValidateFunction>();
  return (method: string, address: string, status: number) => {
    const answers = known.find(({ form, methods }) => form.test(address) && methods[method.toLowerCase()])?.methods[method.toLowerCase()];
    if (!answers) return undefined;
    const answer = answers.responses[String(status)] ?? (status >= 400 ? answers.responses['default'] : undefined);
    if (!answer) return 'unknown' as const;
    const schema = Object.values(answer.content ?? {})[0]?.schema;
    if (!schema) return undefined;
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    return validate;
  };
}

/** What an answer does not keep of the document that is published of it; undefined where it keeps it all. */
export async function wrongByDocument(app: FastifyInstance, method: string, url: string, status: number, body: unknown): Promise<string | undefined> {
  const [address = url] = url.split('?', 1);
  document ??= read(app);
  const validate = (await document)(method, address, status);
  if (validate === 'unknown') return `${method} ${address}: the document knows no answer ${status}`;
  if (!validate || validate(body)) return undefined;
  return `${method} ${address} ${status}: ${ajv.errorsText(validate.errors)}`;
}
