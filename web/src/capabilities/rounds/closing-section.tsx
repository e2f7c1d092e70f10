import { Button, Group, Stack, Text } from '@mantine/core';
import { newRoundRequest, roundRequestDecision } from '@parindex/core/contracts/schemas/round-requests';
import { KEEPS_OPEN } from '@parindex/core/round/consequences';
import { ROUND_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { REQUESTS_OF_ROUND } from '../../kit/page/places.ts';
import { Section } from '../../kit/page/section.tsx';
import { SoughtPlace } from '../../kit/page/sought-place.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { later } from '../../kit/reading/later.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ConsequenceList, KnownConsequences } from './consequences.tsx';
import { askOfRound, type Closing, closingChanged, closingQuery, decideOfRound, type RoundRequest, stopRoundRequest } from './queries/closing.ts';
import type { Round } from './queries/rounds.ts';
import { closingTexts } from './texts/closing.ts';

/** How often a closing that goes on is looked at, in milliseconds. */
const LOOK_ON = 1_000;

const UncomputedItems = later(async () => (await import('./uncomputed-items.tsx')).UncomputedItems, { fallback: null });

interface ClosingProps {
  readonly round: Round;
  readonly closing: Closing;
}

/** An act after which its form is gone. */
interface ActingProps extends ClosingProps {
  readonly onDone: (said: string | undefined) => void;
}

/** Whether a second person may decide it still. */
const waits = ({ decided, mayDecide, mayStop, lapsesAt }: RoundRequest) => mayDecide || mayStop || (decided === null && Date.parse(lapsesAt) > Date.now());

interface ClosingSectionProps {
  readonly round: Round;
  readonly owns: boolean;
  /** What bodies contest and the council has not concluded on, shown where that keeps the round open. */
  readonly disputes: React.ReactNode;
}

/** Closes a round, or undoes that: what is left open, who asks, and who decides. */
export function ClosingSection({ round, owns, disputes }: ClosingSectionProps) {
  const texts = useTexts(closingTexts);
  // A closing that goes on is looked at until it is over.
  const query = useQuery({ ...closingQuery(round.id), refetchInterval: ({ state }) => (state.data?.computing ? LOOK_ON : false) });
  // What was asked, withdrawn or refused; a round that is closed or open again tells it itself.
  const [done, setDone] = useState<string>();
  // An administrator comes in only where something waits for them.
  if (!owns && !done && !query.data?.requests.some(({ mayDecide }) => mayDecide)) return null;
  return (
    <SoughtPlace hash={REQUESTS_OF_ROUND} ready={query.isSuccess}>
      <Section title={texts.title} lead={round.state === 'closed' ? texts.closedLead : texts.lead}>
        <Outcome done={done} />
        <Loaded query={query}>
          {(closing) => {
            const waiting = closing.requests.find(waits);
            const shown = closing.requests.filter((request) => request !== waiting);
            return (
              <Stack>
                {closing.uncomputed.length > 0 ? <UncomputedItems round={round.id} items={closing.uncomputed} /> : null}
                {closing.possible === 'close' && closing.open.some(({ code }) => code === 'disputesOpen') ? disputes : null}
                {closing.computing && !waiting?.mayDecide ? <Computing {...closing.computing} /> : null}
                {waiting ? <Waiting key={waiting.id} round={round} closing={closing} request={waiting} onDone={setDone} /> : null}
                {owns && !waiting && closing.possible ? (
                  <Asking key={closing.possible} round={round} closing={closing} kind={closing.possible} onDone={setDone} />
                ) : null}
                {shown.length > 0 ? (
                  <Stack gap="xs">
                    <Text fw={600}>{texts.history}</Text>
                    {shown.map((request) => (
                      <RequestCard key={request.id} request={request} />
                    ))}
                  </Stack>
                ) : null}
              </Stack>
            );
          }}
        </Loaded>
      </Section>
    </SoughtPlace>
  );
}

/** Whether the council still has to conclude, so that the round cannot be closed. */
const keptOpenBy = ({ open }: Closing, kind: RoundRequest['kind']): boolean => kind === 'close' && open.some(({ code }) => KEEPS_OPEN.includes(code));

/** What is left open now, and whether whoever reads it says that they know. */
function OpenNow({ round, closing, kind, known, onKnown }: ClosingProps & { kind: RoundRequest['kind']; known: boolean; onKnown: (known: boolean) => void }) {
  const texts = useTexts(closingTexts);
  if (closing.open.length === 0) return <Text size="sm">{texts.nothingOpen}</Text>;
  return <KnownConsequences round={round} title={texts.openNow[kind]} consequences={closing.open} known={known} onKnown={onKnown} />;
}

