import { Anchor, Button, Text } from '@mantine/core';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { controlTexts } from '../../../kit/words/control-texts.ts';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import type { AskedRequest } from '../queries/account-requests.ts';
import { type Membership, type Person, printedHandover } from '../queries/people.ts';
import { Asked } from '../requests/asked.tsx';
import { personTexts } from '../texts/person.ts';
import { AddMembershipDialog } from './add-membership-dialog.tsx';
import { LastDayDialog } from './last-day-dialog.tsx';

type Open = { readonly act: 'add' } | { readonly act: 'end'; readonly membership: Membership };

/** The roles of a person, each from when to when. */
export function Memberships({ person, administers }: { person: Person; administers: boolean }) {
  const texts = useTexts(personTexts);
  const [open, setOpen] = useState<Open>();
  const [asked, setAsked] = useState<AskedRequest>();
  const [done, setDone] = useState<string>();
  const show = (what: Open) => {
    setDone(undefined);
    setAsked(undefined);
    setOpen(what);
  };
  const finish = (told: string) => {
    setOpen(undefined);
    setDone(told);
  };
  return (
    <Section
      title={texts.memberships}
      lead={texts.membershipsLead}
      actions={
        administers ? (
          <Button variant="default" onClick={() => show({ act: 'add' })}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      {asked ? <Asked code={asked.code} name={person.name} onClose={() => setAsked(undefined)} /> : <Outcome done={done} />}
      {person.memberships.length === 0 ? (
        <Text size="sm">{texts.noMemberships}</Text>
      ) : (
        <MembershipsTable memberships={person.memberships} onEnd={administers ? (membership) => show({ act: 'end', membership }) : undefined} />
      )}
      {open?.act === 'add' ? (
        <AddMembershipDialog
          person={person}
          onDone={() => finish(texts.added)}
          onAsked={(answered) => {
            setOpen(undefined);
            setAsked(answered);
          }}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {open?.act === 'end' ? (
        <LastDayDialog person={person} membership={open.membership} onDone={() => finish(texts.ended)} onClose={() => setOpen(undefined)} />
      ) : null}
    </Section>
  );
}

interface MembershipsTableProps {
  readonly memberships: readonly Membership[];
  readonly onEnd: ((membership: Membership) => void) | undefined;
}

function MembershipsTable({ memberships, onEnd }: MembershipsTableProps) {
  const texts = useTexts(personTexts);
  const roles = useTexts(ROLE_NAMES);
  const { period, wholeInstallation } = useTexts(controlTexts);
  const bodyOf = ({ body }: Membership) => body?.name ?? wholeInstallation;
  const end = {
    key: 'end',
    title: <span className="unseen">{texts.actions}</span>,
    cell: (membership: Membership) => (
      <Button size="compact-sm" variant="default" onClick={() => onEnd?.(membership)} aria-label={texts.endOf(roles[membership.role], bodyOf(membership))}>
        {texts.end}
      </Button>
    ),
  };
  return (
    <Table
      caption={texts.memberships}
      keyOf={({ id }) => id}
      rows={memberships}
      columns={[
        { key: 'role', title: texts.role, least: '8rem', names: true, cell: ({ role }) => roles[role] },
        { key: 'body', title: texts.body, least: '8rem', cell: bodyOf },
        { key: 'period', title: texts.period, least: '9rem', cell: ({ from, to }) => period(from, to) },
        {
          key: 'granted',
          title: texts.grantedAt,
          least: '9rem',
          cell: ({ grantedAt, handover }) => (
            <>
              {formatMoment(grantedAt)}
              {handover === null ? null : (
                <>
                  {', '}
                  <Anchor inherit href={printedHandover(handover)} target="_blank">
                    {texts.byHandover}
                  </Anchor>
                </>
              )}
            </>
          ),
        },
        ...(onEnd ? [end] : []),
      ]}
    />
  );
}
