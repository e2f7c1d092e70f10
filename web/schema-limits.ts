import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const filled = (entries: readonly (readonly [string, unknown])[]): object | undefined => {
  const kept = entries.filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

/** What inputs are told of a schema: how long a text, how large a number may be; undefined where nothing is limited. */
function limitsIn({ maxLength, minimum, maximum, properties, items, anyOf }: JsonSchema): object | undefined {
  const own = filled([
    ['maxLength', maxLength],
    ['min', minimum],
    ['max', maximum],
  ]);
  if (own) return own;
  if (properties) return filled(Object.entries(properties).map(([name, schema]) => [name, typeof schema === 'object' ? limitsIn(schema) : undefined]));
  if (typeof items === 'object' && !Array.isArray(items)) return limitsIn(items);
  return anyOf?.map((one) => (typeof one === 'object' ? limitsIn(one) : undefined)).find((limits) => limits !== undefined);
}

/** A value of core/src/contracts/schemas as a browser needs it; undefined where it cannot be written down. */
export function withoutSchemas(value: unknown): unknown {
  if (value instanceof z.ZodType) return limitsIn(z.toJSONSchema(value, { io: 'input', unrepresentable: 'any' })) ?? {};
  return typeof value === 'function' ? undefined : value;
}

/** The API's schemas go to the browser as the limits they set, and zod does not go there at all. */
export const schemaLimits = (): Plugin => ({
  name: 'schema-limits',
  enforce: 'pre',
  async load(id) {
    const path = id.replaceAll('\\', '/').split('?')[0] as string;
    if (/\/node_modules\/zod\//.test(path)) this.error('zod would come to the browser: take limits by limitsOf, types by import type');
    if (!/\/core\/src\/contracts\/schemas\/[\w-]+\.ts$/.test(path)) return null;
    const values = Object.entries((await import(pathToFileURL(path).href)) as Record<string, unknown>).map(
      ([name, value]) => [name, withoutSchemas(value)] as const,
    );
    return values
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
  },
});
