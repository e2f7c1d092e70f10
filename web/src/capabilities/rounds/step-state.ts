import type { Round, RoundStep } from './queries/rounds.ts';

/** How a step of the calendar stands at a moment, for showing only: what is taken, the server decides. In a closed round nothing is open any more. */
export function stepState({ opens, closes }: Pick<RoundStep, 'opens' | 'closes'>, now: Date, round: Pick<Round, 'state'>): 'open' | 'over' | 'coming' {
  if (round.state === 'closed') return 'over';
  if (Date.parse(opens) > now.getTime()) return 'coming';
  return Date.parse(closes) > now.getTime() ? 'open' : 'over';
}
