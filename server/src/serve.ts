import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { createApp } from './app.ts';
import { startSealer } from './audit/seal.ts';
import { countWholeAdministrators } from './capabilities/accounts/queries/people.ts';
import { refusalJobs } from './capabilities/accounts/sign-on/tell-refusals.ts';
import { anchorJobs } from './capabilities/audit-trail/mail-anchor.ts';
import { tellSchemaFindings } from './capabilities/audit-trail/verify-schema.ts';
import { readCheckFiles } from './capabilities/editions/checks.ts';
import { readTemplates } from './capabilities/editions/templates.ts';
import { evidenceJobs } from './capabilities/evidence/evidence-jobs.ts';
import { openEvidence } from './capabilities/evidence/open-evidence.ts';
import { watchFeed } from './capabilities/imports/watch-folder.ts';
import { openDatabase } from './capabilities/operation/open-database.ts';
import { openKeys } from './capabilities/operation/open-keys.ts';
import { claimServing } from './capabilities/operation/serving.ts';
import { reminderJobs } from './capabilities/reminders/reminder-jobs.ts';
import { loadLibrary } from './capabilities/results/library.ts';
import { submissionJobs } from './capabilities/submissions/sweep-reports.ts';
import { surveyJobs } from './capabilities/survey/survey-jobs.ts';
import type { Config } from './config.ts';
import type { Context, InstallationKind } from './context.ts';
import { connectPool, connectServing, queriesOver } from './db/connect.ts';
import { tellIsolation } from './file-inspection/namespaces.ts';
import { type AccessLog, logToFile } from './http/access-log.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { fillSandbox, startTelling } from './sandbox/fill-sandbox.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface RunningServer {
  readonly address: string;
  readonly kind: InstallationKind;
  stop(): Promise<void>;
}

/** Connections for background work. */
/** Milliseconds after which the sealer and jobs give up a database that does not answer: longer than any of their statements takes. */
const LONGEST_JOB_SILENCE = 5 * 60_000;
const JOB_CONNECTIONS = 5;

/** Connections of one server process: a few more than a small machine has cores; additional ones would only wait for each other. */
const CONNECTIONS = 10;

/** Milliseconds that each part gets to end. */
const LONGEST_FAREWELL = 15_000;

/** Connections of sign-on: a password costs the processor more than the database, so more of them would only wait for it. */
const SIGN_ON_CONNECTIONS = 4;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const log: Context['log'] = (text, error) => console.error(new Date().toISOString(), text, error ?? '');

