import type { RoundStep } from '../../api/rounds.ts';

/** How a step of the calendar stands at a moment, for showing only: what is taken, the server decides. */
export function stepState({ opens, closes }: Pick<RoundStep, 'opens' | 'closes'>, now: Date): 'open' | 'over' | 'coming' {
  if (Date.parse(opens) > now.getTime()) return 'coming';
  return Date.parse(closes) > now.getTime() ? 'open' : 'over';
}
