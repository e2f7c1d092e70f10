import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { later } from '../../kit/reading/later.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { CouncilOn } from './council-on.tsx';
import { askExplanation, explanationQuery } from './queries/explanation.ts';
import { ReplyShown } from './reply-shown.tsx';
import { SaidForm } from './said-form.tsx';
import { SiteCheckShown } from './site-check-shown.tsx';
import { explanationTexts } from './texts/explanation.ts';

const SiteCheckActs = later(async () => (await import('./site-check-acts.tsx')).SiteCheckActs, { withoutLine: true });

interface ExplainedProps {
  readonly round: string;
  readonly body: string;
  readonly item: string;
}

/** Above the verdict: what the body is asked to explain, what it answers, what was found on site, and what the council does about it. */
export function Explained({ round, body, item }: ExplainedProps) {
  const texts = useTexts(explanationTexts);
  const { data } = useQuery(explanationQuery({ round, body }));
  if (!data) return null;
  const found = data.items.find((one) => one.item.code === item);
  const council = data.council.find((one) => one.item.code === item);
  const check = data.siteChecks.find((one) => one.item.code === item);
  const answered = data.state === 'sent' || (data.step !== null && !data.step.open && new Date(data.step.opens) <= new Date());
  if (!found && !council && !check) return null;
  return (
    <Stack gap="xs" pb="sm">
      {found?.question ? (
        <div>
          <Text size="sm" fw={600}>
            {texts.question}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {found.question.text}
          </Text>
        </div>
      ) : null}
      {check ? <SiteCheckShown check={check} /> : null}
      {found?.reply ? (
        <div>
          <Text size="sm" fw={600}>
            {texts.reply}
          </Text>
          <ReplyShown reply={found.reply} of={found} />
          {data.state === 'sent' ? null : (
            <Text size="xs" c="dimmed">
              {texts.unsent}
            </Text>
          )}
        </div>
      ) : found?.toExplain && answered ? (
        <Notice kind="note">{texts.noAnswer}</Notice>
      ) : null}
      {council ? <CouncilOn explained={data} item={council} /> : null}
    </Stack>
  );
}

interface ExplainedActsProps extends ExplainedProps {
  /** Whether the reader appraises it. */
  readonly mine: boolean;
  readonly steps: readonly { readonly step: string; readonly open: boolean }[];
}

/** Below the verdict, which does not move when they come: to ask the body for an explanation, to record what was found on site. */
export function ExplainedActs({ round, body, item, mine, steps }: ExplainedActsProps) {
  const texts = useTexts(explanationTexts);
  const sheet = { round, body };
  const { data } = useQuery(explanationQuery(sheet));
  const isOpen = (step: string) => steps.some((one) => one.step === step && one.open);
  const asks = mine && isOpen('appraisal');
  if (!data || !(asks || (mine && isOpen('secondAppraisal')))) return null;
  const question = data.items.find((one) => one.item.code === item)?.question;
  const check = data.siteChecks.find((one) => one.item.code === item);
  return (
    <Stack gap="xs" py="sm">
      {asks ? (
        <SaidForm
          sheet={sheet}
          before={question?.text ?? null}
          words={{ ...texts.ask, label: question ? texts.ask.change : texts.ask.act }}
          say={(text) => askExplanation(sheet, item, { base: data.seq, text })}
        />
      ) : null}
      <SiteCheckActs key={check?.seq ?? 0} sheet={sheet} item={item} seq={data.seq} before={check} />
    </Stack>
  );
}
