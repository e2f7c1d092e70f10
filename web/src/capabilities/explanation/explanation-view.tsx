import './explanation.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import * as explanation from '@parindex/core/contracts/explanation';
import { takingBack } from '@parindex/core/contracts/schemas/sheets';
import { displayDate } from '@parindex/core/quantity/display';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useRights } from '../../client/rights.ts';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { DocumentButtons } from '../../kit/acts/document-buttons.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { Empty } from '../../kit/lists/empty.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { later } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { Receipts } from '../submissions/receipts.tsx';
import { SendStep } from '../submissions/send-step.tsx';
import { StepBadge } from '../submissions/step-badge.tsx';
import { CouncilOn } from './council-on.tsx';
import {
  dispute,
  type ExplainedItem,
  type Explanation,
  explanationActed,
  explanationQuery,
  fetchExplanationReport,
  freezeExplanation,
  takeBackExplanation,
} from './queries/explanation.ts';
import { ReplyShown } from './reply-shown.tsx';
import { SaidForm } from './said-form.tsx';
import { SiteCheckShown } from './site-check-shown.tsx';
import { departmentPartTexts } from './texts/department-part.ts';
import { explanationTexts } from './texts/explanation.ts';
import { officialFigureTexts } from './texts/official-figures.ts';
import { siteCheckTexts } from './texts/site-check.ts';
import { VerdictFacts } from './verdict-facts.tsx';

const DepartmentPartShown = later(async () => (await import('./department-part.tsx')).DepartmentPartShown, { withoutLine: true });
const OfficialFiguresShown = later(async () => (await import('./official-figures-shown.tsx')).OfficialFiguresShown, { withoutLine: true });
const GiveExplanation = later(async () => (await import('./give-explanation.tsx')).GiveExplanation, { withoutLine: true });
const KeptLetter = later(async () => (await import('./kept-letter.tsx')).KeptLetter, { fallback: null });
const ReplyForm = later(async () => (await import('./reply-form.tsx')).ReplyForm, { withoutLine: true });

/** What a body is told of its appraisal and answers to it, item by item; then frozen, signed and sent. */
export function ExplanationView() {
  const texts = useTexts(explanationTexts);
  const { sheet } = useSheet();
  const { may } = useRights();
  const { data, error, refetch } = useQuery(explanationQuery(sheet));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const answers = data.step?.open === true && may('sheet.explain', sheet);
  return (
    <Stack gap="md">
      <Stack gap={4} maw="75ch">
        <Text>{data.whole ? texts.lead : texts.leadOfDepartment}</Text>
        <Times explained={data} />
      </Stack>
      {!data.told ? (
        <Notice kind="note">{texts.notTold}</Notice>
      ) : data.items.length === 0 ? (
        <Empty title={texts.none}>{texts.noneMore}</Empty>
      ) : (
        <>
          <Items explained={data} answers={answers && data.state === 'open'} disputes={data.disputing !== null && may('sheet.dispute', sheet)} />
          {data.step === null || !data.whole ? null : <Sending explained={data} answers={answers} />}
        </>
      )}
      <OfficialElsewhere explained={data} />
      <OthersOnSite explained={data} />
      <OthersBeforeCouncil explained={data} />
    </Stack>
  );
}

/** A notice that was sent, with the letter as it was kept. */
function Sent({ round, notice, says }: { round: string; notice: Explanation['notices']['appraised']; says: (number: string, date: string) => string }) {
  return notice ? (
    <>
      {` ${says(notice.number, displayDate(notice.date))}`}
      {notice.files.length > 0 ? <KeptLetter round={round} files={notice.files} /> : null}
    </>
  ) : null;
}

function Times({ explained: { round, step, notices, state } }: { explained: Explanation }) {
  const texts = useTexts(explanationTexts);
  const says = useStepTimes();
  const past = step !== null && !step.open && new Date(step.opens) <= new Date();
  return (
    <Text size="sm">
      {step === null
        ? texts.noStep
        : step.open
          ? texts.openUntil(says.deadline(step.closes))
          : past
            ? `${texts.over(says.deadline(step.closes))}${state === 'sent' ? '' : ` ${texts.neverSent}`}`
            : texts.opensAt(says.opening(step.opens))}
      <Sent round={round.id} notice={notices.appraised} says={texts.notice} />
      <Sent round={round.id} notice={notices.second} says={texts.secondNotice} />
    </Text>
  );
}

interface ItemsProps {
  readonly explained: Explanation;
  readonly answers: boolean;
  readonly disputes: boolean;
}

/** The official figures that stand beside what an item claims, where there are any. */
function OfficialBeside({ explained, code }: { explained: Explanation; code: string }) {
  const figures = explained.officialFigures.filter(({ items }) => items.includes(code));
  return figures.length > 0 ? <OfficialFiguresShown figures={figures} /> : null;
}

