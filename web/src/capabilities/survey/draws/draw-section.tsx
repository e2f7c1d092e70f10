import { Stack, Text } from '@mantine/core';
import { Facts } from '../../../kit/page/facts.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { StateBadge, type Tone } from '../../../kit/page/state-badge.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatDay, formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import type { Draw } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';
import { DesignShown } from './design-shown.tsx';
import { DrawFiles } from './draw-files.tsx';
import { FrameShown } from './frame-shown.tsx';
import { SampleTable } from './sample-table.tsx';
import { SeedForm } from './seed-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

const TONES: Readonly<Record<Draw['state'], Tone>> = { declared: 'quiet', due: 'act', drawn: 'good', withdrawn: 'bad' };

interface DrawSectionProps {
  readonly round: string;
  readonly draw: Draw;
  /** Enters the seed, withdraws. */
  readonly leads: boolean;
  /** Sees whom the sample names. */
  readonly reads: boolean;
}

/** A draw as it was declared, and what became of it. */
export function DrawSection({ round, draw, leads, reads }: DrawSectionProps) {
  const texts = useTexts(drawTexts).draw;
  const { number, state, event, declared, result, withdrawn, design, frame } = draw;
  return (
    <Section title={texts.title(number)}>
      <Stack>
        {withdrawn ? <Notice kind="warning">{texts.withdrawn(withdrawn.by.name, formatMoment(withdrawn.at), withdrawn.reason)}</Notice> : null}
        <Facts
          facts={[
            [
              texts.state,
              <StateBadge key="state" tone={TONES[state]}>
                {texts.states[state]}
              </StateBadge>,
            ],
            [texts.event, event.what],
            [texts.place, event.place],
            [texts.at, formatMoment(event.at)],
            [texts.declared, texts.by(declared.by.name, formatMoment(declared.at))],
          ]}
        />
        {result ? (
          <>
            <Facts
              facts={[
                [texts.seed, <strong key="seed">{result.seed}</strong>],
                [texts.attended, result.attended],
                [texts.minutes, texts.minutesOf(result.minutes.number, formatDay(result.minutes.date))],
                [texts.entered, texts.by(result.by.name, formatMoment(result.at))],
              ]}
            />
            <Facts cols={1} facts={[[texts.recordHash, result.recordHash]]} />
          </>
        ) : null}
        {state === 'declared' ? <Text size="sm">{texts.waits(formatMoment(event.at))}</Text> : null}
        {state === 'due' && leads ? <SeedForm round={round} number={number} /> : null}
        <details>
          <summary>{texts.reveal}</summary>
          <Stack mt="sm">
            <DesignShown design={design} />
            <FrameShown frame={frame} />
          </Stack>
        </details>
        {reads ? <DrawFiles round={round} number={number} drawn={result !== null} /> : null}
        {reads && result ? <SampleTable round={round} number={number} /> : null}
        {leads && state !== 'withdrawn' ? <WithdrawForm round={round} number={number} /> : null}
      </Stack>
    </Section>
  );
}
