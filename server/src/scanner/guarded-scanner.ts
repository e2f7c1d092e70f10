import { CircuitBreaker, LeftAlone } from '../outside/circuit-breaker.ts';
import { type Scanner, ScannerDown } from './scanner.ts';

const MOST_SILENCES = 2;
const LEFT_ALONE = 15_000;
/** Scans at a time: a clamd has ten threads, and others may use it. */
const MOST_AT_ONCE = 8;
/** Milliseconds for which it need not be greeted before a scan. */
const GREETED = 10_000;

/**
 * A scanner that is left alone while it is silent, and greeted before it is given a file: a greeting is waited for
 * seconds, a scan minutes. Throws ScannerDown.
 */
export function guarded(scanner: Scanner, log: (text: string, error?: unknown) => void, restMs: number = LEFT_ALONE): Scanner {
  const breaker = new CircuitBreaker({
    name: 'the scanner',
    isFault: (error) => error instanceof ScannerDown && error.how !== 'noVerdict',
    isSilence: (error) => error instanceof ScannerDown && error.how === 'silent',
    ...{ mostSilences: MOST_SILENCES, restMs, most: MOST_AT_ONCE, log },
  });
  const ask = <T>(question: () => Promise<T>): Promise<T> =>
    breaker.ask(question).catch((error: unknown) => {
      throw error instanceof LeftAlone ? new ScannerDown(error.message, error, 'away') : error;
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
