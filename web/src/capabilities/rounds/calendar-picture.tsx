import { Box, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { useId } from 'react';
import { formatDay, formatDayOf } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { CalendarBar, CalendarLabel, ROW } from './calendar-bar.tsx';
import { CalendarMonths, HEAD } from './calendar-months.tsx';
import type { Round } from './queries/rounds.ts';
import { stepState } from './step-state.ts';
import { planTexts } from './texts/round-plan.ts';
import { timeScale } from './time-scale.ts';

const LEAST_WIDTH = 280;

/**
 * A round's calendar as a timeline: months at the top, a bar for each step, a line for today. Drawn at the available
 * width, so that its text stays readable.
 */
export function CalendarPicture({ round }: { round: Round }) {
  const texts = useTexts(planTexts).calendar;
  const names = useTexts(STEP_NAMES);
  const { deadline, opening } = useStepTimes();
  const now = useNow();
  const { ref, width: room } = useElementSize();
  const width = Math.max(LEAST_WIDTH, Math.floor(room));
  const id = useId();
  const scale = timeScale(round.steps, width);
  const height = HEAD + round.steps.length * ROW + 4;
  const today = scale.at(now.getTime());
  const rows = round.steps.map((step, row) => ({ step, state: stepState(step, now, round), scale, width, top: HEAD + row * ROW }));
  const said = round.steps.map((step) => texts.barSays(names[step.step], opening(step.opens), deadline(step.closes), texts[stepState(step, now, round)]));
  return (
    <Box ref={ref}>
      <svg role="img" aria-labelledby={`${id}-title ${id}-says`} viewBox={`0 0 ${width} ${height}`} width={width} height={height} style={{ display: 'block' }}>
        <title id={`${id}-title`}>{texts.picture(round.title)}</title>
        <desc id={`${id}-says`}>{texts.pictureSays(said.join(' '))}</desc>
        <CalendarMonths scale={scale} width={width} height={height} />
        {rows.map(({ step, ...row }) => (
          <CalendarBar
            key={step.step}
            step={step}
            {...row}
            flag={step.dayOff ? texts.dayOff(formatDay(step.dayOff.day), step.dayOff.name ?? texts.weekend, formatDay(step.dayOff.nextWorkingDay)) : undefined}
          />
        ))}
        {today === undefined ? null : (
          <g>
            <line x1={today} x2={today} y1={HEAD - 10} y2={height} stroke="var(--accent-ink)" strokeWidth={2} strokeDasharray="5 3" />
            <text x={Math.min(Math.max(today, 28), width - 28)} y={HEAD - 14} textAnchor="middle" fontSize={12} fontWeight={600} fill="var(--accent-ink)">
              {texts.today}
            </text>
          </g>
        )}
        {rows.map((row) => (
          <CalendarLabel key={row.step.step} {...row} label={texts.bar(names[row.step.step], texts[row.state])} />
        ))}
      </svg>
      {today === undefined ? (
        <Text size="sm" c="dimmed">
          {texts.todayOutside(formatDayOf(now))}
        </Text>
      ) : null}
    </Box>
  );
}
