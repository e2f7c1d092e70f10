import { Button, Group, Radio, Select, Stack, Text, Title } from '@mantine/core';
import { councilConclusion, councilVote } from '@parindex/core/contracts/schemas/council';
import { AGENDA_MOVES, type AgendaMove, agendaAllows, sessionAllows } from '@parindex/core/council/session-states';
import { CHOICES, type Choice } from '@parindex/core/council/votes';
import { wasChanged } from '@parindex/core/council/was-changed';
import { AGENDA_MOVE_NAMES, AGENDA_STATE_NAMES, CHOICE_NAMES, PROPOSAL_NAMES } from '@parindex/core/words/council-words';
import { replyName } from '@parindex/core/words/reply-name';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { REMARK_NAMES } from '@parindex/core/words/states';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { sessionQuery as signedInQuery } from '../../client/session.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { later } from '../../kit/reading/later.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatDay, formatDayOf } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useStanding } from '../explanation/standing-text.ts';
import type { RoundFile } from '../rounds/queries/documents.ts';
import { asSent, changeSession, concludeItem, enterBallot, moveAgendaItem, sessionChanged, voteOnItem } from './acts.ts';
import type { AgendaItem, Session } from './queries/council.ts';
import { councilTexts } from './texts/council.ts';

const FilesInput = later(async () => (await import('../rounds/files-input.tsx')).FilesInput, { withoutLine: true });
const FileLinks = later(async () => (await import('../rounds/files-input.tsx')).FileLinks, { withoutLine: true });
const ProposalForm = later(async () => (await import('./proposal-form.tsx')).ProposalForm, { fallback: null });

interface CardProps {
  readonly session: Session;
  readonly item: AgendaItem;
  readonly place: number;
  readonly leads: boolean;
}

const TONES = { open: 'act', closed: 'warn', concluded: 'good', putOff: 'quiet' } as const;

/** An item of the agenda: what is claimed, appraised and proposed; the vote on it; its conclusion. */
export function AgendaCard(props: CardProps) {
  const { session, item, place, leads } = props;
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const standing = useStanding(session.rounding);
  const name = texts.onAgenda(item.body.name, item.item.code, item.item.title);
  const isHeld = sessionAllows(session.state, 'decide');
  return (
    <article className="card" aria-label={name}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Title order={3} size="h5">
          {`${place + 1}. ${name}`}
        </Title>
        <StateBadge tone={TONES[item.state]}>{AGENDA_STATE_NAMES[language][item.state]}</StateBadge>
      </Group>
      <Stack gap="sm" mt="xs">
        <Facts
          facts={[
            [texts.claimed, standing(item.claimed)],
            [texts.now, standing(item.now)],
            [
              texts.proposal,
              `${PROPOSAL_NAMES[language][item.proposal]}${item.words === null ? '' : `: ${item.words}`}${item.proposed ? ` (${standing(item.proposed)})` : ''}`,
            ],
          ]}
        />
        <Verdicts session={session} item={item} />
        <Said item={item} />
        <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh/$body" params={{ round: session.round, body: item.body.id }} search={{ item: item.item.code }}>
          {texts.desk}
        </Link>
        {item.proposed === null && item.state !== 'concluded' ? <Notice kind="warning">{texts.doesNotFit}</Notice> : null}
        <Count session={session} item={item} />
        {isHeld && item.state === 'open' ? <OwnVote session={session} item={item} leads={leads} /> : null}
        {isHeld && item.state === 'open' && leads ? <Ballots session={session} item={item} /> : null}
        {isHeld && item.state === 'closed' && leads && item.count?.carried ? <Conclusion session={session} item={item} /> : null}
        {leads ? <Arranging {...props} name={name} /> : null}
      </Stack>
    </article>
  );
}

/** The verdicts so far, each with its reason. */
function Verdicts({ session, item }: { session: Session; item: AgendaItem }) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const standing = useStanding(session.rounding);
  if (item.verdicts.length === 0) return null;
  return (
    <Facts
      cols={1}
      facts={item.verdicts.map(({ stage, at, by, points, reason }) => [
        `${STAGE_POINTS_NAMES[language][stage]} (${texts.verdictBy(by, formatDayOf(at))})`,
        [
          points === null ? null : standing({ state: 'answered', points, maximum: item.now.maximum }),
          reason ?? (points === item.claimed.points ? texts.accepted : texts.kept),
        ]
          .filter(Boolean)
          .join('; '),
      ])}
    />
  );
}

/** What was asked, found on site, explained and contested; the documents are opened where the item is appraised. */
function Said({ item }: { item: AgendaItem }) {
  const { said } = item;
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  if (said.length === 0) return null;
  return (
    <Facts
      cols={1}
      facts={said.map(({ act, at, by, text, kind, date, team }) => [
        `${REMARK_NAMES[language][act]} (${texts.verdictBy(by, formatDayOf(at))})`,
        [
          kind && `${replyName(kind, { contested: wasChanged(item) }, language)}.`,
          date && `${texts.checkedOn(formatDay(date))}${team === null ? '' : ` (${team})`}:`,
          text,
        ]
          .filter(Boolean)
          .join(' '),
      ])}
    />
  );
}

