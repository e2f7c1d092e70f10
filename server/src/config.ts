import { fileURLToPath } from 'node:url';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** The checkout: schemes, data and the built site stand in it. */
  readonly root: string;
}

/** What is wrong with a setting, in words for the operator. */
export class WrongSetting extends Error {}

const DEFAULT_PORT = 8080;

/** Reads the environment; the only place that does. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const written = environment['PORT'] ?? String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (!(port <= 65_535)) throw new WrongSetting(`PORT phải là số từ 0 đến 65535, không phải "${written}". (PORT must be a number from 0 to 65535.)`);
  return { host: environment['HOST'] ?? '127.0.0.1', port, root: fileURLToPath(new URL('../..', import.meta.url)) };
}
