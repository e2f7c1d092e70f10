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

const isContract = (value: unknown): value is { method: string; url: string } =>
  typeof value === 'object' && value !== null && 'method' in value && 'url' in value;

/** What a browser needs of a value in core/src/contracts: of a contract where it is called, of a schema its limits; undefined where it cannot be written down. */
export function forBrowsers(value: unknown): unknown {
  if (value instanceof z.ZodType) return limitsIn(z.toJSONSchema(value, { io: 'input', unrepresentable: 'any' })) ?? {};
  if (isContract(value)) return { method: value.method, url: value.url };
  return typeof value === 'function' ? undefined : value;
}

const ONE = '?only=';

/**
 * Contracts go to the browser as addresses, their schemas as the limits they set, and zod does not go there at all. Each
 * value is a module of its own, so that it comes with the page that uses it and not with all of its neighbours.
 */
export const contractsForBrowsers = (): Plugin => ({
  name: 'contracts-for-browsers',
  enforce: 'pre',
  resolveId: (id) => (id.includes(ONE) ? id : null),
  async load(id) {
    const [path, only] = id.replaceAll('\\', '/').split(ONE) as [string, string?];
    if (/\/node_modules\/zod\//.test(path)) this.error('zod would come to the browser: take limits by limitsOf, types by import type');
    if (!/\/core\/src\/contracts\/(?:schemas\/)?[\w-]+\.ts$/.test(path)) return null;
    const values = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
    const code =
      only === undefined
        ? Object.keys(values).map((name) => `export { value as ${name} } from ${JSON.stringify(path + ONE + name)};`)
        : [`export const value = ${JSON.stringify(forBrowsers(values[only]))};`];
    return { code: code.join('\n'), moduleSideEffects: false };
  },
});
