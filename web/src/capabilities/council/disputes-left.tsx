import { Button, Stack, Text } from '@mantine/core';
import { MOST_ON_AGENDA } from '@parindex/core/contracts/schemas/council';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Link } from '../../kit/page/link.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { DisputesTable } from '../explanation/disputes-view.tsx';
import { type Disputes, disputesQuery } from '../explanation/queries/explanation.ts';
import { asSent, changeSession, draftSession, sessionChanged } from './acts.ts';
import { agendaOf, isWaiting } from './disputes-on-agenda.ts';
import { type Council, councilQuery } from './queries/council.ts';
import { councilTexts } from './texts/council.ts';

/** What bodies contest and the council has not concluded on, what ends it, and the session that takes it up. */
export function DisputesLeft({ round }: { round: string }) {
  const texts = useTexts(councilTexts).left;
  const council = useQuery(councilQuery(round));
  const { data, error, refetch } = useQuery(disputesQuery(round));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const items = data.items.filter(({ agenda }) => agenda?.state !== 'concluded');
  if (items.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text fw={600}>{texts.title}</Text>
      <DisputesTable disputes={{ ...data, items }} />
      <Text size="sm">{texts.ends}</Text>
      {council.data ? <TimeOfCouncil council={council.data} /> : null}
      <OneSession round={round} waiting={items.filter(isWaiting).slice(0, MOST_ON_AGENDA)} />
    </Stack>
  );
}

/** Where the council has no time to conclude, how it gets some. */
function TimeOfCouncil({ council: { round, step } }: { council: Council }) {
  const texts = useTexts(councilTexts).left;
  if (step?.open || (step && Date.parse(step.opens) > Date.now())) return null;
  return (
    <Text size="sm">
      {step ? texts.over : texts.noStep}{' '}
      <Link to="/lam-viec/ky-danh-gia/$round" params={{ round }} search={{ part: 'calendar' }}>
        {texts.calendar}
      </Link>
    </Text>
  );
}

/** Drafts a session with all that is on no agenda. */
function OneSession({ round, waiting }: { round: string; waiting: readonly Disputes['items'][number][] }) {
  const texts = useTexts(councilTexts).left;
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  const draft = useAct(
    async () => {
      const session = await draftSession(round, { id, way: 'meeting', startsAt: null, place: null, chair: null, secretary: null });
      await changeSession(session, { ...asSent(session), agenda: agendaOf(waiting, 'asAppraised') });
    },
    {
      onEnd: (client) => sessionChanged(client, round),
      onDone: () => navigate({ to: '/lam-viec/ky-danh-gia/$round/hoi-dong/$session', params: { round, session: id } }),
    },
  );
  if (waiting.length === 0) return null;
  return (
    <>
      <Outcome error={draft.error} />
      <Button variant="default" w="fit-content" loading={draft.isPending} onClick={() => draft.mutate()}>
        {texts.draft(formatCount(waiting.length, language))}
      </Button>
    </>
  );
}
