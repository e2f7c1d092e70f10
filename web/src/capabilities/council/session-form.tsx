import { Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { newCouncilSession } from '@parindex/core/contracts/schemas/council';
import { COUNCIL_POSITIONS, type CouncilPosition, PRESENCES, type Presence, SESSION_WAYS, type SessionWay } from '@parindex/core/council/votes';
import { COUNCIL_POSITION_NAMES, PRESENCE_NAMES, SESSION_MOVE_NAMES, SESSION_WAY_NAMES } from '@parindex/core/words/council-words';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { OpeningInput } from '../../kit/fields/moment-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { asSent, changeSession, draftSession, moveSession, sessionChanged } from './acts.ts';
import type { Council, Session } from './queries/council.ts';
import { councilTexts } from './texts/council.ts';

interface Plan {
  readonly way: SessionWay;
  readonly startsAt: string | null;
  readonly place: string;
  readonly secretary: string | null;
}

const planSent = ({ place, ...plan }: Plan) => ({ ...plan, place: place.trim() === '' ? null : place.trim() });

interface PlanFieldsProps {
  readonly council: Council;
  readonly plan: Plan;
  readonly put: (change: Partial<Plan>) => void;
}

/** How, when and where a session is held, and who writes its minutes. */
function PlanFields({ council, plan, put }: PlanFieldsProps) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  return (
    <>
      <Select
        label={texts.way}
        required
        allowDeselect={false}
        data={SESSION_WAYS.map((value) => ({ value, label: SESSION_WAY_NAMES[language][value] }))}
        value={plan.way}
        onChange={(way) => put({ way: (way ?? 'meeting') as SessionWay })}
      />
      <OpeningInput label={texts.when} value={plan.startsAt ?? undefined} onChange={(startsAt) => put({ startsAt: startsAt ?? null })} />
      <TextInput
        label={texts.where}
        {...limitsOf(newCouncilSession).place}
        value={plan.place}
        onChange={({ currentTarget }) => put({ place: currentTarget.value })}
      />
      <Select
        label={texts.secretary}
        clearable
        data={council.secretariat.map(({ id, name }) => ({ value: id, label: name }))}
        value={plan.secretary}
        onChange={(secretary) => put({ secretary })}
      />
    </>
  );
}

/** A new session; who is of it, and what is on its agenda, come after. */
export function NewSession({ council, onClose }: { council: Council; onClose: () => void }) {
  const texts = useTexts(councilTexts);
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  const [plan, setPlan] = useState<Plan>({ way: 'meeting', startsAt: null, place: '', secretary: null });
  const draft = useAct(() => draftSession(council.round, { id, ...planSent(plan), chair: null }), {
    onEnd: (client) => sessionChanged(client, council.round),
    onDone: () => navigate({ to: '/lam-viec/ky-danh-gia/$round/hoi-dong/$session', params: { round: council.round, session: id } }),
  });
  return (
    <FormDialog title={texts.draft} submit={texts.draft} act={draft} onSubmit={() => draft.mutate()} onClose={onClose}>
      <PlanFields council={council} plan={plan} put={(change) => setPlan((before) => ({ ...before, ...change }))} />
    </FormDialog>
  );
}

/** What a member is outside of the council. */
interface Office {
  readonly post: string;
  readonly agency: string;
}
const NO_OFFICE: Office = { post: '', agency: '' };
const MOST_OFFICE = 300;

interface SessionFormProps {
  readonly session: Session;
  readonly council: Council;
  readonly onClose: () => void;
}

