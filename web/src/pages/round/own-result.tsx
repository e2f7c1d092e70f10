import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { overviewTexts } from '../../capabilities/progress/texts/overview.ts';
import { indexText } from '../../capabilities/ranking/index-words.ts';
import { finalRankingQuery } from '../../capabilities/ranking/queries/final.ts';
import { finalTexts } from '../../capabilities/ranking/texts/final.ts';
import { LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { TileLink, Tiles } from '../../kit/page/tile.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

/** What a body has come to in a round that is closed. */
export function OwnResult({ round }: { round: string }) {
  const texts = useTexts(finalTexts);
  const { own } = useTexts(overviewTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(finalRankingQuery(round));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  if (data.missing) return <Notice kind="note">{texts.missing}</Notice>;
  return data.rows
    .filter((row) => row.own)
    .map(({ body, index, rank, class: classed }) => {
      const to = { to: '/lam-viec/ky-danh-gia/$round/xep-hang', params: { round }, search: { body: body.id } } as const;
      return (
        <Section
          key={body.id}
          title={body.name}
          lead={texts.title}
          actions={
            <Group gap="xs" className="screen-only">
              <LinkButton {...to}>{own.openResult}</LinkButton>
              <LinkButton variant="default" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round, body: body.id }}>
                {own.openSheet}
              </LinkButton>
            </Group>
          }
        >
          <Tiles label={body.name}>
            <TileLink {...to} label={texts.index} value={index ? indexText(index.rounded, language) : texts.noIndex} tone="act" />
            {rank === null ? null : <TileLink {...to} label={texts.rank} value={`${formatCount(rank, language)}/${formatCount(data.placed, language)}`} />}
            {classed ? <TileLink {...to} label={texts.class} value={classed.title} /> : null}
          </Tiles>
        </Section>
      );
    });
}
