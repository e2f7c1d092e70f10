import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { removalCopiesQuery } from './queries/erasures.ts';
import { erasureTexts } from './texts/erasures.ts';

/** What becomes of documents of the reader's bodies, as others ask to remove the very same file. */
export function RemovalCopies() {
  const texts = useTexts(erasureTexts).copies;
  const { data: copies = [], isPending, refetch } = useQuery(removalCopiesQuery);
  // It stands above all else: what is below waits for it.
  if (isPending) return <NotLoaded error={null} retry={refetch} />;
  if (copies.length === 0) return null;
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Stack gap="sm" component="ul" m={0} pl="lg">
        {copies.map(({ removal, round, body, document, askedAt, becomes }) => (
          <li key={`${removal} ${document}`}>
            <Text size="sm">{texts.of(body.name, round.title, formatMoment(askedAt))}</Text>
            <Group gap="xs">
              <Text size="sm">{texts.becomes[becomes]}</Text>
              <Link size="sm" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document" params={{ round: round.id, body: body.id, document }}>
                {texts.toDocument}
              </Link>
            </Group>
          </li>
        ))}
      </Stack>
    </Section>
  );
}
