import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { documentListQuery } from '@parindex/core/contracts/schemas/evidence';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { PagedList } from '../../kit/lists/paged-list.tsx';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { DocumentCard } from './document-card.tsx';
import { documentsQuery } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu');
const TYPING_MS = 200;

/** The contents of a library, newest first, with search that ignores diacritics. */
export function DocumentsList({ library, mayUpload }: { library: SheetKey; mayUpload: boolean }) {
  const texts = useTexts(documentTexts);
  const { q = '', item, figure } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q);
  const [settled] = useDebouncedValue(q, TYPING_MS);
  const list = useInfiniteQuery({ ...documentsQuery(library, { q: settled || undefined, item, figure }), placeholderData: keepPreviousData });
  const look = (text: string) => {
    setTyped(text);
    void navigate({ search: ({ q: _before, ...rest }) => (text.trim() === '' ? rest : { ...rest, q: text.trim() }), replace: true });
  };
  const narrowed = q !== '' || item !== undefined || figure !== undefined;
  return (
    <Section
      title={texts.list}
      actions={
        <LinkButton
          to="/lam-viec/ky-danh-gia/$round/tai-lieu"
          params={{ round: library.round }}
          search={q === '' ? {} : { q }}
          variant="default"
          preload={false}
        >
          {texts.inContent}
        </LinkButton>
      }
    >
      <search aria-label={texts.search}>
        <TextInput
          type="search"
          label={texts.search}
          description={texts.searchMore}
          {...limitsOf(documentListQuery).q}
          maw="34rem"
          value={typed}
          onChange={({ currentTarget }) => look(currentTarget.value)}
        />
      </search>
      {item === undefined && figure === undefined ? null : (
        <Group gap="xs">
          <Text size="sm">{item === undefined ? texts.onlyFigure : texts.onlyItem(item)}</Text>
          <Link size="sm" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu" params={library}>
            {texts.showAll}
          </Link>
        </Group>
      )}
      <PagedList
        list={list}
        none={narrowed ? texts.noneFound : texts.none}
        noneMore={narrowed ? texts.noneFoundMore : mayUpload ? texts.noneMore : texts.noneOthers}
      >
        {(documents) => (
          <Stack gap="sm">
            {documents.map((document) => (
              <DocumentCard key={document.id} library={library} document={document} />
            ))}
          </Stack>
        )}
      </PagedList>
    </Section>
  );
}
