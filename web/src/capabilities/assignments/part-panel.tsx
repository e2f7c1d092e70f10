import { Group, List, Stack, Text, Title } from '@mantine/core';
import { standingAt } from '@parindex/core/assignments/standing-at';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { SheetPart } from '../../client/sheet.ts';
import { Facts } from '../../kit/page/facts.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { historyQuery } from '../sheets/queries/sheet-history.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { partTexts } from '../sheets/texts/parts.ts';
import { EnterBeside } from './enter-beside.tsx';
import { PartActs } from './part-acts.tsx';
import { ProposedTable } from './proposed-table.tsx';
import { assignmentsQuery, isApproved } from './queries/assignments.ts';
import { useStandingWords } from './use-standing-words.ts';

interface PartPanelProps {
  readonly item: string;
  /** The assigned parts of the item, the item itself first. */
  readonly parts: readonly SheetPart[];
}

const holdersOf = ({ to }: SheetPart) => to.map(({ name }) => name).join(', ');

/** To whom an item is assigned, until when, its state, and what the user may decide on it. */
export function PartPanel({ item, parts }: PartPanelProps) {
  const texts = useTexts(partTexts);
  const { sheet, shown, names, editable } = useSheet();
  const now = useNow();
  const id = useId();
  const assigned = useQuery(assignmentsQuery(sheet)).data;
  const words = useStandingWords(assigned?.chain);
  const [first] = parts;
  if (!first) return null;
  const standing = standingAt(parts);
  const person = assigned?.assignments.find(({ kind, target }) => kind === first.kind && target === first.id)?.person?.name;
  const late = first.due !== null && new Date(first.due) < now && !isApproved(standing);
  // Parts in another state than the item are listed separately.
  const apart = parts.filter((part) => holdersOf(part) !== holdersOf(first) || (part.standing !== null && part.standing !== standing));
  const nameOf = (part: SheetPart) => (part.kind === 'item' ? texts.wholeItem(item) : names.figureTitle(part.id));
  const facts = [
    [texts.department, holdersOf(first)] as const,
    ...(person === undefined ? [] : [[texts.person, person] as const]),
    ...(first.due === null ? [] : [[texts.due, <Due key="due" due={first.due} late={late} />] as const]),
    ...(first.note === null ? [] : [[texts.note, first.note] as const]),
  ];
  const seesBoth = shown.answer.enters === 'declare' || parts.some(({ decides }) => decides.length > 0);
  return (
    <section className="card screen-only" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h5" id={id}>
            {texts.title}
          </Title>
          <StateBadge tone={standing === 'returned' || parts.some(({ decides }) => decides.includes('accept')) ? 'act' : 'quiet'}>{words(standing)}</StateBadge>
        </Group>
        <Facts facts={facts} />
        {apart.length === 0 ? null : (
          <List size="sm">
            {apart.map((part) => (
              <List.Item key={`${part.kind} ${part.id}`}>
                {nameOf(part)}: {holdersOf(part)}, {words(part.standing).toLocaleLowerCase()}
              </List.Item>
            ))}
          </List>
        )}
        <Said parts={parts} />
        {seesBoth ? <ProposedTable parts={parts} rules={shown.rules} names={names} /> : null}
        {standing === 'submitted' && shown.answer.enters === 'propose' && parts.some(({ mine }) => mine) ? <Text size="sm">{texts.submittedMore}</Text> : null}
        <PartActs parts={parts} division={assigned?.chain.division ?? false} />
        {shown.answer.enters === 'declare' && editable ? <EnterBeside item={item} parts={parts} /> : null}
      </Stack>
    </section>
  );
}

function Due({ due, late }: { due: string; late: boolean }) {
  const { deadline } = useStepTimes();
  const texts = useTexts(partTexts);
  return (
    <Group gap="xs">
      {deadline(due)}
      {late ? <StateBadge tone="bad">{texts.late}</StateBadge> : null}
    </Group>
  );
}

/** The reason it was returned, or of the body's own entry. */
function Said({ parts }: Pick<PartPanelProps, 'parts'>) {
  const texts = useTexts(partTexts);
  const { sheet, shown } = useSheet();
  const part = parts.find(({ standing }) => standing === 'returned') ?? parts.find(({ standing }) => standing === 'changed');
  const history = useQuery({ ...historyQuery(sheet.round, sheet.body, part ?? { kind: 'item', id: '' }, shown.answer.seq), enabled: part !== undefined });
  if (!part) return null;
  const act = part.standing === 'returned' ? 'return' : 'declare';
  const reason = history.data?.items.find((entry) => entry.act === act && entry.reason.text !== null)?.reason.text;
  if (!reason) return null;
  return <Text size="sm">{act === 'return' ? texts.returnedBecause(reason) : texts.changedBecause(reason)}</Text>;
}