/** Starts everything: the database, sealing, the API and the pages. `kind` chooses the embedded database; one on a server knows its own kind. */
export async function serve(config: Config, kind: InstallationKind, say: (text: string) => void, ending?: AbortSignal): Promise<RunningServer> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    // A database that is silent answers no farewell either.
    for (const close of closing.splice(0).reverse()) await Promise.race([close(), pause(LONGEST_FAREWELL, undefined, { ref: false })]);
  };
  try {
    say('  Mở cơ sở dữ liệu (database) …');
    const database = await openDatabase(config, kind, kind === 'sandbox', say);
    closing.push(database.stop);
    // Whoever ends it while it starts need not wait: what is being filled breaks off with the database.
    const breakOff = () => void database.stop();
    ending?.addEventListener('abort', breakOff, { once: true });
    ending?.throwIfAborted();
    if (database.kind === 'sandbox') refuseOtherHosts(config);
    warnOfPlainCookies(config, say);
    const serving = claimServing(database.folder, database.kind);
    closing.push(async () => serving?.release());
    if (database.signOn === undefined)
      throw new WrongSetting(
        'Có DATABASE_URL thì cần DATABASE_SIGN_ON_URL: cùng cơ sở dữ liệu, dưới vai trò parindex_sign_on (xem docs/operating). (With DATABASE_URL, DATABASE_SIGN_ON_URL is needed to serve: the same database under the role parindex_sign_on; see docs/operating.)',
      );
    const prepared = config.database?.prepared !== false;
    const pool = connectServing(database.app, CONNECTIONS, { prepared, sharedWithStrangers: true });
    closing.push(() => pool.end());
    const signOn = connectServing(database.signOn, SIGN_ON_CONNECTIONS, { prepared });
    closing.push(() => signOn.end());
    await tellSchemaFindings(pool, say);
    if (database.kind === 'real') await tellOfMissingAdministrator(pool, say);
    const clock = { now: () => new Date(), ofMachine: true };
    const evidence = await openEvidence(config, database.kind, database.folder, clock, say, log);
    await tellIsolation(say);
    const keys = await openKeys(config, database, clock.now());
    closing.push(() => evidence.storage.close());
    const library = loadLibrary(config.root, (step) => say(`  ${step} …`));
    const context: Context = {
      kind: database.kind,
      origin: config.origin,
      clock,
      pool,
      signOn,
      evidence,
      keys,
      checks: readCheckFiles(config.root),
      templates: readTemplates(config.root),
      published: library.data.registry,
      hasMailServer: config.mail !== undefined,
      sessions: config.sessions,
      log,
    };
    if (database.keepRunning) closing.push(database.keepRunning(context.log));
    if (database.kind === 'sandbox') await fillSandbox(context, config.root, database, say);
    if (database.jobs !== undefined) {
      const sealing = connectPool(database.jobs, 1, { longestSilence: LONGEST_JOB_SILENCE });
      closing.push(() => sealing.end());
      closing.push(startSealer({ ...context, pool: sealing }));
      const jobs = { ...context, pool: connectPool(database.jobs, JOB_CONNECTIONS, { longestSilence: LONGEST_JOB_SILENCE }) };
      closing.push(() => jobs.pool.end());
      closing.push(
        startJobs(
          jobs,
          [
            ...evidenceJobs(jobs),
            ...submissionJobs(jobs),
            ...reminderJobs(jobs, config.mail),
            ...surveyJobs(jobs, context, config.mail),
            ...anchorJobs(jobs, config.anchorAddresses),
            ...refusalJobs(context),
          ],
          [evidence.received],
        ),
      );
    }
    if (config.feed !== undefined) closing.push(watchFeed(context, config.feed));
    const accessLog = openAccessLog(config.accessLog ?? (database.kind === 'real' ? 'stdout' : 'off'), context);
    closing.push(async () => accessLog?.close?.());
    const app = await createApp(config.root, library, context, { trustedProxies: config.trustedProxies, accessLog, metricsToken: config.metricsToken });
    closing.push(() => app.close());
    ending?.throwIfAborted();
    const address = await listen(app, config);
    ending?.removeEventListener('abort', breakOff);
    serving?.tell(address);
    if (database.kind === 'sandbox') closing.push(startTelling(context, database));
    return { address, kind: database.kind, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openAccessLog(to: NonNullable<Config['accessLog']>, { log }: Context): AccessLog | undefined {
  if (to === 'off') return undefined;
  if (to === 'stdout') return process.stdout;
  try {
    return logToFile(to.file, log);
  } catch (error) {
    throw new WrongSetting(
      `Không ghi được nhật ký truy cập vào ${to.file} (PARINDEX_ACCESS_LOG). (The access log cannot be written there: ${(error as Error).message}.)`,
    );
  }
}

/** A sandbox has known passwords, so it only serves this machine. */
function refuseOtherHosts({ host }: Config): void {
  if (LOOPBACK.has(host)) return;
  throw new WrongSetting(
    `Kỳ đánh giá thử dùng mật khẩu ai cũng biết nên chỉ chạy trên chính máy chủ này, không mở ra địa chỉ ${host}. Để dùng thật: parindex init, rồi parindex serve.\n(The sandbox has passwords that everybody knows; it serves this machine only, not ${host}. For the real thing: parindex init, then parindex serve.)`,
  );
}

/** What takes two persons cannot be done by one: said at the start until there is a second. */
async function tellOfMissingAdministrator(pool: pg.Pool, say: (text: string) => void): Promise<void> {
  const client = await pool.connect();
  try {
    if ((await countWholeAdministrators(queriesOver(client))) >= 2) return;
  } finally {
    client.release();
  }
  say(
    '  Chưa có quản trị viên thứ hai của toàn hệ thống: vai trò quyết định và việc đặt lại mật khẩu cần hai người. Quản trị viên mời người thứ hai tại mục Người dùng.\n  (There is no second administrator of the whole installation: roles that decide and resets take two persons. The administrator invites one under People.)',
  );
}

/** Without the address by which people come, it is not known that they come by https. */
export function warnOfPlainCookies({ host, origin }: Pick<Config, 'host' | 'origin'>, say: (text: string) => void): void {
  if (LOOPBACK.has(host) || origin !== undefined) return;
  say(
    `  Cảnh báo: máy chủ mở ra ${host} nhưng chưa đặt PARINDEX_ORIGIN, nên cookie đăng nhập không có thuộc tính Secure. Hãy đặt PARINDEX_ORIGIN=https://<địa chỉ người dùng truy cập>.\n  (Warning: the server is open to ${host} without PARINDEX_ORIGIN, so session cookies are not marked Secure. Set PARINDEX_ORIGIN=https://<the address people use>.)`,
  );
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

async function listen(app: Awaited<ReturnType<typeof createApp>>, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    if (isCode(error, 'EADDRINUSE'))
      throw new WrongSetting(
        `Cổng ${port} đang được dùng. Hãy dừng chương trình kia hoặc chọn cổng khác: PORT=${port + 1} npm start\n(Port ${port} is in use; stop the other program or choose another: PORT=${port + 1} npm start)`,
      );
    if (isCode(error, 'EACCES'))
      throw new WrongSetting(
        `Không được phép mở cổng ${port}; hãy chọn cổng từ 1024 trở lên: PORT=8080 npm start\n(Not allowed to open port ${port}; choose one from 1024 on.)`,
      );
    throw error;
  }
}
