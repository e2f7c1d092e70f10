import { readJson } from '../../reading/json.ts';
import type { RawDocument } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';

/** Whether a text of an edition is JSON. */
export const isJson = (text: string): boolean => /^\s*\{/.test(text);

/** A text of an edition: YAML, or JSON where it begins as such. Throws `Unreadable`, also as soon as more than `mostValues` values are met. */
export const readDraftText = (text: string, mostValues?: number): RawDocument => (isJson(text) ? readJson(text, mostValues) : readYaml(text, mostValues));
