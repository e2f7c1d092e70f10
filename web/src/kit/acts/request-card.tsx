import { Button, Group, Stack, Text } from '@mantine/core';
import type { SecondPersonDecision } from '@parindex/core/rights/second-person';
import { type ReactNode, useState } from 'react';
import { ReasonInput } from '../fields/reason-input.tsx';
import { StateBadge } from '../page/state-badge.tsx';
import { formatMoment } from '../words/format.ts';
import { useTexts } from '../words/language.tsx';
import { requestTexts } from '../words/request-texts.ts';
import { ConfirmedAct } from './confirmed-act.tsx';
import { Outcome } from './outcome.tsx';

/** What one person asked for, and another decides. */
export interface RequestOfTwo {
  readonly reason: string | null;
  readonly asked: { readonly by: { readonly name: string }; readonly at: string };
  readonly lapsesAt: string;
  readonly decided: {
    readonly by: { readonly name: string };
    readonly at: string;
    readonly decision: 'carriedOut' | 'refused' | 'stopped';
    readonly note: string | null;
  } | null;
  readonly mayDecide: boolean;
  readonly mayStop: boolean;
}

/** Whether a second person may decide it still. */
export const waits = ({ decided, mayDecide, mayStop, lapsesAt }: RequestOfTwo): boolean =>
  mayDecide || mayStop || (decided === null && Date.parse(lapsesAt) > Date.now());

interface RequestCardProps {
  readonly title: string;
  readonly request: RequestOfTwo;
  /** Why it waits no more though nobody decided it, and its time is not over. */
  readonly over?: string | undefined;
  readonly children?: ReactNode;
}

/** Who asked for what and why, and what became of it. */
export function RequestCard({ title, request, over, children }: RequestCardProps) {
  const texts = useTexts(requestTexts);
  const { reason, asked, decided } = request;
  const open = over === undefined && waits(request);
  return (
    <article className="card" aria-label={title}>
      <Stack gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <StateBadge tone={open ? 'act' : 'quiet'}>{decided ? texts.decisions[decided.decision] : open ? texts.waits : texts.lapsed}</StateBadge>
        </Group>
        <Text size="sm">{texts.askedBy(asked.by.name, formatMoment(asked.at))}</Text>
        {reason === null ? null : (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {reason}
          </Text>
        )}
        {decided ? (
          <Text size="sm" c="dimmed">
            {texts.decidedBy(decided.by.name, formatMoment(decided.at))} {decided.note}
          </Text>
        ) : null}
        {over && !decided ? <Text size="sm">{over}</Text> : null}
        {children}
      </Stack>
    </article>
  );
}

/** Until when a request waits. */
export function Lapses({ at }: { readonly at: string }) {
  const texts = useTexts(requestTexts);
  return (
    <Text size="sm" c="dimmed">
      {texts.lapses(formatMoment(at))}
    </Text>
  );
}

interface Acting {
  readonly isPending: boolean;
  readonly error: Error | null;
}

interface DecideRequestProps {
  readonly act: Acting & { mutate: (said: { readonly decision: SecondPersonDecision; readonly note: string | null }) => void };
  /** What agreeing is called. */
  readonly agree: string;
  readonly noteLimits: { readonly maxLength?: number };
  /** Why nobody can agree yet. */
  readonly mayAgree?: boolean;
  readonly children?: ReactNode;
}

/** What the second person says: agreed, or refused with a reason. */
export function DecideRequest({ act, agree, noteLimits, mayAgree = true, children }: DecideRequestProps) {
  const texts = useTexts(requestTexts);
  const [note, setNote] = useState('');
  const said = note.trim() === '' ? null : note.trim();
  return (
    <>
      <ReasonInput label={texts.note} description={texts.noteMore} {...noteLimits} value={note} required={false} onChange={setNote} />
      <Outcome error={act.error} />
      {children}
      <Group gap="xs">
        <Button loading={act.isPending} disabled={!mayAgree} onClick={() => act.mutate({ decision: 'carriedOut', note: said })}>
          {agree}
        </Button>
        <Button variant="default" disabled={act.isPending || said === null} onClick={() => act.mutate({ decision: 'refused', note: said })}>
          {texts.refuse}
        </Button>
      </Group>
    </>
  );
}

/** Whoever asked withdraws it. */
export function StopRequest({ act }: { readonly act: Acting & { mutate: () => void } }) {
  const texts = useTexts(requestTexts);
  return (
    <>
      <Outcome error={act.error} />
      <ConfirmedAct act={texts.stop} question={texts.stopQuestion} yes={texts.stopYes} acting={act.isPending} onAct={() => act.mutate()} quiet />
    </>
  );
}
