import { Anchor } from '@mantine/core';
import { standingOf } from '@parindex/core/progress/standing';
import { timeText, waitText } from '@parindex/core/words/progress-words';
import { STANDING_NAMES, TIME_NAMES } from '@parindex/core/words/states';
import { StateBadge, type Tone } from '../../kit/page/state-badge.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { timeOf } from './chosen-rows.ts';
import type { BoardRow } from './queries/board.ts';
import { boardTexts } from './texts/board.ts';

type StandingName = keyof (typeof STANDING_NAMES)['vi'];

const TONES: Readonly<Record<StandingName, Tone>> = { notBegun: 'warn', open: 'quiet', scored: 'act', toFreeze: 'act', frozen: 'act', sent: 'good' };

/** How far a body has come with its sheet. */
export function StandingBadge({ of }: { of: StandingName }) {
  const { language } = useLanguage();
  return <StateBadge tone={TONES[of]}>{STANDING_NAMES[language][of]}</StateBadge>;
}

/** The same; where it is late, or will be, that stands in its place. */
export function StateWord({ row }: { row: BoardRow }) {
  const { language } = useLanguage();
  const urgency = urgencyOf(row);
  const time = timeOf(row);
  if (urgency && time) return <StateBadge tone={urgency}>{TIME_NAMES[language][time]}</StateBadge>;
  return <StandingBadge of={standingOf(row)} />;
}

/** Late, or maybe late, in words; undefined where there is nothing to act upon. */
function urgencyOf(row: BoardRow): Tone | undefined {
  const time = timeOf(row);
  return time === 'late' ? 'bad' : time === 'tooSlow' ? 'warn' : undefined;
}

/** Whether a body is in time and whom it waits for, in one line that opens to the whole. */
export function WaitLine({ row }: { row: BoardRow }) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const time = timeText(row, language);
  const waits = row.waits.map((wait) => waitText(wait, language));
  // Whom it waits for comes first: that it is late, or may be, stands as its state.
  const [first, ...others] = [...waits, ...(time === '' ? [] : [time])];
  if (first === undefined) return <span className="wait-none">{texts.nothingWaits}</span>;
  return (
    <details className="wait">
      <summary>
        {first} {others.length === 0 ? null : <small>{texts.moreWaits(formatCount(others.length, language))}</small>}
      </summary>
      {others.length === 0 ? null : (
        <ul>
          {others.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** A body's name, leading to its items. */
export const BodyButton = ({ name, onOpen }: { name: string; onOpen: () => void }) => (
  <Anchor component="button" type="button" inherit ta="left" onClick={onOpen}>
    {name}
  </Anchor>
);

/** Late, or maybe late, in words. */
export function TimeWords({ row }: { row: BoardRow }) {
  const { language } = useLanguage();
  const urgency = urgencyOf(row);
  const said = timeText(row, language);
  return urgency ? <StateBadge tone={urgency}>{said}</StateBadge> : said;
}

/** All that a sheet waits for, line by line. */
export function WaitWords({ row }: { row: BoardRow }) {
  const { language } = useLanguage();
  return row.waits.map((wait) => <div key={`${wait.kind} ${wait.domain}`}>{waitText(wait, language)}</div>);
}