/** The plan of a session and who is of it. */
export function SessionForm({ session, council, onClose }: SessionFormProps) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const [plan, setPlan] = useState<Plan>({
    ...{ way: session.way, startsAt: session.startsAt, place: session.place ?? '', secretary: session.secretary?.id ?? null },
  });
  const [chair, setChair] = useState(session.chair?.id ?? null);
  const [positions, setPositions] = useState<ReadonlyMap<string, CouncilPosition>>(
    new Map(session.members.map(({ person, position }) => [person.id, position])),
  );
  // Post and agency by member: as they were entered, or the agency that is known.
  const [offices, setOffices] = useState<ReadonlyMap<string, Office>>(
    new Map([
      ...council.members.map(({ id, agency }) => [id, { post: '', agency: agency ?? '' }] as const),
      ...session.members.map(({ person, post, agency }) => [person.id, { post: post ?? '', agency: agency ?? '' }] as const),
    ]),
  );
  const officeOf = (account: string): Office => offices.get(account) ?? NO_OFFICE;
  const putOffice = (account: string, change: Partial<Office>) => setOffices((before) => new Map(before).set(account, { ...officeOf(account), ...change }));
  const put = (account: string, position: CouncilPosition | null) =>
    setPositions((before) => {
      const next = new Map(before);
      if (position === null) next.delete(account);
      else next.set(account, position);
      return next;
    });
  const people = [...council.members, ...session.members.map(({ person }) => person).filter(({ id }) => !council.members.some((one) => one.id === id))];
  const save = useAct(
    () => {
      const sent = asSent(session);
      const members = people.flatMap(({ id }) => {
        const position = positions.get(id);
        const before = sent.members.find(({ account }) => account === id);
        const { post, agency } = officeOf(id);
        const office = { post: post.trim() || null, agency: agency.trim() || null };
        return position ? [{ presence: 'expected' as const, absence: null, ...before, account: id, position, ...office }] : [];
      });
      return changeSession(session, { ...sent, ...planSent(plan), chair: chair !== null && positions.has(chair) ? chair : null, members });
    },
    { onEnd: (client) => sessionChanged(client, session.round), onDone: onClose },
  );
  return (
    <FormDialog title={texts.edit} submit={texts.save} act={save} onSubmit={() => save.mutate()} onClose={onClose}>
      <PlanFields council={council} plan={plan} put={(change) => setPlan((before) => ({ ...before, ...change }))} />
      <Stack gap="xs" role="group" aria-label={texts.members}>
        <Text fw={600}>{texts.members}</Text>
        {people.map(({ id, name }) => (
          <Group key={id} gap="sm">
            <Checkbox label={name} checked={positions.has(id)} onChange={({ currentTarget }) => put(id, currentTarget.checked ? 'member' : null)} />
            {positions.has(id) ? (
              <Select
                aria-label={texts.positionOf(name)}
                allowDeselect={false}
                data={COUNCIL_POSITIONS.map((value) => ({ value, label: COUNCIL_POSITION_NAMES[language][value] }))}
                value={positions.get(id) ?? 'member'}
                onChange={(position) => put(id, (position ?? 'member') as CouncilPosition)}
              />
            ) : null}
            {positions.has(id) ? (
              <>
                <TextInput
                  aria-label={texts.postOf(name)}
                  placeholder={texts.post}
                  maxLength={MOST_OFFICE}
                  value={officeOf(id).post}
                  onChange={({ currentTarget: { value: post } }) => putOffice(id, { post })}
                />
                <TextInput
                  aria-label={texts.agencyOf(name)}
                  placeholder={texts.agency}
                  maxLength={MOST_OFFICE}
                  value={officeOf(id).agency}
                  onChange={({ currentTarget: { value: agency } }) => putOffice(id, { agency })}
                />
              </>
            ) : null}
          </Group>
        ))}
      </Stack>
      <Select
        label={texts.chair}
        clearable
        data={people.filter(({ id }) => positions.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
        value={chair !== null && positions.has(chair) ? chair : null}
        onChange={setChair}
      />
    </FormDialog>
  );
}

/** Who attends a session: present, answering in writing, absent for a reason. */
export function AttendanceForm({ session, onClose }: Omit<SessionFormProps, 'council'>) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const sent = asSent(session);
  const [members, setMembers] = useState(sent.members);
  const put = (account: string, change: { presence?: Presence; absence?: string | null }) =>
    setMembers((before) => before.map((member) => (member.account === account ? { ...member, ...change } : member)));
  const save = useAct(() => changeSession(session, { ...sent, members }), {
    onEnd: (client) => sessionChanged(client, session.round),
    onDone: onClose,
  });
  return (
    <FormDialog title={texts.attend} submit={texts.save} act={save} onSubmit={() => save.mutate()} onClose={onClose}>
      {session.members.map(({ person: { id, name } }) => {
        const member = members.find(({ account }) => account === id);
        return (
          <Group key={id} align="end" grow preventGrowOverflow={false}>
            <Select
              label={texts.presenceOf(name)}
              allowDeselect={false}
              data={PRESENCES.map((value) => ({ value, label: PRESENCE_NAMES[language][value] }))}
              value={member?.presence ?? 'expected'}
              onChange={(presence) => put(id, { presence: (presence ?? 'expected') as Presence, absence: null })}
            />
            {member?.presence === 'absent' ? (
              <TextInput
                label={texts.absenceOf(name)}
                required
                maxLength={300}
                value={member.absence ?? ''}
                onChange={({ currentTarget }) => put(id, { absence: currentTarget.value })}
              />
            ) : null}
          </Group>
        );
      })}
    </FormDialog>
  );
}

/** A session ends: when it began and ended as its minutes say, and whether they were read out and agreed to. */
export function EndForm({ session, onClose }: Omit<SessionFormProps, 'council'>) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const [began, setBegan] = useState(session.openedAt ?? undefined);
  const [ended, setEnded] = useState<string>();
  const [minutesRead, setMinutesRead] = useState(false);
  const end = useAct(() => moveSession(session, 'conclude', { began: began ?? null, ended: ended ?? null, minutesRead }), {
    onEnd: (client) => sessionChanged(client, session.round),
    onDone: onClose,
  });
  const name = SESSION_MOVE_NAMES[language].conclude;
  return (
    <FormDialog title={name} submit={name} act={end} onSubmit={() => end.mutate()} onClose={onClose}>
      <OpeningInput label={texts.began} value={began} onChange={setBegan} />
      <OpeningInput label={texts.ended} description={texts.endedNow} value={ended} onChange={setEnded} />
      <Checkbox label={texts.minutesRead} checked={minutesRead} onChange={({ currentTarget }) => setMinutesRead(currentTarget.checked)} />
    </FormDialog>
  );
}
