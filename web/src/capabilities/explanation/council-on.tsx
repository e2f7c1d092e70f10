import { AGENDA_STATE_NAMES } from '@parindex/core/words/council-words';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Explanation } from './queries/explanation.ts';
import { useStanding } from './standing-text.ts';
import { explanationTexts } from './texts/explanation.ts';

export type CouncilItem = Explanation['council'][number];

interface OnAgendaProps {
  readonly round: string;
  readonly agenda: NonNullable<CouncilItem['agenda']>;
}

/** On the agenda of which session an item is, and what became of it there as far as the reader is told. */
export function OnAgenda({ round, agenda: { session, number, startsAt, state } }: OnAgendaProps) {
  const texts = useTexts(explanationTexts).council;
  const states = useTexts(AGENDA_STATE_NAMES);
  const named = startsAt === null ? texts.session(String(number)) : texts.sessionAt(String(number), formatMoment(startsAt));
  return (
    <>
      {session === null ? (
        named
      ) : (
        <Link to="/lam-viec/ky-danh-gia/$round/hoi-dong/$session" params={{ round, session }}>
          {named}
        </Link>
      )}
      {session === null ? null : ` (${states[state].toLowerCase()})`}
    </>
  );
}

interface CouncilOnProps {
  readonly explained: Pick<Explanation, 'round' | 'rounding'>;
  readonly item: CouncilItem;
}

/** What the council has to do with an item: on whose agenda it is, and what was concluded, once that is told. */
export function CouncilOn({ explained: { round, rounding }, item: { agenda, concluded } }: CouncilOnProps) {
  const texts = useTexts(explanationTexts).council;
  const { language } = useLanguage();
  const standing = useStanding(rounding);
  return (
    <Facts
      facts={[
        ...(agenda === null ? [] : [[texts.agenda, <OnAgenda key={language} round={round.id} agenda={agenda} />] as const]),
        ...(concluded === null ? [] : [[texts.concluded, standing(concluded)] as const]),
        ...(concluded === null || concluded.reason.text === null ? [] : [[texts.why, concluded.reason.text] as const]),
      ]}
    />
  );
}
