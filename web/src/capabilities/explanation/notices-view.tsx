import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { displayDate } from '@parindex/core/quantity/display';
import type { ConsequenceCode } from '@parindex/core/round/consequences';
import { lettersNumberedFrom } from '@parindex/core/submissions/letter-numbers';
import { noticeName } from '@parindex/core/submissions/notice-name';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRights } from '../../client/rights.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DecisionFields, decisionOf, NO_DECISION } from '../../kit/fields/decision-fields.tsx';
import { queryOfForm, SigningChoice } from '../../kit/fields/signing-choice.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { Empty } from '../../kit/lists/empty.tsx';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { otherThanUntold, UntoldConsequences } from '../rounds/consequences.tsx';
import { type Round, roundQuery } from '../rounds/queries/rounds.ts';
import { type AppraisalNotices, fetchNotice, fetchNotices, noticesQuery, recordNotices } from './queries/explanation.ts';
import { explanationTexts } from './texts/explanation.ts';
import { noticeTexts } from './texts/notices.ts';

type Stage = AppraisalNotices['stages'][number];
type Noticed = Stage['bodies'][number];

/** Letters that tell bodies what was decided on their sheets; the owner of the round records that they were sent. */
export function NoticesView({ round }: { round: string }) {
  const texts = useTexts(noticeTexts);
  const { may } = useRights();
  const [chosen, setChosen] = useState<Stage['stage']>('appraised');
  const { data, error, refetch } = useQuery(noticesQuery(round));
  const of = useQuery(roundQuery(round)).data;
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const stage = data.stages.find((one) => one.stage === chosen);
  return (
    <Stack gap="md">
      <FilterChips
        label={texts.stage}
        chosen={chosen}
        choices={data.stages.map((one) => ({ value: one.stage, label: texts.stages[one.stage] }))}
        onChoose={setChosen}
      />
      {stage?.step ? (
        <NoticesOfStage
          key={chosen}
          round={round}
          kind={data.ownerKind}
          stage={stage}
          owned={of && may('round.decide', { roundOwner: of.ownerBody.id }) ? of : undefined}
        />
      ) : (
        <Empty title={texts.noStep} />
      )}
    </Stack>
  );
}

