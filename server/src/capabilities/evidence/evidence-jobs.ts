import type { JobKind } from '../../jobs/run-job.ts';
import { ERASE, eraseGone } from './erase-gone.ts';
import { checking } from './finish-upload.ts';
import { scanWaiting } from './scan-waiting.ts';
import { scrubSome } from './scrub.ts';
import { sweep } from './sweep.ts';
import type { EvidenceWork } from './work.ts';

const MINUTE_SECONDS = 60;

/** What is worked on evidence beside the requests: what has come is checked, what is gone erased, what waits scanned, what was left behind swept, stored bytes read again. */
export const evidenceJobs = (work: EvidenceWork): JobKind[] => [
  checking(work),
  { kind: ERASE, run: () => eraseGone(work) },
  { kind: 'evidence.scan', everySeconds: 15, run: () => scanWaiting(work) },
  { kind: 'evidence.sweep', everySeconds: 5 * MINUTE_SECONDS, run: () => sweep(work) },
  { kind: 'evidence.scrub', everySeconds: 10 * MINUTE_SECONDS, run: ({ progress }) => scrubSome(work, progress) },
];
