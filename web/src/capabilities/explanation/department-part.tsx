import { Button, Group, Stack, Text } from '@mantine/core';
import { replyPartMove } from '@parindex/core/contracts/schemas/explanation';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { StateBadge, type Tone } from '../../kit/page/state-badge.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { type ExplainedItem, explanationActed, moveReplyPart, reply } from './queries/explanation.ts';
import { ReplyShown } from './reply-shown.tsx';
import { departmentPartTexts } from './texts/department-part.ts';
import { explanationTexts } from './texts/explanation.ts';

export type DepartmentPart = NonNullable<ExplainedItem['part']>;

const TONES: Readonly<Record<DepartmentPart['state'], Tone>> = {
  none: 'quiet',
  entered: 'quiet',
  submitted: 'act',
  passed: 'act',
  returned: 'warn',
  approved: 'act',
  changed: 'quiet',
  reviewed: 'good',
};

interface DepartmentPartProps {
  readonly item: ExplainedItem;
  readonly part: DepartmentPart;
  /** The last entry of the sheet that was seen. */
  readonly seq: number;
  readonly onWrite: () => void;
}

/** Who has an item in hand for the explanation, what they wrote, how far that is, and what the reader may do about it. */
export function DepartmentPartShown({ item, part, seq, onWrite }: DepartmentPartProps) {
  const texts = useTexts(departmentPartTexts);
  const by = useTexts(explanationTexts).by;
  const says = useStepTimes();
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <StateBadge tone={part.late ? 'bad' : TONES[part.state]}>{texts.states[part.state]}</StateBadge>
      </Group>
      <Facts
        facts={[
          [texts.title, texts.holder(part.to.name, part.person?.name ?? null)],
          ...(part.closes === null ? [] : [[texts.due, says.deadline(part.closes)] as const]),
          ...(part.note === null ? [] : [[texts.note, part.note] as const]),
          ...(part.said === null ? [] : [[texts.returned, `${part.said.text} (${by(part.said.by.name, formatMoment(part.said.at))})`] as const]),
        ]}
      />
      {part.proposal && part.state !== 'reviewed' ? (
        <Stack gap={4}>
          <Text size="sm" c="dimmed">
            {texts.proposal}
          </Text>
          <ReplyShown reply={part.proposal} of={item} />
        </Stack>
      ) : null}
      <PartActs item={item} part={part} seq={seq} onWrite={onWrite} />
    </Stack>
  );
}

function PartActs({ item: { item }, part, seq, onWrite }: DepartmentPartProps) {
  const texts = useTexts(departmentPartTexts);
  const { sheet } = useSheet();
  const [returns, setReturns] = useState(false);
  const refresh = { refresh: (client: Parameters<typeof explanationActed>[0]) => explanationActed(client, sheet) };
  const move = useAct((act: 'submit' | 'recall' | 'pass' | 'accept') => moveReplyPart(sheet, item.code, { base: seq, act }), refresh);
  const take = useAct(
    ({ id, kind, text, citations }: NonNullable<DepartmentPart['proposal']>) =>
      reply(sheet, item.code, { base: seq, kind, text: text === '' ? null : text, citations, takes: id }),
    refresh,
  );
  const can = (act: DepartmentPart['moves'][number]) => part.moves.includes(act);
  const pending = move.isPending || take.isPending;
  const button = (act: 'submit' | 'recall' | 'pass' | 'accept', variant: 'filled' | 'default') =>
    can(`${act}Reply`) ? (
      <Button size="compact-sm" variant={variant} loading={pending} onClick={() => move.mutate(act)}>
        {texts[act]}
      </Button>
    ) : null;
  const { proposal } = part;
  if (!part.moves.some((act) => act !== 'reply')) return null;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {can('take') && proposal ? (
          <Button size="compact-sm" loading={pending} onClick={() => take.mutate(proposal)}>
            {texts.take}
          </Button>
        ) : null}
        {button('accept', 'filled')}
        {button('pass', 'filled')}
        {can('submitReply') && part.state !== 'none' ? button('submit', 'filled') : null}
        {can('proposeReply') ? (
          <Button
            size="compact-sm"
            variant={part.state === 'none' ? 'filled' : 'default'}
            aria-label={proposal ? texts.changeOf(item.code) : texts.writeOf(item.code)}
            onClick={onWrite}
          >
            {proposal ? texts.change : texts.write}
          </Button>
        ) : null}
        {button('recall', 'default')}
        {can('returnReply') ? (
          <Button size="compact-sm" variant="default" aria-label={texts.returnOf(item.code)} onClick={() => setReturns(true)}>
            {texts.return}
          </Button>
        ) : null}
      </Group>
      <Outcome error={move.error ?? take.error} />
      {returns ? <ReturnDialog code={item.code} seq={seq} onClose={() => setReturns(false)} /> : null}
    </Stack>
  );
}

function ReturnDialog({ code, seq, onClose }: { code: string; seq: number; onClose: () => void }) {
  const texts = useTexts(departmentPartTexts);
  const { sheet } = useSheet();
  const [reason, setReason] = useState('');
  const act = useAct(() => moveReplyPart(sheet, code, { base: seq, act: 'return', reason: reason.trim() }), {
    refresh: (client) => explanationActed(client, sheet),
    onDone: onClose,
  });
  return (
    <FormDialog title={texts.returnOf(code)} submit={texts.return} act={act} onSubmit={() => act.mutate()} onClose={onClose}>
      <Text size="sm">{texts.returnMore}</Text>
      <ReasonInput label={texts.reason} required {...limitsOf(replyPartMove).reason} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
