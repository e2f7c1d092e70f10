import { Button } from '@mantine/core';
import { SESSION_STATE_NAMES, SESSION_WAY_NAMES } from '@parindex/core/words/council-words';
import { deadlineText } from '@parindex/core/words/step-times';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useRights } from '../../client/rights.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { later } from '../../kit/reading/later.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { roundQuery } from '../rounds/queries/rounds.ts';
import { type Council, councilQuery, type SessionHead } from './queries/council.ts';
import { councilTexts } from './texts/council.ts';

const NewSession = later(async () => (await import('./session-form.tsx')).NewSession, { fallback: null });

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/hoi-dong');

export const SESSION_TONES = { drafted: 'quiet', convened: 'act', held: 'warn', concluded: 'good' } as const;

/** The sessions of a round's council. */
export function SessionsPage() {
  const texts = useTexts(councilTexts);
  const { round } = route.useParams();
  const query = useQuery(councilQuery(round));
  const of = useQuery(roundQuery(round)).data;
  const leads = useRights().may('council.write', { roundOwner: of?.ownerBody.id ?? null });
  const [drafting, setDrafting] = useState(false);
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={query.data && texts.lead(query.data.title)}
      actions={leads ? <Button onClick={() => setDrafting(true)}>{texts.draft}</Button> : undefined}
    >
      <Loaded query={query} isEmpty={() => false}>
        {(council) => (
          <>
            {leads && of?.state === 'closed' ? <Papers round={round} /> : <StepOfCouncil step={council.step} />}
            {drafting ? <NewSession council={council} onClose={() => setDrafting(false)} /> : null}
            {council.sessions.length === 0 ? <Empty title={texts.none} /> : <Sessions council={council} />}
          </>
        )}
      </Loaded>
    </PageOfRound>
  );
}

/** Once the round is closed, where its result is submitted. */
function Papers({ round }: { round: string }) {
  const texts = useTexts(councilTexts);
  return (
    <Notice kind="note">
      {texts.closed}{' '}
      <Link to="/lam-viec/ky-danh-gia/$round/xep-hang" params={{ round }}>
        {texts.papers}
      </Link>
    </Notice>
  );
}

/** When the council concludes. */
function StepOfCouncil({ step }: Pick<Council, 'step'>) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  if (!step) return <Notice kind="warning">{texts.noStep}</Notice>;
  const until = deadlineText(step.closes, language);
  return <Notice kind="note">{step.open ? texts.stepOpen(until) : texts.stepClosed(formatMoment(step.opens), until)}</Notice>;
}

function Sessions({ council: { round, sessions } }: { council: Council }) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const count = (value: number) => formatCount(value, language);
  return (
    <Table<SessionHead>
      caption={texts.sessions}
      keyOf={({ id }) => id}
      rows={sessions}
      columns={[
        {
          key: 'number',
          title: texts.session,
          names: true,
          cell: ({ id, number, waiting }) => (
            <>
              <Link to="/lam-viec/ky-danh-gia/$round/hoi-dong/$session" params={{ round, session: id }}>
                {texts.numbered(number)}
              </Link>
              {waiting > 0 ? <StateBadge tone="act">{texts.waiting(count(waiting))}</StateBadge> : null}
            </>
          ),
        },
        { key: 'when', title: texts.when, cell: ({ startsAt }) => (startsAt === null ? texts.noDate : formatMoment(startsAt)) },
        { key: 'way', title: texts.way, cell: ({ way, place }) => [SESSION_WAY_NAMES[language][way], place].filter(Boolean).join(', ') },
        { key: 'state', title: texts.state, cell: ({ state }) => <StateBadge tone={SESSION_TONES[state]}>{SESSION_STATE_NAMES[language][state]}</StateBadge> },
        { key: 'items', title: texts.items, align: 'right', cell: ({ items, concluded }) => texts.of(count(concluded), count(items)) },
      ]}
    />
  );
}
