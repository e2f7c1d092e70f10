import { Button, Stack, Text } from '@mantine/core';
import { newRoundRequest, roundRequestDecision } from '@parindex/core/contracts/schemas/round-requests';
import type { SecondPersonDecision } from '@parindex/core/rights/second-person';
import { KEEPS_OPEN } from '@parindex/core/round/consequences';
import { ROUND_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { DecideRequest, Lapses, RequestCard, StopRequest, waits } from '../../kit/acts/request-card.tsx';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { REQUESTS_OF_ROUND } from '../../kit/page/places.ts';
import { Section } from '../../kit/page/section.tsx';
import { SoughtPlace } from '../../kit/page/sought-place.tsx';
import { later } from '../../kit/reading/later.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { requestTexts } from '../../kit/words/request-texts.ts';
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

interface ClosingSectionProps {
  readonly round: Round;
  readonly owns: boolean;
  /** What bodies contest and the council has not concluded on, shown where that keeps the round open. */
  readonly disputes: React.ReactNode;
}

/** Closes a round, or undoes that: what is left open, who asks, and who decides. */
export function ClosingSection({ round, owns, disputes }: ClosingSectionProps) {
  const texts = useTexts(closingTexts);
  const kinds = useTexts(ROUND_REQUEST_KIND_NAMES);
  const common = useTexts(requestTexts);
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
                    <Text fw={600}>{common.history}</Text>
                    {shown.map((request) => (
                      <RequestCard key={request.id} title={kinds[request.kind]} request={request} />
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
  const keptOpen = keptOpenBy(closing, kind);
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
        {keptOpen ? <Notice kind="warning">{texts.keptOpen}</Notice> : null}
        <Button type="submit" w="fit-content" variant="default" loading={ask.isPending} disabled={keptOpen || (mustKnow && !known)}>
          {texts.ask[kind]}
        </Button>
      </Stack>
    </form>
  );
}

function Waiting({ round, closing, request, onDone }: ActingProps & { request: RoundRequest }) {
  const texts = useTexts(closingTexts);
  const kinds = useTexts(ROUND_REQUEST_KIND_NAMES);
  const common = useTexts(requestTexts);
  const [known, setKnown] = useState(false);
  const onEnd = { onEnd: (client: Parameters<typeof closingChanged>[0]) => closingChanged(client, round.id) };
  const told = closing.open.map(({ code }) => code);
  const decide = useAct(
    (said: { readonly decision: SecondPersonDecision; readonly note: string | null }) => decideOfRound(round.id, request.id, { ...said, told }),
    {
      ...onEnd,
      onDone: (_answer, { decision }) => onDone(decision === 'refused' ? texts.refused : undefined),
    },
  );
  useQuery({ ...closingQuery(round.id), refetchInterval: decide.isPending && decide.variables?.decision === 'carriedOut' ? LOOK_ON : false });
  const stop = useAct(() => stopRoundRequest(round.id, request.id), { ...onEnd, onDone: () => onDone(common.stopped) });
  const mustKnow = closing.open.length > 0;
  return (
    <Stack>
      <RequestCard title={kinds[request.kind]} request={request}>
        {request.told.length > 0 && !request.mayDecide ? (
          <>
            <Text size="sm" fw={600}>
              {texts.openThen}
            </Text>
            <ConsequenceList round={round} consequences={request.told} />
          </>
        ) : null}
        <Lapses at={request.lapsesAt} />
      </RequestCard>
      {request.mayDecide ? (
        <>
          <OpenNow round={round} closing={closing} kind={request.kind} known={known} onKnown={setKnown} />
          <DecideRequest act={decide} agree={texts.carryOut[request.kind]} noteLimits={limitsOf(roundRequestDecision).note} mayAgree={!mustKnow || known}>
            {closing.computing ? <Computing {...closing.computing} /> : null}
          </DecideRequest>
        </>
      ) : null}
      {request.mayStop ? <StopRequest act={stop} /> : null}
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
