import { Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { beginning } from '@parindex/core/words/language';
import { leftText, pointsOver, scoredText } from '@parindex/core/words/points-text';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { STEP_NAMES } from '@parindex/core/words/steps';
import type { Work } from '../../capabilities/assignments/queries/work.ts';
import { formatDistance } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { LinkButton } from '../../kit/link.tsx';
import { useNow } from '../../kit/now.ts';
import { useStepTimes } from '../../kit/use-step-times.ts';
import { homeTexts } from './texts/home.ts';

/** One membership in one open round: progress, deadline, link. */
export function WorkCard({ work: { round, role, office, sheet, steps } }: { work: Work }) {
  const texts = useTexts(homeTexts);
  const roles = useTexts(ROLE_NAMES);
  const { language } = useLanguage();
  const done = sheet
    ? [beginning(scoredText(sheet.own, language)), ...(sheet.own.answered < sheet.own.asked ? [leftText(sheet.own, language)] : [])].join('; ')
    : '';
  return (
    <Paper withBorder p="md" component="section" aria-label={round.title}>
      <Stack gap="sm">
        <Stack gap={0}>
          <Title order={2} size="h4">
            {round.title}
          </Title>
          <Text size="sm" c="dimmed">
            {texts.office(roles[role], office.name)}
          </Text>
        </Stack>
        {sheet ? (
          <Stack gap={4} maw="32rem">
            {sheet.toFreeze ? <Text fw={600}>{texts.toFreeze}</Text> : null}
            <Text size="sm">{done}</Text>
            <Progress value={(100 * sheet.own.answered) / Math.max(1, sheet.own.asked)} aria-label={done} />
            <Text size="sm">{texts.points(pointsOver(sheet.own, sheet, language))}</Text>
            {sheet.state !== 'open' ? (
              <Text size="sm">{sheet.state === 'frozen' ? texts.frozen : sheet.sentUnsigned ? texts.sentUnsigned : texts.sent}</Text>
            ) : null}
            {sheet.reopened ? <Text size="sm">{texts.reopened}</Text> : null}
          </Stack>
        ) : null}
        <Steps steps={steps} />
        <Group gap="xs">
          {sheet ? (
            <LinkButton to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round: round.id, body: office.id }}>
              {texts.toSheet}
            </LinkButton>
          ) : (
            <LinkButton to="/lam-viec/ky-danh-gia/$round/bang-diem" params={{ round: round.id }}>
              {texts.toSheets}
            </LinkButton>
          )}
          <LinkButton to="/lam-viec/ky-danh-gia/$round" params={{ round: round.id }} variant="default">
            {texts.toRound}
          </LinkButton>
        </Group>
      </Stack>
    </Paper>
  );
}

/** The steps that are open; the rest of the calendar folded. */
function Steps({ steps }: Pick<Work, 'steps'>) {
  const texts = useTexts(homeTexts);
  const names = useTexts(STEP_NAMES);
  const { language } = useLanguage();
  const now = useNow();
  const { deadline, opening } = useStepTimes();
  const told = ({ step, opens, closes, open }: Work['steps'][number]) => {
    if (open) return texts.openUntil(names[step], deadline(closes), formatDistance(closes, now, language));
    if (new Date(opens) > now) return texts.opensAt(names[step], opening(opens), formatDistance(opens, now, language));
    return texts.closedAt(names[step], deadline(closes));
  };
  const lines = (shown: Work['steps']) => (
    <List size="sm">
      {shown.map((step) => (
        <List.Item key={step.step} fw={step.open ? 600 : 400}>
          {told(step)}
        </List.Item>
      ))}
    </List>
  );
  return (
    <>
      {lines(steps.filter(({ open }) => open))}
      <details>
        <summary>{texts.calendar}</summary>
        {lines(steps.filter(({ open }) => !open))}
      </details>
    </>
  );
}
