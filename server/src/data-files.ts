import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Faults, PHRASES, type RawDocument, readJson, readYaml, Unreadable, unreadableText } from '@parindex/core';

/** A data file has faults: the start stops and reports all of them. */
export class FaultyData extends Error {}

/** Reads a data file of the checkout; its extension determines the format. */
export function readData(root: string, file: string): { text: string; document: RawDocument } {
  const text = readFileSync(path.join(root, file), 'utf8');
  try {
    return { text, document: /\.ya?ml$/.test(file) ? readYaml(text) : readJson(text) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new FaultyData(`${file}:${error.place?.line ?? 1}:${error.place?.column ?? 1}: ${unreadableText(error, 'vi')}`);
  }
}

/** Stops the start with every fault of a file, each with its place. */
export function refuse(file: string, document: RawDocument, faults: Faults): never {
  const lines = faults.list.map((fault) => {
    const { line, column } = document.locate(fault.keys);
    return `${file}:${line}:${column}  ${fault.path || '/'}  ${PHRASES.vi.fault[fault.code](fault.details)}`;
  });
  throw new FaultyData(lines.join('\n'));
}
