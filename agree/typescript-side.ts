import { computeIndex } from '../core/src/compute-index.ts';
import { readJson } from '../core/src/reading/json.ts';
import { faultsOfReading, Unreadable } from '../core/src/reading/raw.ts';
import type { Json } from '../core/src/testing/documents.ts';

/** What the TypeScript core makes of a snapshot's text: a result, faults, or that it cannot be read. */
export function answerOf(text: string): Json {
  try {
    const document = readJson(text);
    const { result, faults } = computeIndex(document.value, undefined, faultsOfReading(document));
    if (result) return JSON.parse(JSON.stringify(result)) as Json;
    return { faults: faults.list.map(({ code, path }) => ({ code, path })) };
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.message };
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
