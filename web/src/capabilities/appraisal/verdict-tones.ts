import type { Tone } from '../../kit/page/state-badge.tsx';
import type { Appraised } from './queries/appraisal.ts';

export const VERDICT_TONES: Readonly<Record<Appraised['verdict'], Tone>> = {
  waiting: 'quiet',
  accepted: 'good',
  changed: 'warn',
  confirmed: 'good',
  refused: 'warn',
};
