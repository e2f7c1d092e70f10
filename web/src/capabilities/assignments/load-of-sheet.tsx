import { Button, Group, Stack, Text } from '@mantine/core';
import { deadlineText } from '@parindex/core/words/step-times';
import { lazy, Suspense, useState } from 'react';
import { loadedLater } from '../../client/loaded-later.ts';
import { useRights } from '../../client/rights.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { formatCount, formatDistance, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { partTexts } from '../sheets/texts/parts.ts';
import { isSettled } from './load-order.ts';
import type { LoadItem } from './queries/assignments.ts';
import { loadTexts } from './texts/load.ts';

const DecideInSheet = lazy(async () => ({ default: (await loadedLater(() => import('./decide-in-sheet.tsx'))).DecideInSheet }));

/** The parts of one sheet that are assigned to the user's departments, in the order given; what is approved is folded. */
export function LoadOfSheet({ items }: { items: readonly LoadItem[] }) {
  const texts = useTexts(loadTexts);
  const { language } = useLanguage();
  const leads = useRights().mayAnywhere('part.decideAsLeader');
  const [doing, setDoing] = useState<'accept' | 'submit'>();
  const [told, setTold] = useState<string>();
  const [first] = items;
  if (!first) return null;
  const sheet = { round: first.round.id, body: first.body.id };
  const waiting = items.filter(({ waitsForMe }) => waitsForMe).length;
  const approved = items.filter(isSettled);
  const entered = items.filter(({ standing }) => standing === 'entered' || standing === 'returned').length;
  return (
    <Section
      title={texts.sheetOf(first.body.name, first.round.title)}
      actions={
        <>
          {waiting > 0 && !doing ? <Button onClick={() => setDoing('accept')}>{texts.approve(formatCount(waiting, language))}</Button> : null}
          {!leads && entered > 0 && !doing ? <Button onClick={() => setDoing('submit')}>{texts.submit}</Button> : null}
          <LinkButton to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={sheet} variant="default">
            {texts.toSheet}
          </LinkButton>
        </>
      }
    >
      {doing ? (
        <Suspense fallback={<Loading />}>
          <DecideInSheet
            sheet={sheet}
            act={doing}
            onDone={(said) => {
              setTold(said);
              setDoing(undefined);
            }}
            onClose={() => setDoing(undefined)}
          />
        </Suspense>
      ) : (
        <Outcome done={told} />
      )}
      <Lines items={items.filter((item) => !isSettled(item))} />
      {approved.length === 0 ? null : (
        <details>
          <summary>{texts.approved(formatCount(approved.length, language))}</summary>
          <Lines items={approved} />
        </details>
      )}
    </Section>
  );
}

const Lines = ({ items }: { items: readonly LoadItem[] }) =>
  items.length === 0 ? null : (
    <ul className="findings">
      {items.map((item) => (
        <li key={item.id}>
          <LoadLine item={item} />
        </li>
      ))}
    </ul>
  );

function LoadLine({ item }: { item: LoadItem }) {
  const texts = useTexts(loadTexts);
  const parts = useTexts(partTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { kind, target, title, round, body, due, late, standing, said, saidBy, note, person, to, assignedBy, assignedAt } = item;
  const because = standing === 'returned' ? parts.returnedBecause : parts.changedBecause;
  const about = [
    due === null ? texts.noDue : texts.due(deadlineText(due, language), formatDistance(due, now, language)),
    texts.to(to.name),
    ...(person ? [texts.person(person.name)] : []),
    texts.by(assignedBy.name, formatMoment(assignedAt)),
  ];
  return (
    <Stack gap={2}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Link
          to="/lam-viec/ky-danh-gia/$round/bang-diem/$body"
          params={{ round: round.id, body: body.id }}
          search={item.item === null ? {} : { item: item.item }}
          fw={600}
          flex="1 1 14rem"
        >
          {kind === 'item' ? `${target}. ${title}` : title}
        </Link>
        <Group gap={6}>
          {late ? <StateBadge tone="bad">{parts.late}</StateBadge> : null}
          <StateBadge tone={standing === 'returned' ? 'bad' : item.waitsForMe ? 'act' : isSettled(item) ? 'good' : 'quiet'}>
            {parts.standing[standing ?? 'none']}
          </StateBadge>
        </Group>
      </Group>
      {said === null ? null : (
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {saidBy === null ? because(said) : texts.saidBy(because(said), saidBy.name)}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {about.join('. ')}.
      </Text>
      {note === null ? null : (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {texts.note(note)}
        </Text>
      )}
    </Stack>
  );
}
