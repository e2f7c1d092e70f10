import { Stack, Text } from '@mantine/core';
import { editionRequestDecision } from '@parindex/core/contracts/schemas/edition-requests';
import type { SecondPersonDecision } from '@parindex/core/rights/second-person';
import { EDITION_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useRights } from '../../client/rights.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { DecideRequest, Lapses, RequestCard, StopRequest, waits } from '../../kit/acts/request-card.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { REQUESTS_OF_EDITION } from '../../kit/page/places.ts';
import { Section } from '../../kit/page/section.tsx';
import { SoughtPlace } from '../../kit/page/sought-place.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { requestTexts } from '../../kit/words/request-texts.ts';
import { AskOfEdition } from './ask-of-edition.tsx';
import { decideOfEdition, decisionAddress, type EditionRequest, requestsChanged, requestsQuery, stopEditionRequest } from './queries/adoption.ts';
import type { Edition } from './queries/editions.ts';
import { adoptionTexts } from './texts/adoption.ts';

interface AdoptionSectionProps {
  readonly edition: Edition;
  readonly owns: boolean;
}

/** Adopts an edition, or withdraws it: the signed decision, who asks, and who decides. */
export function AdoptionSection({ edition, owns }: AdoptionSectionProps) {
  const texts = useTexts(adoptionTexts);
  const kinds = useTexts(EDITION_REQUEST_KIND_NAMES);
  const common = useTexts(requestTexts);
  const mayDecide = useRights().may('edition.decideSecond', { roundOwner: edition.ownerBody });
  const query = useQuery({ ...requestsQuery(edition.id), enabled: mayDecide });
  const [done, setDone] = useState<string>();
  const kind = edition.state === 'draft' ? 'adopt' : 'withdraw';
  // An administrator comes in only where something waits for them.
  if (!owns && !done && !query.data?.requests.some(({ mayDecide }) => mayDecide)) return null;
  return (
    <SoughtPlace hash={REQUESTS_OF_EDITION} ready={query.isSuccess}>
      <Section title={texts.title[kind]} lead={texts.lead[kind]}>
        <Outcome done={done} />
        <Loaded query={query}>
          {({ possible, requests }) => {
            const waiting = requests.find((request) => !request.overtaken && waits(request));
            const shown = requests.filter((request) => request !== waiting);
            return (
              <Stack>
                {waiting ? <Waiting key={waiting.id} edition={edition} request={waiting} onDone={setDone} /> : null}
                {owns && !waiting && possible ? <AskOfEdition key={possible} edition={edition} kind={possible} onDone={() => setDone(texts.asked)} /> : null}
                {shown.length > 0 ? (
                  <Stack gap="xs">
                    <Text fw={600}>{common.history}</Text>
                    {shown.map((request) => (
                      <RequestCard key={request.id} title={kinds[request.kind]} request={request} over={request.overtaken ? texts.overtaken : undefined}>
                        <Terms edition={edition.id} request={request} />
                      </RequestCard>
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

/** By which decision, from when, or what comes in its place. */
function Terms({ edition, request }: { readonly edition: string; readonly request: EditionRequest }) {
  const texts = useTexts(adoptionTexts);
  const { decision, file, effectiveFrom, effectiveTo, replacedBy } = request;
  return (
    <Text size="sm">
      {texts.by(decision.number, formatDay(decision.date))}{' '}
      {effectiveFrom === null ? null : texts.inForce(formatDay(effectiveFrom), effectiveTo === null ? null : formatDay(effectiveTo))}{' '}
      {replacedBy === null ? null : texts.replaces(replacedBy)} <a href={decisionAddress(edition, file.id)}>{file.name}</a>
    </Text>
  );
}

interface WaitingProps {
  readonly edition: Edition;
  readonly request: EditionRequest;
  readonly onDone: (said: string) => void;
}

function Waiting({ edition, request, onDone }: WaitingProps) {
  const texts = useTexts(adoptionTexts);
  const kinds = useTexts(EDITION_REQUEST_KIND_NAMES);
  const common = useTexts(requestTexts);
  const decide = useAct((said: { readonly decision: SecondPersonDecision; readonly note: string | null }) => decideOfEdition(edition.id, request.id, said), {
    onEnd: requestsChanged,
    onDone: (_answer, { decision }) => onDone(decision === 'refused' ? texts.refused : texts.done[request.kind]),
  });
  const stop = useAct(() => stopEditionRequest(edition.id, request.id), { onEnd: requestsChanged, onDone: () => onDone(common.stopped) });
  return (
    <Stack>
      <RequestCard title={kinds[request.kind]} request={request}>
        <Terms edition={edition.id} request={request} />
        <Lapses at={request.lapsesAt} />
      </RequestCard>
      {request.mayDecide ? <DecideRequest act={decide} agree={texts.agree[request.kind]} noteLimits={limitsOf(editionRequestDecision).note} /> : null}
      {request.mayStop ? <StopRequest act={stop} /> : null}
    </Stack>
  );
}
