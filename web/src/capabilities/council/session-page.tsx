import { Button, Group, Stack, Text } from '@mantine/core';
import { COUNCIL_DOCUMENTS } from '@parindex/core/contracts/schemas/council';
import { SESSION_MOVES, type SessionMove, sessionAllows } from '@parindex/core/council/session-states';
import { COUNCIL_POSITION_NAMES, PRESENCE_NAMES, SESSION_MOVE_NAMES, SESSION_STATE_NAMES, SESSION_WAY_NAMES } from '@parindex/core/words/council-words';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useRights } from '../../client/rights.ts';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { DocumentButtons } from '../../kit/acts/document-buttons.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { later } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { roundQuery } from '../rounds/queries/rounds.ts';
import { moveSession, sessionChanged, takeDocument } from './acts.ts';
import { AgendaCard } from './agenda-card.tsx';
import { councilQuery, type Session, sessionQuery } from './queries/council.ts';
import { SESSION_TONES } from './sessions-page.tsx';
import { COUNCIL_DOCUMENT_TEXTS, councilTexts } from './texts/council.ts';

const OPENED = { fallback: null };
const AddDisputes = later(async () => (await import('./add-disputes.tsx')).AddDisputes, OPENED);
const KeptPapers = later(async () => (await import('./kept-papers.tsx')).KeptPapers, OPENED);
const AddItem = later(async () => (await import('./add-item.tsx')).AddItem, OPENED);
const SessionForm = later(async () => (await import('./session-form.tsx')).SessionForm, OPENED);
const EndForm = later(async () => (await import('./session-form.tsx')).EndForm, OPENED);
const AttendanceForm = later(async () => (await import('./session-form.tsx')).AttendanceForm, OPENED);

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/hoi-dong/$session');

/** One session of the council: what is on its agenda, who attends, votes and conclusions, its documents. */
export function SessionPage() {
  const texts = useTexts(councilTexts);
  const { round, session: id } = route.useParams();
  const query = useQuery(sessionQuery(round, id));
  const owner = useQuery(roundQuery(round)).data?.ownerBody.id;
  const leads = useRights().may('council.write', { roundOwner: owner ?? null });
  const session = query.data;
  return (
    <PageOfRound
      round={round}
      title={session ? texts.numbered(session.number) : texts.session}
      actions={
        <LinkButton variant="subtle" to="/lam-viec/ky-danh-gia/$round/hoi-dong" params={{ round }}>
          {texts.sessions}
        </LinkButton>
      }
    >
      {session ? (
        <Stack>
          <Head session={session} leads={leads} />
          <Agenda session={session} leads={leads} />
          <Members session={session} leads={leads} />
          <Documents session={session} />
        </Stack>
      ) : (
        <NotLoaded error={query.error} retry={query.refetch} />
      )}
    </PageOfRound>
  );
}

interface PartProps {
  readonly session: Session;
  readonly leads: boolean;
}

