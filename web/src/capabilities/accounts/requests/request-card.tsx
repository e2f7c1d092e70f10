import { Button, Group } from '@mantine/core';
import { newAccountRequest } from '@parindex/core/contracts/schemas/account-requests';
import { ACCOUNT_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { type ReactNode, useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { ConfirmedAct } from '../../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { ReasonInput } from '../../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { RequestFrame } from '../../../kit/page/request-frame.tsx';
import { controlTexts } from '../../../kit/words/control-texts.ts';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { type AccountRequest, decideAccountRequest, stopAccountRequest } from '../queries/account-requests.ts';
import { type MadeLink, peopleChanged } from '../queries/people.ts';
import { accountRequestTexts } from '../texts/account-requests.ts';

/** What was done to a request here: said to the list, as the card goes. */
export interface RequestDone {
  readonly told: string;
  readonly request: AccountRequest;
  readonly link: MadeLink | null;
}

interface RequestCardProps {
  readonly request: AccountRequest;
  /** Whether the list is of those that wait. */
  readonly waits: boolean;
  readonly onDone?: (done: RequestDone) => void;
}

/** One request: whom it concerns, what for, why; with a button for whoever may decide or stop it. */
export function RequestCard({ request, waits, onDone }: RequestCardProps) {
  const texts = useTexts(accountRequestTexts);
  const kinds = useTexts(ACCOUNT_REQUEST_KIND_NAMES);
  const roles = useTexts(ROLE_NAMES);
  const { period, wholeInstallation } = useTexts(controlTexts);
  const { kind, person, membership, email, reason, asked, lapsesAt, decided, linkUntil } = request;
  const facts: [string, ReactNode][] = [
    [texts.person, person.name],
    ...(membership
      ? [
          [texts.role, `${roles[membership.role]}, ${membership.body?.name ?? wholeInstallation} (${period(membership.from, membership.to)})`] as [
            string,
            ReactNode,
          ],
        ]
      : []),
    ...(email === null ? [] : [[texts.email, email] as [string, ReactNode]]),
    [texts.reason, reason],
    [texts.askedBy, texts.byAt(asked.by.name, formatMoment(asked.at))],
    decided
      ? [decided.decision === 'stopped' ? texts.stoppedBy : texts.decidedBy, texts.byAt(decided.by.name, formatMoment(decided.at))]
      : [texts.lapses, formatMoment(lapsesAt)],
    ...(linkUntil === null ? [] : [[texts.linkOpen, texts.until(formatMoment(linkUntil))] as [string, ReactNode]]),
    ...(decided && decided.note !== null ? [[texts.note, decided.note] as [string, ReactNode]] : []),
  ];
  return (
    <RequestFrame
      kind={kinds[kind]}
      about={person.name}
      state={decided ? texts.states[decided.decision] : waits ? texts.states.waiting : texts.states.lapsed}
      waits={waits}
      facts={facts}
    >
      {(waits || linkUntil !== null) && onDone ? <Deciding request={request} onDone={onDone} /> : null}
    </RequestFrame>
  );
}

function Deciding({ request, onDone }: { request: AccountRequest; onDone: (done: RequestDone) => void }) {
  const texts = useTexts(accountRequestTexts);
  const refresh = peopleChanged;
  const [refusing, setRefusing] = useState(false);
  const [why, setWhy] = useState('');
  const decide = useAct(() => decideAccountRequest(request.id, { decision: 'carriedOut' }), {
    refresh,
    onDone: ({ link }) => onDone({ told: texts.agreed, request, link }),
  });
  // Whoever asked is to learn why not.
  const refuse = useAct(() => decideAccountRequest(request.id, { decision: 'refused', note: why }), {
    refresh,
    onDone: () => onDone({ told: texts.refused, request, link: null }),
  });
  // Of what was carried out, the link that it has led to.
  const says =
    request.linkUntil === null
      ? { act: texts.stop, question: texts.stopAsk, done: texts.stopped }
      : { act: texts.stopLink, question: texts.stopLinkAsk, done: texts.linkStopped };
  const stop = useAct(() => stopAccountRequest(request.id), { refresh, onDone: () => onDone({ told: says.done, request, link: null }) });
  return (
    <>
      <Outcome error={decide.error ?? stop.error} />
      <Group gap="xs">
        {request.mayDecide ? (
          <>
            <Button loading={decide.isPending} onClick={() => decide.mutate()}>
              {texts.agree}
            </Button>
            <Button variant="default" onClick={() => setRefusing(true)}>
              {texts.refuse}
            </Button>
          </>
        ) : null}
        {request.mayStop ? (
          <ConfirmedAct act={says.act} question={says.question} yes={says.act} acting={stop.isPending} onAct={() => stop.mutate()} quiet />
        ) : null}
      </Group>
      {refusing ? (
        <FormDialog title={texts.refuseAsk} submit={texts.refuse} act={refuse} onSubmit={() => refuse.mutate()} onClose={() => setRefusing(false)}>
          <ReasonInput label={texts.refuseWhy} description={texts.refuseMore} {...limitsOf(newAccountRequest).reason} value={why} onChange={setWhy} />
        </FormDialog>
      ) : null}
    </>
  );
}
