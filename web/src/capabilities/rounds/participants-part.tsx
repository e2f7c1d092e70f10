import { Box, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../../client/request.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { usePendingChanges } from '../../kit/forms/pending-changes.ts';
import { KeepChanges } from '../../kit/forms/save-changes.tsx';
import { Empty } from '../../kit/lists/empty.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

import { BodySelect } from '../bodies/body-select.tsx';

import type { NamedBody } from '../bodies/queries/bodies.ts';
import { ParticipantsTable } from './participants-table.tsx';
import type { PartProps } from './parts.ts';
import { PasteParticipants } from './paste-participants.tsx';
import { type Participant, roundAnswered, setParticipants } from './queries/rounds.ts';
import { planTexts } from './texts/round-plan.ts';

const keyOf = ({ body }: Participant) => body;
const participantOf = ({ id, name }: NamedBody): Participant => ({ body: id, name, type: null, block: null, ranked: true });

/** The participants: search, paste, assign blocks, remove. */
export function ParticipantsPart({ round, mayChange }: PartProps) {
  const texts = useTexts(planTexts).participants;
  const { language } = useLanguage();
  const [pasting, setPasting] = useState(false);
  const changes = usePendingChanges(round.participants, keyOf);
  const save = useAct(
    () =>
      setParticipants(round.id, {
        version: round.version,
        participants: changes.result.map(({ body, block, ranked }) => ({ body, block: block?.trim() || null, ranked })),
      }),
    { refresh: roundAnswered, onDone: changes.clear },
  );
  const withData = isRefusal(save.error, 'notNow') ? (save.error.problem['bodies'] as string[] | undefined) : undefined;
  const nameOf = (id: string) => changes.list.find(({ key }) => key === id)?.member.name ?? id;
  const add = (bodies: readonly NamedBody[]) => changes.put(...bodies.map(participantOf));
  return (
    <Section
      title={texts.title}
      lead={texts.lead(formatCount(changes.result.length, language))}
      actions={
        mayChange && !pasting ? (
          <Button variant="default" onClick={() => setPasting(true)}>
            {texts.paste}
          </Button>
        ) : undefined
      }
    >
      {mayChange && !pasting ? (
        <Box maw="26rem">
          <BodySelect
            label={texts.search}
            description={texts.searchMore}
            without={changes.list.filter(({ state }) => state !== 'removed').map(({ key }) => key)}
            clearsOnChoose
            onChoose={(body) => body && add([{ id: body.value, name: body.label }])}
          />
        </Box>
      ) : null}
      {pasting ? (
        <PasteParticipants
          there={changes.result}
          onCancel={() => setPasting(false)}
          onAdd={(bodies) => {
            add(bodies);
            setPasting(false);
          }}
        />
      ) : null}
      <Stack gap="sm">
        <KeepChanges changes={changes} save={save} saved={texts.saved} />
        {withData ? <Text size="sm">{texts.withData(withData.map(nameOf).join(', '))}</Text> : null}
      </Stack>
      {changes.list.length === 0 ? (
        <Empty title={texts.none}>
          <Text>{texts.noneMore}</Text>
        </Empty>
      ) : (
        <ParticipantsTable changes={changes} mayChange={mayChange} />
      )}
    </Section>
  );
}
