import type { Round, RoundStep } from './queries/rounds.ts';

/** The state of a step at a moment, for display only: the server decides what is accepted. In a closed round no step is open. */
export function stepState({ opens, closes }: Pick<RoundStep, 'opens' | 'closes'>, now: Date, round: Pick<Round, 'state'>): 'open' | 'over' | 'coming' {
  if (round.state === 'closed') return 'over';
  if (Date.parse(opens) > now.getTime()) return 'coming';
  return Date.parse(closes) > now.getTime() ? 'open' : 'over';
}
