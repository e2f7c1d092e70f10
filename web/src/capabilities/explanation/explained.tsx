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
  /** Whether the reader appraises it. */
  readonly mine: boolean;
  readonly steps: readonly { readonly step: string; readonly open: boolean }[];
}

/** Beside the verdict: what the body is asked to explain, and what it answers. */
export function Explained({ round, body, item, mine, steps }: ExplainedProps) {
  const texts = useTexts(explanationTexts);
  const sheet = { round, body };
  const { data } = useQuery(explanationQuery(sheet));
  if (!data) return null;
  const found = data.items.find((one) => one.item.code === item);
  const council = data.council.find((one) => one.item.code === item);
  const isOpen = (step: string) => steps.some((one) => one.step === step && one.open);
  const asks = mine && isOpen('appraisal');
  const answered = data.state === 'sent' || (data.step !== null && !data.step.open && new Date(data.step.opens) <= new Date());
  const check = data.siteChecks.find((one) => one.item.code === item);
  const checks = mine && (asks || isOpen('secondAppraisal'));
  if (!found && !checks && !council && !check) return null;
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
      {asks ? (
        <SaidForm
          sheet={sheet}
          before={found?.question?.text ?? null}
          words={{ ...texts.ask, label: found?.question ? texts.ask.change : texts.ask.act }}
          say={(text) => askExplanation(sheet, item, { base: data.seq, text })}
        />
      ) : null}
      {check ? <SiteCheckShown check={check} /> : null}
      {checks ? <SiteCheckActs key={check?.seq ?? 0} sheet={sheet} item={item} seq={data.seq} before={check} /> : null}
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
