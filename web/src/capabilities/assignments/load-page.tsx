import { Checkbox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../kit/empty.tsx';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { LinkButton } from '../../kit/link.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { LoadOfSheet } from './load-of-sheet.tsx';
import { isApproved, type LoadItem, loadQuery } from './queries/assignments.ts';
import { loadTexts } from './texts/load.ts';

/** All parts assigned to the user's departments, by round and body; returned and overdue ones first. */
export function LoadPage() {
  const texts = useTexts(loadTexts);
  const { language } = useLanguage();
  const query = useQuery(loadQuery);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const count = (items: number) => formatCount(items, language);
  const items = query.data?.items ?? [];
  const approved = items.filter(({ standing }) => isApproved(standing));
  const shown = onlyOpen ? items.filter((item) => !approved.includes(item)) : items;
  const sheets = Map.groupBy(shown, ({ round, body }) => JSON.stringify([round.id, body.id]));
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Loaded
        query={query}
        empty={
          <Empty title={texts.none}>
            <Text>{texts.noneMore}</Text>
            <LinkButton to="/lam-viec" variant="default">
              {texts.toHome}
            </LinkButton>
          </Empty>
        }
      >
        {() => (
          <>
            <Counts items={items} />
            {approved.length === 0 ? null : (
              <Checkbox
                label={texts.onlyOpen}
                {...(onlyOpen ? { description: texts.hidden(count(approved.length)) } : {})}
                checked={onlyOpen}
                onChange={({ currentTarget }) => setOnlyOpen(currentTarget.checked)}
              />
            )}
            {[...sheets].map(([key, ofSheet]) => (
              <LoadOfSheet key={key} items={ofSheet} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Counts({ items }: { items: readonly LoadItem[] }) {
  const texts = useTexts(loadTexts).count;
  const { language } = useLanguage();
  const counted = [
    [texts.all, items],
    [texts.returned, items.filter(({ standing }) => standing === 'returned')],
    [texts.late, items.filter(({ late }) => late)],
    [texts.waiting, items.filter(({ standing }) => standing === 'submitted' || standing === 'passed')],
    [texts.approved, items.filter(({ standing }) => isApproved(standing))],
  ] as const;
  return (
    <Text role="status">
      {counted
        .filter(([, of]) => of.length > 0)
        .map(([text, of]) => text(formatCount(of.length, language)))
        .join(' · ')}
    </Text>
  );
}
