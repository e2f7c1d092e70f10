import { texts } from '@parindex/core/words/texts';
import { BackupRefused } from '@parindex/server/backup/format';
import { type OpenDatabase, openDatabase } from '@parindex/server/capabilities/operation/open-database';
import { type Config, readConfig } from '@parindex/server/config';
import { FaultyData } from '@parindex/server/data-files';
import { Problem, problemDetails } from '@parindex/server/http/problems';
import { EmbeddedRefused } from '@parindex/server/postgres/refused';
import { WrongSetting } from '@parindex/server/wrong-setting';
import { reasonOf } from './system-errors.ts';
import { type Terminal, WrongUse } from './terminal.ts';

const SAYS = texts({
  noOwner: {
    vi: 'Việc này cần vai trò chủ sở hữu cơ sở dữ liệu; hãy đặt DATABASE_OWNER_URL.',
    en: 'This needs the role that owns the database; set DATABASE_OWNER_URL.',
  },
  notSandbox: { vi: 'Cơ sở dữ liệu này là thật; hãy bỏ --sandbox.', en: 'This database is real; leave --sandbox out.' },
  database: { vi: (why: string) => `Cơ sở dữ liệu không trả lời như cần: ${why}`, en: (why: string) => `The database does not answer as it should: ${why}` },
});

/** The network does not lead there; told without an address where a name stands for many. */
const NO_WAY: ReadonlySet<string> = new Set(['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT']);

/** PostgreSQL's own code of an error: five capitals and digits. */
const SQL_STATE = /^[0-9A-Z]{5}$/;

/** What can be expected to go wrong around an installation, as a sentence with exit status 2; anything else stays what it is. */
function toldPlainly(error: unknown, { language }: Terminal): unknown {
  if (error instanceof BackupRefused) return new WrongUse(error.text[language]);
  if (error instanceof WrongSetting || error instanceof EmbeddedRefused || error instanceof FaultyData) return new WrongUse(error.message);
  if (error instanceof Problem) {
    const { title, detail } = problemDetails(error, language);
    return new WrongUse(detail ?? title);
  }
  const { code, address, message, path } = error instanceof Error ? (error as Error & { code?: string; address?: string; path?: string }) : {};
  if (address !== undefined || SQL_STATE.test(code ?? '') || NO_WAY.has(code ?? '')) return new WrongUse(SAYS[language].database(message || String(code)));
  const reason = reasonOf(error, language);
  return reason === undefined ? error : new WrongUse(path === undefined ? reason : `${path}: ${reason}`);
}

/** Runs work around an installation; what can be expected to go wrong is told plainly. */
export async function withConfig<T>(terminal: Terminal, work: (config: Config) => Promise<T>): Promise<T> {
  try {
    return await work(readConfig(terminal.environment));
  } catch (error) {
    throw toldPlainly(error, terminal);
  }
}

export interface Wanted {
  /** As the option was given. */
  readonly sandbox: string | undefined;
  /** Makes the database where it is not there. */
  readonly make?: boolean;
}

export type OwnedDatabase = OpenDatabase & { readonly owner: string };

/** Opens the database for the time of the work, with its owner's rights: joins the running one, or starts the embedded one. */
export async function withDatabase<T>(
  terminal: Terminal,
  { sandbox, make = false }: Wanted,
  work: (database: OwnedDatabase, config: Config) => Promise<T>,
): Promise<T> {
  return withConfig(terminal, async (config) => {
    const says = SAYS[terminal.language];
    if (config.database && config.database.owner === undefined) throw new WrongUse(says.noOwner);
    const database = await openDatabase(config, sandbox === undefined ? 'real' : 'sandbox', make, (text) => terminal.say(`${text}\n`));
    try {
      if (sandbox !== undefined && database.kind === 'real') throw new WrongUse(says.notSandbox);
      if (database.owner === undefined) throw new WrongUse(says.noOwner);
      return await work({ ...database, owner: database.owner }, config);
    } finally {
      await database.stop();
    }
  });
}