function Asking({ round, closing, kind, onDone }: ActingProps & { kind: RoundRequest['kind'] }) {
  const texts = useTexts(closingTexts);
  const [known, setKnown] = useState(false);
  const [reason, setReason] = useState('');
  const idOf = useRequestId();
  const told = closing.open.map(({ code }) => code);
  const ask = useAct(() => askOfRound(round.id, { id: idOf(kind, reason), kind, reason, told }), {
    onDone: () => onDone(texts.asked),
    // What is open may have changed meanwhile.
    onEnd: (client) => closingChanged(client, round.id),
  });
  const mustKnow = closing.open.length > 0;
  const waits = keptOpenBy(closing, kind);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <Stack>
        <OpenNow round={round} closing={closing} kind={kind} known={known} onKnown={setKnown} />
        <ReasonInput label={texts.reason} description={texts.reasonMore} {...limitsOf(newRoundRequest).reason} value={reason} onChange={setReason} />
        <Outcome error={ask.error} />
        {waits ? <Notice kind="warning">{texts.keptOpen}</Notice> : null}
        <Button type="submit" w="fit-content" variant="default" loading={ask.isPending} disabled={waits || (mustKnow && !known)}>
          {texts.ask[kind]}
        </Button>
      </Stack>
    </form>
  );
}

function Waiting({ round, closing, request, onDone }: ActingProps & { request: RoundRequest }) {
  const texts = useTexts(closingTexts);
  const [known, setKnown] = useState(false);
  const [note, setNote] = useState('');
  const onEnd = { onEnd: (client: Parameters<typeof closingChanged>[0]) => closingChanged(client, round.id) };
  const told = closing.open.map(({ code }) => code);
  const said = note.trim() === '' ? null : note.trim();
  const decide = useAct((decision: 'carriedOut' | 'refused') => decideOfRound(round.id, request.id, { decision, note: said, told }), {
    ...onEnd,
    onDone: (_answer, decision) => onDone(decision === 'refused' ? texts.refused : undefined),
  });
  useQuery({ ...closingQuery(round.id), refetchInterval: decide.isPending && decide.variables === 'carriedOut' ? LOOK_ON : false });
  const stop = useAct(() => stopRoundRequest(round.id, request.id), { ...onEnd, onDone: () => onDone(texts.stopped) });
  const mustKnow = closing.open.length > 0;
  return (
    <Stack>
      <RequestCard request={request}>
        {request.told.length > 0 && !request.mayDecide ? (
          <>
            <Text size="sm" fw={600}>
              {texts.openThen}
            </Text>
            <ConsequenceList round={round} consequences={request.told} />
          </>
        ) : null}
        <Text size="sm" c="dimmed">
          {texts.lapses(formatMoment(request.lapsesAt))}
        </Text>
      </RequestCard>
      {request.mayDecide ? (
        <>
          <OpenNow round={round} closing={closing} kind={request.kind} known={known} onKnown={setKnown} />
          <ReasonInput
            label={texts.note}
            description={texts.noteMore}
            {...limitsOf(roundRequestDecision).note}
            value={note}
            required={false}
            onChange={setNote}
          />
          <Outcome error={decide.error} />
          {closing.computing ? <Computing {...closing.computing} /> : null}
          <Group gap="xs">
            <Button loading={decide.isPending} disabled={mustKnow && !known} onClick={() => decide.mutate('carriedOut')}>
              {texts.carryOut[request.kind]}
            </Button>
            <Button variant="default" disabled={decide.isPending || said === null} onClick={() => decide.mutate('refused')}>
              {texts.refuse}
            </Button>
          </Group>
        </>
      ) : null}
      {request.mayStop ? (
        <>
          <Outcome error={stop.error} />
          <ConfirmedAct act={texts.stop} question={texts.stopQuestion} yes={texts.stopYes} acting={stop.isPending} onAct={() => stop.mutate()} quiet />
        </>
      ) : null}
    </Stack>
  );
}

/** How far the computation of the result has come. */
function Computing({ computed, bodies }: NonNullable<Closing['computing']>) {
  const texts = useTexts(closingTexts);
  const { language } = useLanguage();
  return (
    <Stack gap={4} role="status">
      <Text size="sm">{texts.computing(formatCount(computed, language), formatCount(bodies, language))}</Text>
      <progress className="progress" value={computed} max={bodies} aria-label={texts.computingBar} />
    </Stack>
  );
}

/** Who asked for what and why, and what became of it. */
function RequestCard({ request, children }: { request: RoundRequest; children?: React.ReactNode }) {
  const texts = useTexts(closingTexts);
  const kinds = useTexts(ROUND_REQUEST_KIND_NAMES);
  const { kind, reason, asked, decided } = request;
  const open = waits(request);
  return (
    <article className="card" aria-label={kinds[kind]}>
      <Stack gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {kinds[kind]}
          </Text>
          <StateBadge tone={open ? 'act' : 'quiet'}>{decided ? texts.decisions[decided.decision] : open ? texts.waits : texts.lapsed}</StateBadge>
        </Group>
        <Text size="sm">{texts.askedBy(asked.by.name, formatMoment(asked.at))}</Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {reason}
        </Text>
        {decided ? (
          <Text size="sm" c="dimmed">
            {texts.decidedBy(decided.by.name, formatMoment(decided.at))} {decided.note}
          </Text>
        ) : null}
        {children}
      </Stack>
    </article>
  );
}
