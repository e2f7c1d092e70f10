import { texts } from '@parindex/core/words/texts';
import { readAnchor } from '@parindex/server/audit/head';
import { findKeys } from '@parindex/server/capabilities/operation/open-keys';
import { readOnce } from '@parindex/server/db/background';
import { withDatabase } from '../installation.ts';
import { DONE, type ExitCode, FAULTY, type Terminal, WrongUse } from '../terminal.ts';
import { checkTrail, readKeptAnchor, trailJson, trailText } from '../trail-report.ts';

const ACTS = ['verify', 'anchor'] as const;

const SAYS = texts({
  unknown: {
    vi: (act: string) => `Không có “audit ${act}”; chỉ có: ${ACTS.join(', ')}`,
    en: (act: string) => `There is no “audit ${act}”, but: ${ACTS.join(', ')}`,
  },
});

async function verify(options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const anchor = readKeptAnchor(options['anchor'], terminal.language);
  const report = await withDatabase(terminal, { sandbox: options['sandbox'] }, (database, config) =>
    checkTrail(database.owner, { anchor, keys: findKeys(config, database)?.seals() ?? [] }, terminal),
  );
  await terminal.write(options['format'] === 'json' ? trailJson(report) : trailText(report, anchor !== undefined, terminal));
  return report.verdict.findings > 0 ? FAULTY : DONE;
}

async function anchor(options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const head = await withDatabase(terminal, { sandbox: options['sandbox'] }, ({ owner }) => readOnce(owner, readAnchor));
  await terminal.write(`${JSON.stringify(head)}\n`);
  return DONE;
}

/** Checks the audit trail, 1 where something was changed; or prints its head. */
export async function run([act = '']: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  switch (ACTS.find((known) => known === act)) {
    case 'verify':
      return verify(options, terminal);
    case 'anchor':
      return anchor(options, terminal);
    case undefined:
      throw new WrongUse(SAYS[terminal.language].unknown(act));
  }
}