/** The votes as the server counts them, and what was said with them. */
function Count({ session, item: { count, votes, earlier, barred } }: { session: Session; item: AgendaItem }) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const told = (value: number) => formatCount(value, language);
  const opinions = votes.filter(({ opinion }) => opinion !== null);
  const ballots = votes.filter(({ way }) => way === 'ballot');
  const moved = votes.flatMap((vote) => (vote.moved ? [vote.person.name] : []));
  return (
    <>
      {moved.length > 0 ? <Notice kind="warning">{texts.moved(moved.join(', '))}</Notice> : null}
      {count && count.cast > 0 ? (
        <Text size="sm">
          {texts.counted(told(count.cast), told(count.for), told(count.against), told(count.other))} {count.carried ? texts.carried : texts.notCarried}
        </Text>
      ) : null}
      {barred.length > 0 ? (
        <Text size="sm" c="dimmed">
          {texts.barred(barred.map(({ name }) => name).join(', '))}
        </Text>
      ) : null}
      {ballots.map(({ person, enteredBy, file }) => (
        <div key={person.id}>
          <Text size="sm">{texts.ballotOf(person.name, enteredBy.name)}</Text>
          {file ? <FileLinks round={session.round} files={[file]} /> : null}
        </div>
      ))}
      {earlier.map((before, at) => (
        <Text key={at} size="sm" c="dimmed">
          {texts.earlier(told(at + 1), texts.counted(told(before.cast), told(before.for), told(before.against), told(before.other)))}
        </Text>
      ))}
      {count && opinions.length > 0 ? (
        <Facts cols={1} facts={opinions.map(({ person, choice, opinion }) => [`${person.name} (${CHOICE_NAMES[language][choice]})`, opinion])} />
      ) : null}
    </>
  );
}

interface VoteFormProps {
  readonly label: string;
  readonly choice: Choice | null;
  readonly opinion: string;
  readonly submit: string;
  /** What a vote needs beside: the scanned ballot. */
  readonly beside?: ReactNode;
  readonly isWhole?: boolean;
  readonly give: (vote: { choice: Choice; opinion: string | null }) => Promise<unknown>;
  readonly round: string;
}

/** For, against, or another opinion in words. */
function VoteForm({ label, submit, give, round, beside, isWhole = true, ...given }: VoteFormProps) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const [choice, setChoice] = useState(given.choice);
  const [opinion, setOpinion] = useState(given.opinion);
  const vote = useAct(async () => (choice === null ? undefined : give({ choice, opinion: opinion.trim() === '' ? null : opinion.trim() })), {
    onEnd: (client) => sessionChanged(client, round),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    vote.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack gap="xs">
        <Radio.Group label={label} value={choice ?? ''} onChange={(chosen) => setChoice(chosen as Choice)}>
          <Group gap="md" mt={4}>
            {CHOICES.map((value) => (
              <Radio key={value} value={value} label={CHOICE_NAMES[language][value]} />
            ))}
          </Group>
        </Radio.Group>
        {choice === null || choice === 'for' ? null : (
          <ReasonInput label={texts.opinion} required={choice === 'other'} {...limitsOf(councilVote).opinion} value={opinion} onChange={setOpinion} />
        )}
        {beside}
        <Outcome error={vote.error} done={vote.isSuccess ? texts.voted : undefined} />
        <Button type="submit" w="fit-content" loading={vote.isPending} disabled={choice === null || !isWhole}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}

/** What the page shows is voted on, and nothing that has changed since. */
const seenIn = ({ stands }: AgendaItem) => (stands === null ? {} : { seen: stands });

/** The vote of whoever reads, where they are a member; why they cannot vote, where they are one and cannot. */
function OwnVote({ session, item, leads }: Pick<CardProps, 'session' | 'item' | 'leads'>) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const account = useQuery(signedInQuery).data?.person.id;
  const isMember = session.members.some(({ person }) => person.id === account);
  if (!isMember) return null;
  const own = item.votes.find(({ person }) => person.id === account);
  if (item.whyNot !== null) return leads ? null : <Notice kind="note">{item.whyNot}</Notice>;
  return (
    <>
      {own?.way === 'ballot' ? <Notice kind="note">{texts.enteredForYou(own.enteredBy.name, CHOICE_NAMES[language][own.choice])}</Notice> : null}
      <VoteForm
        label={texts.vote}
        round={session.round}
        choice={own?.choice ?? null}
        opinion={own?.opinion ?? ''}
        submit={own ? texts.sendAgain : texts.send}
        give={(vote) => voteOnItem(session, item.id, { ...vote, ...seenIn(item) })}
      />
    </>
  );
}

