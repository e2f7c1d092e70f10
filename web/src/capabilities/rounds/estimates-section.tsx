import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { EndReaderForm, NameReaderForm, ReleaseForm, WithdrawForm } from './estimates-forms.tsx';
import { type EstimateReader, type EstimateRelease, type RoundEstimates, roundEstimatesQuery } from './queries/estimates.ts';
import type { Round } from './queries/rounds.ts';
import { estimatesTexts } from './texts/estimates.ts';

/** Which form is open: of the whole round, or that ends what one person may. */
type Doing = 'release' | 'withdraw' | 'name' | { readonly ends: string } | undefined;

/** Who sees what surveys gave while the round runs, and its release; for the owners of the round. */
export function EstimatesSection({ round }: { round: Round }) {
  const texts = useTexts(estimatesTexts);
  const query = useQuery(roundEstimatesQuery(round.id));
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<string>();
  const close = (said?: string) => {
    setDoing(undefined);
    setDone(said);
  };
  const begin = (what: Doing) => {
    setDone(undefined);
    setDoing(what);
  };
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Outcome done={done} />
      <Loaded query={query}>
        {(estimates) => {
          const form = { round, estimates, onDone: close, onCancel: () => close() };
          const stands = estimates.releases.find(({ withdrawn }) => withdrawn === null);
          return (
            <Stack>
              <Standing state={estimates.state} release={stands} />
              {doing === 'release' ? <ReleaseForm {...form} /> : null}
              {doing === 'withdraw' && stands ? <WithdrawForm {...form} release={stands} /> : null}
              {doing === 'name' ? <NameReaderForm {...form} /> : null}
              {doing === undefined && round.state === 'open' ? (
                <Group gap="xs">
                  {estimates.state === 'sealed' ? (
                    <>
                      <Button variant="default" onClick={() => begin('name')}>
                        {texts.name.open}
                      </Button>
                      <Button variant="default" onClick={() => begin('release')}>
                        {texts.release.open}
                      </Button>
                    </>
                  ) : (
                    <Button variant="default" onClick={() => begin('withdraw')}>
                      {texts.withdraw.open}
                    </Button>
                  )}
                </Group>
              ) : null}
              <Readers round={round} estimates={estimates} doing={doing} onBegin={begin} onClose={close} />
              <Earlier estimates={estimates} />
            </Stack>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Standing({ state, release }: { state: RoundEstimates['state']; release: EstimateRelease | undefined }) {
  const texts = useTexts(estimatesTexts);
  return (
    <Group gap="xs">
      <StateBadge tone={state === 'sealed' ? 'act' : 'quiet'}>{texts.states[state]}</StateBadge>
      {release ? (
        <Text size="sm">
          {texts.releasedBy(release.released.by.name, formatMoment(release.released.at))} {texts.because(release.released.reason)}
        </Text>
      ) : null}
    </Group>
  );
}

interface ReadersProps {
  readonly round: Round;
  readonly estimates: RoundEstimates;
  readonly doing: Doing;
  readonly onBegin: (what: Doing) => void;
  readonly onClose: (said?: string) => void;
}

/** Who is named now; with what ends it, each at its person. */
function Readers({ round, estimates, doing, onBegin, onClose }: ReadersProps) {
  const texts = useTexts(estimatesTexts);
  const named = estimates.readers.filter(({ ended }) => ended === null);
  if (named.length === 0 && estimates.state !== 'sealed') return null;
  return (
    <Stack gap="xs">
      <Text fw={600}>{texts.readers}</Text>
      {named.length === 0 ? <Text size="sm">{texts.noReaders}</Text> : null}
      {named.map((reader) => (
        <Stack key={reader.id} gap="xs" align="flex-start">
          <ReaderFacts reader={reader} />
          {typeof doing === 'object' && doing.ends === reader.id ? (
            <EndReaderForm round={round} estimates={estimates} reader={reader} onDone={onClose} onCancel={() => onClose()} />
          ) : null}
          {doing === undefined && round.state === 'open' ? (
            <Button size="compact-sm" variant="default" aria-label={`${texts.end.open} ${reader.person.name}`} onClick={() => onBegin({ ends: reader.id })}>
              {texts.end.open}
            </Button>
          ) : null}
        </Stack>
      ))}
    </Stack>
  );
}

function ReaderFacts({ reader: { person, named, ended } }: { reader: EstimateReader }) {
  const texts = useTexts(estimatesTexts);
  return (
    <div>
      <Text size="sm" fw={500}>
        {person.name}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {texts.namedBy(named.by.name, formatMoment(named.at))} {texts.because(named.reason)}
      </Text>
      {ended ? (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {texts.endedBy(ended.by.name, formatMoment(ended.at))} {texts.because(ended.reason)}
        </Text>
      ) : null}
    </div>
  );
}

/** What was allowed and holds no more. */
function Earlier({ estimates: { readers, releases } }: { estimates: RoundEstimates }) {
  const texts = useTexts(estimatesTexts);
  const ended = readers.filter((reader) => reader.ended !== null);
  const withdrawn = releases.filter((release) => release.withdrawn !== null);
  if (ended.length + withdrawn.length === 0) return null;
  return (
    <details>
      <summary>{texts.earlier(ended.length + withdrawn.length)}</summary>
      <Stack gap="xs" mt="xs">
        {withdrawn.map(({ id, released, withdrawn: back }) => (
          <div key={id}>
            <Text size="sm" fw={500}>
              {texts.aRelease}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {texts.releasedBy(released.by.name, formatMoment(released.at))} {texts.because(released.reason)}
            </Text>
            {back ? (
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {texts.withdrawnBy(back.by.name, formatMoment(back.at))} {texts.because(back.reason)}
              </Text>
            ) : null}
          </div>
        ))}
        {ended.map((reader) => (
          <ReaderFacts key={reader.id} reader={reader} />
        ))}
      </Stack>
    </details>
  );
}
