import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { NotLoaded } from '../../../kit/reading/loaded.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { type DocumentPage, pageTextQuery, type VersionPlace } from '../queries/evidence.ts';
import { viewerTexts } from '../texts/viewer.ts';

type Block = NonNullable<DocumentPage['blocks']>[number];

/** A page of an office or text file as extracted at upload: headings, paragraphs, tables. */
export function TextView({ place, page, pages }: { place: VersionPlace; page: number; pages: number }) {
  const texts = useTexts(viewerTexts);
  const { data, error, refetch } = useQuery(pageTextQuery(place, page));
  if (data === undefined) return <NotLoaded error={error} retry={refetch} />;
  if (data === null) return <Text role="status">{pages === 0 ? texts.emptyPage : texts.noPage(page, pages)}</Text>;
  const blocks: readonly Block[] = data.blocks ?? [{ kind: 'paragraph', text: data.text }];
  return (
    <Stack gap="xs" data-drawn={page}>
      {data.title === null ? null : (
        <Title order={3} size="h5">
          {data.title}
        </Title>
      )}
      {data.scan ? <Text c="dimmed">{texts.emptyPage}</Text> : null}
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} name={data.title ?? texts.at(page, pages)} />
      ))}
    </Stack>
  );
}

function BlockView({ block, name }: { block: Block; name: string }) {
  if (block.kind === 'heading')
    return (
      <Title order={4} size="h6">
        {block.text}
      </Title>
    );
  if (!('rows' in block)) return <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{block.text}</Text>;
  return (
    <section className="read-table" aria-label={name} tabIndex={0}>
      <table>
        <tbody>
          {block.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