/** The written ballots of members who do not vote by themselves. */
function Ballots({ session, item }: Pick<CardProps, 'session' | 'item'>) {
  const texts = useTexts(councilTexts);
  const [member, setMember] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly RoundFile[]>([]);
  const writing = session.members.filter(({ presence }) => presence === 'writing');
  if (writing.length === 0) return null;
  const held = item.votes.find(({ person }) => person.id === member);
  const file = files[0]?.id ?? held?.file?.id;
  return (
    <Stack gap="xs">
      <Select
        label={texts.enterBallot}
        clearable
        placeholder={texts.voteOf}
        data={writing.map(({ person: { id, name } }) => ({ value: id, label: name }))}
        value={member}
        onChange={(chosen) => {
          setMember(chosen);
          setFiles([]);
        }}
      />
      {member === null ? null : (
        <VoteForm
          key={member}
          label={texts.voteOf}
          round={session.round}
          choice={held?.choice ?? null}
          opinion={held?.opinion ?? ''}
          submit={texts.enterBallot}
          beside={
            <>
              <Text size="sm">{texts.scanned}</Text>
              <FilesInput round={session.round} files={files} onChange={(chosen) => setFiles(chosen.slice(-1))} />
            </>
          }
          isWhole={file !== undefined}
          give={(vote) => enterBallot(session, item.id, member, { ...vote, ...seenIn(item), file: file ?? '' })}
        />
      )}
    </Stack>
  );
}

/** What was carried is recorded with its reason. */
function Conclusion({ session, item }: Pick<CardProps, 'session' | 'item'>) {
  const texts = useTexts(councilTexts);
  const [reason, setReason] = useState('');
  const idOf = useRequestId();
  const conclude = useAct(() => concludeItem(session, item.id, { id: idOf(item.id, reason), base: item.seq, reason }), {
    onEnd: (client) => sessionChanged(client, session.round),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        conclude.mutate();
      }}
    >
      <Stack gap="xs">
        <ReasonInput label={texts.reason} {...limitsOf(councilConclusion).reason} value={reason} onChange={setReason} />
        <Outcome error={conclude.error} />
        <Button type="submit" w="fit-content" loading={conclude.isPending} disabled={reason.trim() === ''}>
          {texts.conclude}
        </Button>
      </Stack>
    </form>
  );
}

/** What its secretariat does with an item: its vote, its proposal, its place. */
function Arranging({ session, item, place, name }: CardProps & { name: string }) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const [proposing, setProposing] = useState(false);
  const onEnd = { onEnd: (client: Parameters<typeof sessionChanged>[0]) => sessionChanged(client, session.round) };
  const move = useAct((wanted: AgendaMove) => moveAgendaItem(session, item.id, wanted), onEnd);
  const arrange = useAct((agenda: ReturnType<typeof asSent>['agenda']) => changeSession(session, { ...asSent(session), agenda }), onEnd);
  const { agenda } = asSent(session);
  const swapped = (to: number) => agenda.toSpliced(place, 1).toSpliced(to, 0, ...agenda.slice(place, place + 1));
  const arranges = sessionAllows(session.state, 'arrange');
  const isUntouched = agendaAllows(item.state, 'propose') && (item.count?.cast ?? 0) === 0;
  return (
    <>
      <Group gap="xs" className="screen-only">
        {sessionAllows(session.state, 'decide')
          ? AGENDA_MOVES.filter((wanted) => agendaAllows(item.state, wanted)).map((wanted) => (
              <Button
                key={wanted}
                size="compact-sm"
                variant={wanted === 'closeVote' ? 'filled' : 'default'}
                loading={move.isPending && move.variables === wanted}
                onClick={() => move.mutate(wanted)}
              >
                {AGENDA_MOVE_NAMES[language][wanted]}
              </Button>
            ))
          : null}
        {arranges && isUntouched ? (
          <Button size="compact-sm" variant="default" onClick={() => setProposing(true)}>
            {texts.propose}
          </Button>
        ) : null}
        {arranges && place > 0 ? (
          <Button size="compact-sm" variant="default" aria-label={texts.upOf(name)} onClick={() => arrange.mutate(swapped(place - 1))}>
            {texts.up}
          </Button>
        ) : null}
        {arranges && place < agenda.length - 1 ? (
          <Button size="compact-sm" variant="default" aria-label={texts.downOf(name)} onClick={() => arrange.mutate(swapped(place + 1))}>
            {texts.down}
          </Button>
        ) : null}
        {arranges && isUntouched && item.earlier.length === 0 ? (
          <Button size="compact-sm" variant="default" onClick={() => arrange.mutate(agenda.filter((one) => one.item !== item.id))}>
            {texts.remove}
          </Button>
        ) : null}
      </Group>
      <Outcome error={move.error ?? arrange.error} />
      {proposing ? <ProposalForm session={session} item={item} onClose={() => setProposing(false)} /> : null}
    </>
  );
}