function Items({ explained, answers, disputes }: ItemsProps) {
  const texts = useTexts(explanationTexts);
  const { language } = useLanguage();
  const [opened, setOpened] = useState<string>();
  const count = (value: number) => formatCount(value, language);
  const asked = explained.items.filter(({ toExplain }) => toExplain);
  const answered = asked.filter(({ reply }) => reply !== null).length;
  return (
    <Section title={texts.items(count(answered), count(asked.length))}>
      <ol className="explained-items">
        {explained.items.map((item) => (
          <li key={item.item.code} className="explained-item">
            <h3>
              {item.item.code}. {item.item.title}
            </h3>
            <VerdictFacts item={item} rounding={explained.rounding} />
            {opened === item.item.code ? (
              <ReplyForm item={item} seq={explained.seq} proposes={!answers} onClose={() => setOpened((now) => (now === item.item.code ? undefined : now))} />
            ) : (
              <Answer item={item} {...(answers && item.toExplain ? { onAnswer: () => setOpened(item.item.code) } : {})} />
            )}
            {item.part ? <DepartmentPartShown item={item} part={item.part} seq={explained.seq} onWrite={() => setOpened(item.item.code)} /> : null}
            {answers ? <Give item={item} /> : null}
            <Disputed item={item} seq={explained.seq} disputes={disputes && (item.disputable || item.dispute !== null)} />
            {explained.siteChecks.map((one) => (one.item.code === item.item.code ? <SiteCheckShown key={one.item.code} check={one} /> : null))}
            <OfficialBeside explained={explained} code={item.item.code} />
            {explained.council.map((one) => (one.item.code === item.item.code ? <CouncilOn key={one.item.code} explained={explained} item={one} /> : null))}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What the council looks at besides: items that needed no explanation. */
function OthersBeforeCouncil({ explained }: { explained: Explanation }) {
  const texts = useTexts(explanationTexts).council;
  const others = explained.council.filter(({ item }) => !explained.items.some((one) => one.item.code === item.code));
  if (others.length === 0) return null;
  return (
    <Section title={texts.title}>
      <ol className="explained-items">
        {others.map((one) => (
          <li key={one.item.code} className="explained-item">
            <h3>
              {one.item.code}. {one.item.title}
            </h3>
            <CouncilOn explained={explained} item={one} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Official figures of items that needed no explanation. */
function OfficialElsewhere({ explained }: { explained: Explanation }) {
  const texts = useTexts(officialFigureTexts);
  const shown = new Set(explained.items.map(({ item }) => item.code));
  const others = explained.officialFigures.filter(({ items }) => !items.some((code) => shown.has(code)));
  if (others.length === 0) return null;
  return (
    <Section title={texts.title}>
      <OfficialFiguresShown figures={others} apart />
    </Section>
  );
}

/** What was found on site of items that needed no explanation. */
function OthersOnSite({ explained }: { explained: Explanation }) {
  const texts = useTexts(siteCheckTexts);
  const others = explained.siteChecks.filter(({ item }) => !explained.items.some((one) => one.item.code === item.code));
  if (others.length === 0) return null;
  return (
    <Section title={texts.title}>
      <ol className="explained-items">
        {others.map((check) => (
          <li key={check.item.code} className="explained-item">
            <h3>
              {check.item.code}. {check.item.title}
            </h3>
            <SiteCheckShown check={check} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Answer({ item: { item, contested, reply, part, toExplain }, onAnswer }: { item: ExplainedItem; onAnswer?: () => void }) {
  const texts = useTexts(explanationTexts);
  return (
    <Stack gap="xs" align="flex-start">
      {reply ? (
        <ReplyShown reply={reply} of={{ contested }} />
      ) : !toExplain ? (
        <Notice kind="note">{texts.onlySecond}</Notice>
      ) : (
        <StateBadge tone={onAnswer && !part ? 'act' : 'quiet'}>{texts.unanswered}</StateBadge>
      )}
      {onAnswer ? (
        <Button
          size="compact-sm"
          variant={reply || part ? 'default' : 'filled'}
          aria-label={reply ? texts.changeOf(item.code) : texts.answerOf(item.code)}
          onClick={onAnswer}
        >
          {reply ? texts.change : texts.answer}
        </Button>
      ) : null}
    </Stack>
  );
}

/** The body gives an item to a department for the explanation, or to another than has it. */
function Give({ item: { item, part } }: { item: ExplainedItem }) {
  const texts = useTexts(departmentPartTexts);
  const { sheet } = useSheet();
  const { may } = useRights();
  const [gives, setGives] = useState(false);
  if (!may('assignment.write', sheet)) return null;
  return (
    <>
      <Button size="compact-sm" variant="subtle" w="fit-content" aria-label={texts.giveOf(item.code)} onClick={() => setGives(true)}>
        {part ? texts.giveAnew : texts.give}
      </Button>
      {gives ? <GiveExplanation code={item.code} onClose={() => setGives(false)} /> : null}
    </>
  );
}

function Disputed({ item: { item, dispute: said }, seq, disputes }: { item: ExplainedItem; seq: number; disputes: boolean }) {
  const texts = useTexts(explanationTexts).dispute;
  const by = useTexts(explanationTexts).by;
  const { sheet } = useSheet();
  if (!said && !disputes) return null;
  return (
    <Stack gap="xs">
      {said ? (
        <Stack gap={4}>
          <StateBadge tone="warn">{texts.said}</StateBadge>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {said.text}
          </Text>
          <Text size="xs" c="dimmed">
            {by(said.by.name, formatMoment(said.at))}
          </Text>
        </Stack>
      ) : null}
      {disputes ? (
        <SaidForm
          sheet={sheet}
          before={said?.text ?? null}
          words={{
            title: texts.actOf(item.code),
            lead: texts.lead,
            words: texts.words,
            act: texts.act,
            change: texts.act,
            withdraw: texts.withdraw,
            label: texts.actOf(item.code),
          }}
          say={(text) => dispute(sheet, item.code, { base: seq, text })}
        />
      ) : null}
    </Stack>
  );
}

/** Freezing, the document, sending, receipts. */
function Sending({ explained, answers }: { explained: Explanation; answers: boolean }) {
  const texts = useTexts(explanationTexts);
  const { sheet } = useSheet();
  const { may } = useRights();
  const { state, frozen } = explained;
  const freezes = explained.step?.open === true && may('sheet.freezeExplanation', sheet);
  return (
    <>
      <Stack gap="md" className="numbered-steps">
        <Section title={texts.freeze.title} actions={<StepBadge step="freeze" state={state} mine={freezes} />}>
          {frozen ? <Notice kind="good">{texts.freeze.frozen(formatMoment(frozen.at))}</Notice> : <Freezing explained={explained} freezes={freezes} />}
          {freezes && state !== 'open' ? <TakeBack seq={explained.seq} /> : null}
        </Section>
        <Section title={texts.report.title} lead={texts.report.lead} actions={<StepBadge step="send" state={state} mine={answers} />}>
          {frozen ? null : <Text size="sm">{texts.report.draft}</Text>}
          <DocumentButtons take={(format) => fetchExplanationReport(sheet, format)} name={`bao-cao-giai-trinh-${sheet.body}`} texts={texts.report} />
        </Section>
        {answers ? <SendStep sheet={sheet} standing={explained} contract={explanation.sendExplanation} acted={explanationActed} words={texts.send} /> : null}
      </Stack>
      <Receipts sheet={sheet} standing={explained} mayTakeBack={false} matter="explanation" />
    </>
  );
}

function Freezing({ explained, freezes }: { explained: Explanation; freezes: boolean }) {
  const texts = useTexts(explanationTexts).freeze;
  const { sheet } = useSheet();
  const { language } = useLanguage();
  const left = explained.items.filter(({ reply, toExplain }) => toExplain && reply === null).length;
  const inHand = explained.items.filter(({ part }) => part !== null && part.state !== 'reviewed' && part.state !== 'changed').length;
  const act = useAct(() => freezeExplanation(sheet, explained.seq), { refresh: (client) => explanationActed(client, sheet) });
  return (
    <Stack gap="xs">
      <Text size="sm">
        {texts.open} {left > 0 ? texts.unanswered(formatCount(left, language)) : ''} {inHand > 0 ? texts.inHand(formatCount(inHand, language)) : ''}
      </Text>
      {freezes ? (
        <Group>
          <ConfirmedAct act={texts.act} question={texts.question} yes={texts.act} acting={act.isPending} onAct={() => act.mutate()} />
        </Group>
      ) : (
        <Text size="sm">{texts.others}</Text>
      )}
      <Outcome error={act.error} />
    </Stack>
  );
}

function TakeBack({ seq }: { seq: number }) {
  const texts = useTexts(explanationTexts).back;
  const { sheet } = useSheet();
  const [reason, setReason] = useState<string>();
  const act = useAct(() => takeBackExplanation(sheet, seq, reason ?? ''), {
    refresh: (client) => explanationActed(client, sheet),
    onDone: () => setReason(undefined),
  });
  return (
    <>
      <Button variant="default" w="fit-content" onClick={() => setReason('')}>
        {texts.act}
      </Button>
      {reason === undefined ? null : (
        <FormDialog title={texts.act} submit={texts.act} act={act} onSubmit={() => act.mutate()} onClose={() => setReason(undefined)}>
          <Text size="sm">{texts.lead}</Text>
          <ReasonInput label={texts.reason} {...limitsOf(takingBack).reason} value={reason} onChange={setReason} />
        </FormDialog>
      )}
    </>
  );
}