/** With the round, for whoever runs it. */
function NoticesOfStage({ round, kind, stage, owned }: { round: string; kind: AppraisalNotices['ownerKind']; stage: Stage; owned: Round | undefined }) {
  const owns = owned !== undefined;
  const texts = useTexts(noticeTexts);
  const states = useTexts(explanationTexts).states;
  const { language } = useLanguage();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [recording, setRecording] = useState(false);
  const [form, setForm] = useState<ReportForm | null>(null);
  const count = (value: number) => (value > 0 ? formatCount(value, language) : '–');
  const pick = (ids: readonly string[], on: boolean) => setPicked((before) => new Set([...before].filter((id) => !ids.includes(id)).concat(on ? ids : [])));
  const now = useNow();
  // Nobody explains what they have not been told.
  const toldByDay = stage.toldAt !== null && new Date(stage.toldAt) <= now;
  const waiting = stage.bodies.filter(({ over, notice }) => over && notice === null).map(({ body }) => body.id);
  const take = useAct(
    async ({ body, format, sent }: { body: string | null; format: 'pdf' | 'docx'; sent?: Noticed['notice'] }) => ({
      name: body === null ? `${noticeName(stage.stage, round)}.zip` : `${noticeName(stage.stage, body, sent)}.${format}`,
      file:
        body === null
          ? await fetchNotices(round, stage.stage, format, queryOfForm(form))
          : await fetchNotice(round, stage.stage, body, format, queryOfForm(form)),
    }),
    { onDone: ({ file, name }) => saveFile(file, name) },
  );
  const chosen = stage.bodies.filter(({ body }) => picked.has(body.id));
  const columns: Column<Noticed>[] = [
    ...(owns
      ? [
          {
            key: 'pick',
            title: texts.choose,
            cell: ({ body, over }: Noticed) => (
              <Checkbox
                aria-label={texts.chooseBody(body.name)}
                checked={picked.has(body.id)}
                disabled={!over}
                onChange={({ currentTarget }) => pick([body.id], currentTarget.checked)}
              />
            ),
          },
        ]
      : []),
    { key: 'body', title: texts.body, names: true, least: '12rem', cell: ({ body }) => body.name },
    { key: 'contested', title: texts.contested, align: 'right', cell: ({ contested }) => count(contested) },
    { key: 'asked', title: texts.asked, align: 'right', cell: ({ asked }) => count(asked) },
    { key: 'undecided', title: texts.undecided, align: 'right', cell: ({ undecided }) => count(undecided) },
    {
      key: 'notice',
      title: texts.notice,
      least: '12rem',
      cell: ({ notice, over }) =>
        notice ? (
          texts.noticed(notice.number, displayDate(notice.date))
        ) : (
          <StateBadge tone={over ? 'act' : 'quiet'}>{over ? texts.none : texts.notOver}</StateBadge>
        ),
    },
    { key: 'state', title: texts.explanation, cell: ({ notice, state }) => (notice !== null || toldByDay ? states[state] : '–') },
    ...(owns
      ? [
          {
            key: 'letter',
            title: texts.letter,
            cell: ({ body, notice }: Noticed) => (
              <Group gap={4} wrap="nowrap">
                {(['docx', 'pdf'] as const).map((format) => (
                  <Button
                    key={format}
                    size="compact-xs"
                    variant="default"
                    aria-label={texts.letterOf(body.name, texts[format])}
                    loading={take.isPending && take.variables.body === body.id && take.variables.format === format}
                    onClick={() => take.mutate({ body: body.id, format, sent: notice })}
                  >
                    {texts[format]}
                  </Button>
                ))}
              </Group>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={texts.stages[stage.stage]}
      lead={
        <>
          {texts.lead} {stage.toldAt === null ? texts.toldByNotice : texts.told(formatMoment(stage.toldAt))}
        </>
      }
    >
      {owns ? (
        <Group gap="xs">
          <SigningChoice kind={kind} form={form} onChosen={setForm} />
          <Button
            variant="default"
            loading={take.isPending && take.variables.body === null && take.variables.format === 'docx'}
            onClick={() => take.mutate({ body: null, format: 'docx' })}
          >
            {texts.allDocx}
          </Button>
          <Button
            variant="default"
            loading={take.isPending && take.variables.body === null && take.variables.format === 'pdf'}
            onClick={() => take.mutate({ body: null, format: 'pdf' })}
          >
            {texts.allPdf}
          </Button>
          {waiting.length === 0 ? null : (
            <Button variant="default" onClick={() => pick(waiting, true)}>
              {texts.chooseAll}
            </Button>
          )}
          <Button disabled={chosen.length === 0} onClick={() => setRecording(true)}>
            {texts.record.act(formatCount(chosen.length, language))}
          </Button>
        </Group>
      ) : null}
      <Outcome error={take.error} />
      <Table caption={texts.caption} keyOf={({ body }) => body.id} rows={stage.bodies} dense columns={columns} />
      {recording && owned ? (
        <RecordDialog
          round={owned}
          stage={stage.stage}
          form={form}
          bodies={chosen.map(({ body }) => body)}
          onDone={() => setPicked(new Set())}
          onClose={() => setRecording(false)}
        />
      ) : null}
    </Section>
  );
}

interface RecordDialogProps {
  readonly round: Round;
  readonly stage: Stage['stage'];
  readonly form: ReportForm | null;
  readonly bodies: readonly Noticed['body'][];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function RecordDialog({ round, stage, form, bodies, onDone, onClose }: RecordDialogProps) {
  const texts = useTexts(noticeTexts).record;
  const [decision, setDecision] = useState(NO_DECISION);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [apart, setApart] = useState(false);
  const counted = lettersNumberedFrom(decision.number.trim(), bodies.length);
  const numberOf = (body: string, index: number) => typed.get(body) ?? counted[index] ?? '';
  const numbers = apart ? bodies.map(({ id }, index) => ({ body: id, number: numberOf(id, index).trim() })) : [];
  const act = useAct(
    (told: ConsequenceCode[]) =>
      recordNotices(round.id, {
        ...{ stage, bodies: bodies.map(({ id }) => id), document: decisionOf(decision) ?? { number: '', date: '' }, numbers, told },
        ...(form === null ? {} : { form: { ...form, recipients: [...form.recipients] } }),
      }),
    {
      refresh: (client, answer) => client.setQueryData(noticesQuery(round.id).queryKey, answer),
      onDone: () => {
        onDone();
        onClose();
      },
    },
  );
  return (
    <FormDialog title={texts.title} submit={texts.submit} act={otherThanUntold(act)} onSubmit={() => act.mutate([])} onClose={onClose}>
      <Text size="sm">{texts.lead(bodies.map(({ name }) => name).join('; '))}</Text>
      <DecisionFields labels={texts} required value={decision} onChange={setDecision} />
      {bodies.length > 1 ? (
        <Checkbox label={texts.apart} description={texts.apartHint} checked={apart} onChange={({ currentTarget }) => setApart(currentTarget.checked)} />
      ) : null}
      {apart
        ? bodies.map(({ id, name }, index) => (
            <TextInput
              key={id}
              label={texts.numberOf(name)}
              required
              value={numberOf(id, index)}
              onChange={({ currentTarget: { value } }) => setTyped((before) => new Map(before).set(id, value))}
            />
          ))
        : null}
      <UntoldConsequences round={round} act={act} onAgree={act.mutate} />
    </FormDialog>
  );
}
