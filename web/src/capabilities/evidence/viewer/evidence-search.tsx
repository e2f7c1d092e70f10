import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { pageSearchQuery } from '@parindex/core/contracts/schemas/evidence';
import { searchKey } from '@parindex/core/text/search-key';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { Empty } from '../../../kit/lists/empty.tsx';
import { Link } from '../../../kit/page/link.tsx';
import { NotLoaded } from '../../../kit/reading/loaded.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { type EvidenceHit, evidenceSearchQuery } from '../queries/evidence.ts';
import { citationTexts } from '../texts/citations.ts';
import { viewerTexts } from '../texts/viewer.ts';

interface EvidenceSearchProps {
  readonly round: string;
  /** A single library; otherwise all that the reader may see. */
  readonly body?: string;
  readonly wanted: string;
  readonly onSearch: (wanted: string) => void;
}

/** Full-text search in documents; each match opens at its page. */
export function EvidenceSearch({ round, body, wanted, onSearch }: EvidenceSearchProps) {
  const texts = useTexts(viewerTexts).search;
  const [typed, setTyped] = useState(wanted);
  useEffect(() => setTyped(wanted), [wanted]);
  return (
    <Stack gap="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            type="search"
            label={texts.label}
            placeholder={texts.hint}
            {...limitsOf(pageSearchQuery).q}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            w={{ base: '100%', sm: 420 }}
          />
          <Button type="submit" variant="default">
            {texts.submit}
          </Button>
        </Group>
      </form>
      {wanted === '' ? null : <Hits round={round} body={body} wanted={wanted} />}
    </Stack>
  );
}

function Hits({ round, body, wanted }: { round: string; body: string | undefined; wanted: string }) {
  const texts = useTexts(viewerTexts).search;
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery({ ...evidenceSearchQuery(round, body, wanted), placeholderData: keepPreviousData });
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  if (data.items.length === 0)
    return (
      <Empty title={texts.none(wanted)}>
        <Text>{texts.noneMore}</Text>
      </Empty>
    );
  const count = formatCount(data.items.length, language);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" role="status">
        {data.more ? texts.more(count) : texts.count(count)}
      </Text>
      {data.items.map((hit) => (
        <Hit key={`${hit.document} ${hit.version} ${hit.page}`} round={round} hit={hit} wanted={wanted} showsBody={body === undefined} />
      ))}
    </Stack>
  );
}

function Hit({ round, hit, wanted, showsBody }: { round: string; hit: EvidenceHit; wanted: string; showsBody: boolean }) {
  const texts = useTexts(viewerTexts).search;
  const unnamed = useTexts(citationTexts).unnamed;
  const more = [showsBody ? hit.body.name : '', hit.number === null ? '' : (hit.subject ?? '')].filter(Boolean).join(' – ');
  return (
    <Stack gap={2}>
      <Link
        to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document/xem"
        params={{ round, body: hit.body.id, document: hit.document }}
        search={{ version: hit.version, page: hit.page }}
        preload={false}
        fw={600}
      >
        {texts.hit(hit.number ?? hit.subject ?? hit.fileName ?? unnamed, hit.page)}
      </Link>
      {more === '' ? null : (
        <Text size="sm" c="dimmed">
          {more}
        </Text>
      )}
      <Text size="sm">
        <Marked text={hit.excerpt} wanted={wanted} />
      </Text>
    </Stack>
  );
}

/** A text with the searched words highlighted, ignoring diacritics. */
function Marked({ text, wanted }: { text: string; wanted: string }) {
  const words = new Set(searchKey(wanted).split(' '));
  return text.split(/(\s+)/).map((part, index) =>
    searchKey(part)
      .split(' ')
      .some((key) => key !== '' && words.has(key)) ? (
      <mark key={index}>{part}</mark>
    ) : (
      part
    ),
  );
}
