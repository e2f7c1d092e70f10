import { CircuitBreaker, CircuitOpen } from '../external-services/circuit-breaker.ts';
import { type Scanner, ScannerDown } from './scanner.ts';

const MAX_TIMEOUTS = 2;
const OPEN_MS = 15_000;
/** Scans at a time: a clamd has ten threads, and others may use it. */
const MOST_AT_ONCE = 8;
/** Milliseconds for which it need not be greeted before a scan. */
const GREETED = 10_000;

/**
 * A scanner that is not asked while it is silent, and greeted before it is given a file: a greeting is waited for
 * seconds, a scan minutes. Throws ScannerDown.
 */
export function withCircuitBreaker(scanner: Scanner, log: (text: string, error?: unknown) => void, openMs: number = OPEN_MS): Scanner {
  const breaker = new CircuitBreaker({
    name: 'the scanner',
    isFault: (error) => error instanceof ScannerDown && error.how !== 'noVerdict',
    isTimeout: (error) => error instanceof ScannerDown && error.how === 'silent',
    ...{ maxTimeouts: MAX_TIMEOUTS, openMs, maxConcurrent: MOST_AT_ONCE, log },
  });
  const ask = <T>(question: () => Promise<T>): Promise<T> =>
    breaker.ask(question).catch((error: unknown) => {
      throw error instanceof CircuitOpen ? new ScannerDown(error.message, error, 'away') : error;
    });
  return {
    scan: (content) =>
      ask(async () => {
        if (!breaker.worksSince(GREETED)) await scanner.version();
        return scanner.scan(content);
      }),
    version: () => ask(() => scanner.version()),
  };
}
