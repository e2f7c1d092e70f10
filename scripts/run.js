import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './project.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const GRACE = 10_000;
const STILL_AT_WORK = 10_000;
const LOOK_AT_PARENT = 500;

/**
 * Runs a command to its end and answers its exit status. A signal to stop is passed on; a second one, or ten seconds, ends it by force.
 * `showTime` tells every ten seconds that work goes on. With `group` whatever the command started itself is ended with it.
 */
export function run(command, args, { env = {}, input = 'ignore', showTime = false, group = false } = {}) {
  return new Promise((resolve) => {
    const ownGroup = group && process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: [input, 'inherit', 'inherit'],
      detached: ownGroup,
      windowsHide: true,
    });
    const since = Date.now();
    let stopping = false;

    const send = (signal) => {
      try {
        if (ownGroup) process.kill(-child.pid, signal);
        else child.kill(signal);
      } catch {
        // It has ended by itself.
      }
    };
    const kill = () => send('SIGKILL');
    const stop = (signal) => {
      if (stopping) return kill();
      stopping = true;
      setTimeout(kill, GRACE).unref();
      // Ctrl-C at a terminal reaches the child by itself, and twice would mean "by force" to it.
      if (signal !== 'SIGINT' || ownGroup || !process.stdin.isTTY) send(signal);
    };
    // npm starts a shell, and the shell starts us: a signal to npm ends the shell and never comes here.
    const parent = process.ppid;
    const watching = process.env.npm_lifecycle_event && setInterval(() => process.ppid !== parent && !stopping && stop('SIGTERM'), LOOK_AT_PARENT);
    const ticking = showTime && setInterval(() => console.log(`  … ${Math.round((Date.now() - since) / 1000)} giây (s)`), STILL_AT_WORK);

    const done = (status) => {
      clearInterval(watching);
      clearInterval(ticking);
      for (const signal of SIGNALS) process.off(signal, stop);
      process.off('exit', kill);
      if (ownGroup) kill();
      resolve(status);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    process.on('exit', kill);
    child.on('error', (error) => {
      console.error(`Không chạy được (cannot run) ${command}: ${error.message}`);
      done(1);
    });
    child.on('close', (code, signal) => done(signal ? 128 + constants.signals[signal] : code));
  });
}
