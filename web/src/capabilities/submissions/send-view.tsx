import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../client/rights.ts';
import { CopyButton } from '../../kit/acts/copy-button.tsx';
import { DocumentButtons } from '../../kit/acts/document-buttons.tsx';
import { Section } from '../../kit/page/section.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { FreezeReview } from '../review/freeze-review.tsx';
import { reviewQuery } from '../review/queries/review.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { Freezing } from './freezing.tsx';
import { OwnerActs } from './owner-acts.tsx';
import { fetchReport, type SendingStanding, sendingQuery } from './queries/sendings.ts';
import { Receipts } from './receipts.tsx';
import { ReportFormEditor } from './report-form.tsx';
import { ReportText } from './report-text.tsx';
import { SendStep } from './send-step.tsx';
import { StepBadge } from './step-badge.tsx';
import { sendingTexts } from './texts/sending.ts';

/** The steps from freezing to the receipt, and the owner's actions. */
export function SendView() {
  const texts = useTexts(sendingTexts);
  const { sheet, shown } = useSheet();
  const { may, mayAnywhere } = useRights();
  const { data, error, refetch } = useQuery(sendingQuery(sheet, shown.answer.seq));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const runs = !shown.answer.roundClosed;
  const sends = runs && may('sheet.send', sheet);
  return (
    <Stack gap="md">
      <Stack gap={4} maw="75ch">
        <Text>{texts.lead}</Text>
        <Deadline standing={data} />
      </Stack>
      <Stack gap="md" className="numbered-steps">
        <ReportText sheet={sheet} text={data.text} mayWrite={sends && data.state === 'open'} />
        <FreezeStep standing={data} mine={runs && may('sheet.freeze', sheet)} checks={runs && may('sheet.declare', sheet)} />
        {runs && may('sheet.declare', sheet) && data.state !== 'sent' ? <ReportFormEditor sheet={sheet} standing={data} /> : null}
        <Section title={texts.report.title} lead={texts.report.lead} actions={<StepBadge step="send" state={data.state} mine={sends} />}>
          {data.frozen ? null : <Text size="sm">{texts.report.draft}</Text>}
          <DocumentButtons take={(format) => fetchReport(sheet, format)} name={`bao-cao-tu-danh-gia-${sheet.body}`} texts={texts.report} />
        </Section>
        {sends ? <SendStep sheet={sheet} standing={data} /> : null}
      </Stack>
      <Receipts sheet={sheet} standing={data} mayTakeBack={runs && may('sheet.takeBack', sheet)} />
      {runs && mayAnywhere('sheet.permit') ? <OwnerActs sheet={sheet} standing={data} /> : null}
    </Stack>
  );
}

function Deadline({ standing: { deadline } }: { standing: SendingStanding }) {
  const texts = useTexts(sendingTexts);
  const says = useStepTimes();
  if (deadline.at === null) return null;
  return <Text size="sm">{texts.deadline[deadline.act ?? 'none'](says.deadline(deadline.at))}</Text>;
}

interface FreezeStepProps {
  readonly standing: SendingStanding;
  readonly mine: boolean;
  /** Whether the reader mends what the check finds. */
  readonly checks: boolean;
}

function FreezeStep({ standing: { frozen, state }, mine, checks }: FreezeStepProps) {
  const texts = useTexts(sendingTexts);
  const { sheet, shown } = useSheet();
  const tells = !frozen && (mine || checks);
  const review = useQuery({ ...reviewQuery(sheet.round, sheet.body, shown.answer.seq), enabled: tells });
  return (
    <Section title={texts.freeze.title} actions={<StepBadge step="freeze" state={state} mine={mine} />}>
      {frozen ? (
        <Stack gap="xs" align="flex-start">
          <Notice kind="good">{texts.freeze.frozen(formatMoment(frozen.at))}</Notice>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {texts.freeze.hash}: {frozen.hash}
          </Text>
          <CopyButton text={frozen.hash} />
        </Stack>
      ) : (
        <>
          <Text size="sm">{texts.freeze.open}</Text>
          {tells ? <FreezeReview /> : null}
          {mine ? (
            <Group>
              <Freezing heldBack={(review.data?.totals.mustMend.count ?? 0) > 0} />
            </Group>
          ) : null}
        </>
      )}
    </Section>
  );
}