function Head({ session, leads }: PartProps) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const council = useQuery({ ...councilQuery(session.round), enabled: editing });
  const { way, startsAt, place, chair, secretary, state } = session;
  return (
    <section className="card" aria-label={texts.numbered(session.number)}>
      <Facts
        facts={[
          [
            texts.state,
            <StateBadge key="state" tone={SESSION_TONES[state]}>
              {SESSION_STATE_NAMES[language][state]}
            </StateBadge>,
          ],
          [texts.when, startsAt === null ? texts.noDate : formatMoment(startsAt)],
          [texts.way, [SESSION_WAY_NAMES[language][way], place].filter(Boolean).join(', ')],
          [texts.chair, chair?.name ?? texts.nobody],
          [texts.secretary, secretary?.name ?? texts.nobody],
        ]}
      />
      {leads ? (
        <Stack gap="xs" mt="md">
          <Moves session={session} />
          {sessionAllows(state, 'plan') ? (
            <Button w="fit-content" variant="default" onClick={() => setEditing(true)}>
              {texts.edit}
            </Button>
          ) : null}
        </Stack>
      ) : null}
      {editing && council.data ? <SessionForm session={session} council={council.data} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

/** What the table of states lets be done with the session now. */
function Moves({ session }: { session: Session }) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const move = useAct((wanted: SessionMove) => moveSession(session, wanted), { onEnd: (client) => sessionChanged(client, session.round) });
  const names = SESSION_MOVE_NAMES[language];
  const [ending, setEnding] = useState(false);
  return (
    <>
      <Group gap="xs">
        {sessionAllows(session.state, 'conclude') ? (
          <Button w="fit-content" onClick={() => setEnding(true)}>
            {names.conclude}
          </Button>
        ) : null}
        {SESSION_MOVES.filter((wanted) => wanted !== 'conclude' && sessionAllows(session.state, wanted)).map((wanted) => (
          <ConfirmedAct
            key={`${session.state} ${wanted}`}
            act={names[wanted]}
            question={texts.sure(names[wanted])}
            yes={names[wanted]}
            quiet={wanted === 'callOff' || wanted === 'adjourn'}
            acting={move.isPending && move.variables === wanted}
            onAct={() => move.mutate(wanted)}
          />
        ))}
      </Group>
      <Outcome error={move.error} />
      {ending ? <EndForm session={session} onClose={() => setEnding(false)} /> : null}
    </>
  );
}

function Agenda({ session, leads }: PartProps) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const [adding, setAdding] = useState<'item' | 'disputes'>();
  const close = () => setAdding(undefined);
  const arranges = leads && sessionAllows(session.state, 'arrange');
  return (
    <Section
      title={texts.agenda}
      actions={
        arranges && !adding ? (
          <Group gap="xs">
            <Button variant="default" onClick={() => setAdding('disputes')}>
              {texts.addDisputes}
            </Button>
            <Button variant="default" onClick={() => setAdding('item')}>
              {texts.addItem}
            </Button>
          </Group>
        ) : undefined
      }
    >
      <Stack>
        {adding === 'item' ? <AddItem session={session} onClose={close} /> : null}
        {adding === 'disputes' ? <AddDisputes session={session} onClose={close} /> : null}
        {session.kept > 0 ? <Notice kind="note">{texts.keptFromYou(formatCount(session.kept, language))}</Notice> : null}
        {session.agenda.length === 0 && session.kept === 0 ? <Empty title={texts.noAgenda} /> : null}
        {session.agenda.map((item, place) => (
          <AgendaCard key={item.id} session={session} item={item} place={place} leads={leads} />
        ))}
      </Stack>
    </Section>
  );
}

function Members({ session, leads }: PartProps) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const [attending, setAttending] = useState(false);
  const count = (value: number) => formatCount(value, language);
  const { quorum, members, state } = session;
  return (
    <Section
      title={texts.members}
      lead={texts.membersLead(count(quorum.attending), count(quorum.members))}
      actions={
        leads && sessionAllows(state, 'attend') ? (
          <Button variant="default" onClick={() => setAttending(true)}>
            {texts.attend}
          </Button>
        ) : undefined
      }
    >
      {attending ? <AttendanceForm session={session} onClose={() => setAttending(false)} /> : null}
      {sessionAllows(state, 'attend') ? <Notice kind={quorum.reached ? 'good' : 'warning'}>{quorum.reached ? texts.quorum : texts.noQuorum}</Notice> : null}
      {quorum.leftOut.length > 0 ? <Text size="sm">{texts.leftOut(quorum.leftOut.map(({ name }) => name).join(', '))}</Text> : null}
      <Table
        caption={texts.members}
        keyOf={({ person }) => person.id}
        rows={members}
        dense
        columns={[
          { key: 'person', title: texts.person, names: true, cell: ({ person }) => person.name },
          { key: 'post', title: texts.post, cell: ({ post }) => post ?? '' },
          { key: 'agency', title: texts.agency, cell: ({ agency }) => agency ?? '' },
          { key: 'position', title: texts.position, cell: ({ position }) => COUNCIL_POSITION_NAMES[language][position] },
          { key: 'presence', title: texts.presence, cell: ({ presence, absence }) => [PRESENCE_NAMES[language][presence], absence].filter(Boolean).join(': ') },
        ]}
      />
    </Section>
  );
}

function Documents({ session }: { session: Session }) {
  const texts = useTexts(councilTexts);
  const names = useTexts(COUNCIL_DOCUMENT_TEXTS);
  return (
    <Section title={texts.documents}>
      <Stack gap="sm">
        {COUNCIL_DOCUMENTS.map((document) => (
          <div key={document}>
            <Text size="sm" fw={600}>
              {names[document]}
            </Text>
            {document === 'papers' && session.papers ? <KeptPapers round={session.round} papers={session.papers} /> : null}
            <DocumentButtons
              take={(format) => takeDocument(session, document, format)}
              name={`${document}-${session.round}-${session.number}`}
              texts={{ pdf: `${names[document]} (PDF)`, docx: `${names[document]} (DOCX)` }}
            />
          </div>
        ))}
      </Stack>
    </Section>
  );
}
