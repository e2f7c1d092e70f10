import { Button, Select, Stack, Text } from '@mantine/core';
import { INTEREST_KINDS } from '@parindex/core/appraisal/own-cause';
import { newInterest, withdrawnInterest } from '@parindex/core/contracts/schemas/interests';
import { INTEREST_KIND_NAMES } from '@parindex/core/words/kinds';
import { ownCauseText } from '@parindex/core/words/own-causes';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { sessionQuery } from '../../client/session.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { declareInterest, type Interest, type Interests, interestsQuery, personsChanged, withdrawInterest } from './queries/persons.ts';
import { interestTexts } from './texts/interests.ts';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/tham-dinh/xung-dot-loi-ich');

/** The bodies that somebody does not appraise, why, and what they declare. */
export function InterestsPage() {
  const texts = useTexts(interestTexts);
  const { language } = useLanguage();
  const { round } = route.useParams();
  const { data, error, refetch } = useQuery(interestsQuery(round));
  return (
    <PageOfRound round={round} title={texts.title} lead={data && texts.lead(formatCount(data.months, language))}>
      {data ? <Declared round={round} interests={data} /> : <NotLoaded error={error} retry={refetch} />}
    </PageOfRound>
  );
}

/** Which form is open: a new declaration, or the withdrawal of one. */
type Doing = 'declare' | Interest | undefined;

function Declared({ round, interests }: { round: string; interests: Interests }) {
  const texts = useTexts(interestTexts);
  const { language } = useLanguage();
  const kinds = useTexts(INTEREST_KIND_NAMES);
  const me = useQuery(sessionQuery).data?.person.id;
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<string>();
  const close = (said?: string) => {
    setDoing(undefined);
    setDone(said);
  };
  const records = interests.persons.length > 0;
  /** By an owner of the round, of others alone. */
  const mayWithdraw = ({ person }: Interest) => records && person.id !== me;
  return (
    <>
      <Section title={texts.mine}>
        {interests.causes.length === 0 ? (
          <Text size="sm">{texts.none}</Text>
        ) : (
          <Stack gap="xs">
            {interests.causes.map(({ body, grounds }) => (
              <Text size="sm" key={body.id}>
                <strong>{body.name}</strong>. {ownCauseText(grounds, language)}
              </Text>
            ))}
          </Stack>
        )}
      </Section>
      <Section
        title={texts.declared}
        actions={
          doing === undefined ? (
            <Button
              onClick={() => {
                setDone(undefined);
                setDoing('declare');
              }}
            >
              {texts.open}
            </Button>
          ) : undefined
        }
      >
        <Stack>
          <Outcome done={done} />
          {doing === 'declare' ? <DeclareForm round={round} interests={interests} onDone={close} /> : null}
          {typeof doing === 'object' ? <WithdrawForm round={round} interest={doing} onDone={close} /> : null}
          {interests.interests.length === 0 ? (
            <Text size="sm">{texts.noneDeclared}</Text>
          ) : (
            <Table
              caption={texts.declared}
              keyOf={({ id }) => id}
              rows={interests.interests}
              dense
              columns={[
                { key: 'person', title: texts.person, names: true, cell: ({ person }) => (person.id === me ? texts.myself : person.name) },
                { key: 'body', title: texts.body, cell: ({ body }) => body.name },
                { key: 'kind', title: texts.kind, cell: ({ kind }) => kinds[kind] },
                {
                  key: 'reason',
                  title: texts.reason,
                  least: '14rem',
                  cell: ({ reason, declared, withdrawn }) => (
                    <Text size="sm" component="div">
                      {reason}
                      <Text size="sm" c="dimmed">
                        {texts.by(declared.by.name, formatMoment(declared.at))}
                        {withdrawn ? `; ${texts.withdrawnBy(withdrawn.by.name, formatMoment(withdrawn.at), withdrawn.reason)}` : ''}
                      </Text>
                    </Text>
                  ),
                },
                {
                  key: 'state',
                  title: texts.state,
                  cell: (interest) => (
                    <Stack gap="xs" align="flex-start">
                      <StateBadge tone={interest.withdrawn ? 'quiet' : 'act'}>{interest.withdrawn ? texts.ended : texts.stands}</StateBadge>
                      {interest.withdrawn === null && doing === undefined && mayWithdraw(interest) ? (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={texts.withdrawTitle(interest.body.name)}
                          onClick={() => {
                            setDone(undefined);
                            setDoing(interest);
                          }}
                        >
                          {texts.withdraw}
                        </Button>
                      ) : null}
                    </Stack>
                  ),
                },
              ]}
            />
          )}
        </Stack>
      </Section>
    </>
  );
}

interface FormProps {
  readonly round: string;
  readonly onDone: (said?: string) => void;
}

function DeclareForm({ round, interests, onDone }: FormProps & { interests: Interests }) {
  const texts = useTexts(interestTexts);
  const kinds = useTexts(INTEREST_KIND_NAMES);
  const me = useQuery(sessionQuery).data?.person.id;
  const [person, setPerson] = useState<string | null>(null);
  const [body, setBody] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const idOf = useRequestId();
  const others = interests.persons.filter(({ id }) => id !== me);
  const chosen = INTEREST_KINDS.find((one) => one === kind);
  const declare = useAct(
    () =>
      declareInterest(round, {
        ...{ id: idOf(person, body, kind, reason), body: body ?? '', kind: chosen ?? 'other', reason },
        ...(person === null ? {} : { person }),
      }),
    { refresh: (client) => personsChanged(client, round), onDone: (interest) => onDone(texts.done(interest.body.name)) },
  );
  return (
    <InlineForm
      title={texts.open}
      of="declare"
      submit={texts.submit}
      act={declare}
      disabled={body === null || chosen === undefined}
      onSubmit={() => declare.mutate()}
      onCancel={() => onDone()}
    >
      {others.length > 0 ? (
        <Select
          label={texts.person}
          placeholder={texts.myself}
          clearable
          searchable
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={person}
          onChange={setPerson}
        />
      ) : null}
      <Select
        label={texts.body}
        required
        searchable
        data={interests.bodies.map(({ id, name }) => ({ value: id, label: name }))}
        value={body}
        onChange={setBody}
      />
      <Select label={texts.kind} required data={INTEREST_KINDS.map((value) => ({ value, label: kinds[value] }))} value={kind} onChange={setKind} />
      <ReasonInput label={texts.reason} description={texts.reasonMore} {...limitsOf(newInterest).reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}

function WithdrawForm({ round, interest, onDone }: FormProps & { interest: Interest }) {
  const texts = useTexts(interestTexts);
  const [reason, setReason] = useState('');
  const withdraw = useAct(() => withdrawInterest(round, interest.id, reason), {
    refresh: (client) => personsChanged(client, round),
    onDone: () => onDone(texts.withdrawn(interest.body.name)),
  });
  return (
    <InlineForm
      title={texts.withdrawTitle(interest.body.name)}
      of={interest.id}
      submit={texts.withdraw}
      act={withdraw}
      onSubmit={() => withdraw.mutate()}
      onCancel={() => onDone()}
    >
      <ReasonInput label={texts.withdrawReason} {...limitsOf(withdrawnInterest).reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}
