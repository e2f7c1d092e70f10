import type { EventEmitter } from 'node:events';
import { repeat } from '../../jobs/repeat.ts';
import { eraseGone } from './erase-gone.ts';
import { finishNext } from './finish-upload.ts';
import { scanWaiting } from './scan-waiting.ts';
import { scrubSome } from './scrub.ts';
import { sweep } from './sweep.ts';
import type { EvidenceWork } from './work.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Files that one process checks at a time: each is read by a process of its own, which may use up to three gigabytes. */
const CHECKERS = 2;

/** Works on evidence for as long as the process lives: checks what has come, scans what waits, erases what is gone, sweeps, reads stored bytes again. Any number of processes may. */
export function startEvidenceWork(work: EvidenceWork): () => Promise<void> {
  const job = (name: string, one: () => Promise<boolean>, betweenMs: number, wakes?: EventEmitter) =>
    repeat({ work: one, betweenMs, wakes, afterFailureMs: 10 * SECOND, onFailure: (error) => work.log(`evidence: ${name}`, error) });
  const stops = [
    ...Array.from({ length: CHECKERS }, () => job('checking', () => finishNext(work), SECOND, work.evidence.received)),
    job('scanning', () => scanWaiting(work), 15 * SECOND),
    job('erasing', () => eraseGone(work).then(() => false), SECOND),
    job('sweeping', () => sweep(work).then(() => false), 5 * MINUTE),
    job('scrubbing', () => scrubSome(work), 10 * MINUTE),
  ];
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}
