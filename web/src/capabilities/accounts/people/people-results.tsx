import { List } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { PagedList } from '../../../kit/lists/paged-list.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { Link } from '../../../kit/page/link.tsx';
import { controlTexts } from '../../../kit/words/control-texts.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { type Membership, peopleQuery } from '../queries/people.ts';
import { peopleTexts } from '../texts/people.ts';

const TYPING_MS = 200;

export function PeopleResults({ search }: { search: string }) {
  const texts = useTexts(peopleTexts);
  const [settled] = useDebouncedValue(search, TYPING_MS);
  const list = useInfiniteQuery({ ...peopleQuery(settled), placeholderData: keepPreviousData });
  return (
    <PagedList list={list} none={texts.none} noneMore={texts.noneMore}>
      {(people) => (
        <Table
          caption={texts.table}
          keyOf={({ id }) => id}
          rows={people}
          columns={[
            {
              key: 'name',
              title: texts.name,
              least: '9rem',
              names: true,
              cell: ({ id, name }) => (
                <Link to="/lam-viec/nguoi-dung/$person" params={{ person: id }}>
                  {name}
                </Link>
              ),
            },
            { key: 'email', title: texts.email, cell: ({ email }) => email },
            { key: 'roles', title: texts.roles, least: '14rem', cell: ({ memberships }) => <Roles memberships={memberships} /> },
          ]}
        />
      )}
    </PagedList>
  );
}

function Roles({ memberships }: { memberships: readonly Membership[] }) {
  const texts = useTexts(peopleTexts);
  const roles = useTexts(ROLE_NAMES);
  const { period, wholeInstallation } = useTexts(controlTexts);
  if (memberships.length === 0) return texts.noRole;
  return (
    <List size="sm" listStyleType="none">
      {memberships.map(({ id, role, body, from, to }) => (
        <List.Item key={id}>{texts.office(roles[role], body?.name ?? wholeInstallation, period(from, to))}</List.Item>
      ))}
    </List>
  );
}
