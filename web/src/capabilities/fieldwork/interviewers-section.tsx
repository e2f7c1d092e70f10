import '@parindex/design/charts/charts.css';
import { Stack, Text } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import { COMPARED_BY } from '@parindex/core/survey/quality/option-weights';
import { BACK_CHECK_STATE_NAMES } from '@parindex/core/words/fieldwork-words';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { SparkBars } from '@parindex/design/charts/spark-bars.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount, formatDay, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { placeNames } from './place-names.ts';
import type { BackChecks, InterviewerResult } from './queries/back-checks.ts';
import type { Fieldwork } from './queries/fieldwork.ts';
import { backChecksTexts } from './texts/back-checks.ts';

/** Days that stand side by side in a cell. */
const DRAWN = 10;

/** What each interviewer brought: how far they are, by day, how long it takes, what came of asking again, and how their answers stand beside those of others. */
export function InterviewersSection({ fieldwork, backChecks }: { fieldwork: Fieldwork; backChecks: BackChecks }) {
  const texts = useTexts(backChecksTexts).interviewers;
  const { language } = useLanguage();
  const { bodyName, groupTitle } = placeNames(fieldwork);
  const { interviewers, threshold, limit, hours } = backChecks;
  const used = COMPARED_BY.filter((by) => interviewers.some(({ effect }) => effect?.by === by));
  return (
    <Section title={texts.title} lead={texts.lead(formatCount(threshold, language))}>
      <Stack>
        <Table
          caption={texts.title}
          rows={interviewers}
          keyOf={({ body, group, interviewer }) => `${body} ${group} ${interviewer.id}`}
          columns={[
            {
              key: 'interviewer',
              title: texts.interviewer,
              names: true,
              least: '9rem',
              cell: ({ interviewer, body, group }) => (
                <>
                  {interviewer.name}
                  <Text size="sm" c="dimmed">
                    {bodyName(body)}, {groupTitle(group)}
                  </Text>
                </>
              ),
            },
            { key: 'work', title: texts.work, least: '11rem', cell: (row) => <Work row={row} hours={hours} /> },
            { key: 'days', title: texts.days, least: '8rem', cell: (row) => <Days row={row} /> },
            { key: 'checks', title: texts.checks, least: '12rem', cell: (row) => <Checks row={row} /> },
            { key: 'effect', title: texts.effect, least: '12rem', cell: (row) => <Effect row={row} limit={limit} /> },
          ]}
        />
        {used.map((by) => (
          <Text key={by} size="sm">
            {texts.by[by]}
          </Text>
        ))}
      </Stack>
    </Section>
  );
}

function Work({
  row: { given, interviewed, refused, notReached, again, callBacks, oddHours, minutes },
  hours: { from, before },
}: {
  row: InterviewerResult;
  hours: BackChecks['hours'];
}) {
  const texts = useTexts(backChecksTexts).interviewers;
  const { language } = useLanguage();
  const count = (of: number) => formatCount(of, language);
  const more = [
    refused > 0 ? [texts.refused(count(refused))] : [],
    notReached > 0 ? [texts.notReached(count(notReached))] : [],
    again > 0 ? [texts.again(count(again))] : [],
  ].flat();
  return (
    <Stack gap={4}>
      <Bar share={given === 0 ? 0 : interviewed / given} />
      <Text size="sm">{[texts.interviewed(count(interviewed), count(given)), ...more].join('; ')}</Text>
      {callBacks > 0 ? <Text size="sm">{texts.callBacks(count(callBacks))}</Text> : null}
      {oddHours > 0 ? (
        <Text size="sm" fw={600}>
          {texts.oddHours(count(oddHours), from, before)}
        </Text>
      ) : null}
      {minutes === null ? null : <Text size="sm">{texts.minutes(count(minutes))}</Text>}
    </Stack>
  );
}

function Days({ row: { days } }: { row: InterviewerResult }) {
  const texts = useTexts(backChecksTexts).interviewers;
  const { language } = useLanguage();
  const most = days.reduce<(typeof days)[number] | undefined>((best, each) => (best && best.count >= each.count ? best : each), undefined);
  if (!most) return texts.noDay;
  const drawn = days.slice(-DRAWN);
  const says = drawn.map(({ day, count }) => texts.ofDay(formatDay(day), formatCount(count, language))).join('; ');
  return (
    <Stack gap={4} align="flex-start">
      <SparkBars title={texts.daysSay(says)} shares={drawn.map(({ count }) => count / most.count)} />
      <Text size="sm">{texts.mostOfDay(formatCount(most.count, language), formatDay(most.day))}</Text>
    </Stack>
  );
}

function Checks({ row: { checks, agreement } }: { row: InterviewerResult }) {
  const texts = useTexts(backChecksTexts).interviewers;
  const states = useTexts(BACK_CHECK_STATE_NAMES);
  const { language } = useLanguage();
  const count = (of: number) => formatCount(of, language);
  if (checks.length === 0) return texts.none;
  const drawn = checks.reduce((sum, each) => sum + each.count, 0);
  const nobodyCame = checks.find(({ state }) => state === 'nobodyCame')?.count ?? 0;
  const others = checks.filter(({ state }) => state !== 'nobodyCame').map((each) => `${states[each.state]}: ${count(each.count)}`);
  return (
    <Stack gap={4} align="flex-start">
      {nobodyCame > 0 ? <StateBadge tone="bad">{texts.nobodyCame(count(nobodyCame))}</StateBadge> : null}
      <Text size="sm">{texts.drawn(count(drawn), others.join('; '))}</Text>
      {agreement === null ? null : (
        <>
          <Bar share={agreement.same / agreement.compared} />
          <Text size="sm">{texts.agreement(formatPercent(agreement.same, agreement.compared, language), count(agreement.interviews))}</Text>
        </>
      )}
    </Stack>
  );
}

function Effect({ row: { effect }, limit }: { row: InterviewerResult; limit: string }) {
  const texts = useTexts(backChecksTexts).interviewers;
  const { language } = useLanguage();
  if (effect === null) return texts.noEffect;
  const rounded = (fraction: string) => displayDecimal(toDecimal(fromFraction(fraction), 2, 'halfUp'), language);
  const border = displayDecimal(limit, language);
  return (
    <Stack gap={4}>
      <Text size="sm">{texts.effectSays(rounded(effect.mean), rounded(effect.otherMean), rounded(effect.difference))}</Text>
      <Text size="sm" fw={effect.isBeyond ? 600 : undefined}>
        {effect.isBeyond ? texts.beyond(border) : texts.within(border)}
      </Text>
    </Stack>
  );
}
