import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusal, type Sent } from '../../client/request.ts';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { PartProps } from './parts.ts';
import { type Opening, openingQuery, openRound, type Round, roundAnswered } from './queries/rounds.ts';
import { RemarkList } from './remark-list.tsx';
import { roundTexts } from './texts/rounds.ts';

/** Everything that a draft lacks to be opened, and the button to open it; the server judges both. */
export function OpeningSection({ round, goTo }: PartProps) {
  const texts = useTexts(roundTexts).opening;
  const query = useQuery(openingQuery(round.id));
  const { data } = query;
  const open = useAct((body: Sent<'roundOpening'>) => openRound(round.id, body), {
    refresh: roundAnswered,
    // What deserves a look may be more than what was read.
    onRefused: (_error, client) => client.invalidateQueries({ queryKey: openingQuery(round.id).queryKey }),
  });
  const [known, setKnown] = useState(false);
  // A refusal describes the round at that time: what has been corrected since is left out.
  const refusal = open.variables?.version === round.version ? open.error : null;
  const refused = isRefusal(refusal, 'notNow') ? (refusal.problem['remarks'] as Opening['remarks'] | undefined) : undefined;
  const remarks = refused ?? data?.remarks ?? [];
  const [lacks, looks] = [remarks.filter(({ blocks }) => blocks), remarks.filter(({ blocks }) => !blocks)];
  // While something is missing, the server says so to whoever tries.
  const mustKnow = lacks.length === 0 && looks.length > 0;
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Outcome error={refusal} load={open.load} />
      <Loaded query={query}>
        {() => (
          <Stack gap="sm">
            <Notice kind={lacks.length === 0 ? 'good' : 'warning'}>{lacks.length === 0 ? texts.ready : texts.notReady}</Notice>
            {lacks.length > 0 ? (
              <>
                <Text fw={600}>{texts.lacks}</Text>
                <RemarkList round={round} remarks={lacks} goTo={goTo} />
              </>
            ) : null}
            {looks.length > 0 ? (
              <>
                <Text fw={600}>{texts.looks}</Text>
                <RemarkList round={round} remarks={looks} goTo={goTo} />
                {mustKnow ? <Checkbox label={texts.known} checked={known} onChange={({ currentTarget }) => setKnown(currentTarget.checked)} /> : null}
              </>
            ) : null}
          </Stack>
        )}
      </Loaded>
      <ConfirmedAct
        act={texts.act}
        question={texts.confirm(round.title)}
        yes={texts.yes}
        acting={open.isPending}
        disabled={mustKnow && !known}
        onAct={() => open.mutate({ version: round.version, told: looks.map(({ code }) => code as Round['warnings'][number]['code']) })}
      />
    </Section>
  );
}
