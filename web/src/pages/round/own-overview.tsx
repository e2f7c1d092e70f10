import { Group } from '@mantine/core';
import { standingOf } from '@parindex/core/progress/standing';
import { pointsOver, scoredOf } from '@parindex/core/words/points-text';
import { timeText } from '@parindex/core/words/progress-words';
import { STANDING_NAMES } from '@parindex/core/words/states';
import { deadlineText } from '@parindex/core/words/step-times';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { OwnLosses } from '../../capabilities/progress/own-losses.tsx';
import { type Board, type BoardRow, boardQuery } from '../../capabilities/progress/queries/board.ts';
import { boardTexts } from '../../capabilities/progress/texts/board.ts';
import { overviewTexts } from '../../capabilities/progress/texts/overview.ts';
import { BesideLastYear } from '../../capabilities/ranking/against-last-year.tsx';
import { indexText } from '../../capabilities/ranking/index-words.ts';
import { claimedRankingQuery } from '../../capabilities/ranking/queries/ranking.ts';
import { rankingTexts } from '../../capabilities/ranking/texts/ranking.ts';
import { SheetTimeline } from '../../capabilities/sheets/sheet-timeline.tsx';
import { LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { TileLink, Tiles } from '../../kit/page/tile.tsx';
import { later } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

const OwnResult = later(async () => (await import('./own-result.tsx')).OwnResult);
const TakenOver = later(async () => (await import('../../capabilities/rounds/taken-over.tsx')).TakenOver, { fallback: null });

/** A round as the people of a body that takes part look at it: what they have come to, once it is closed; until then their sheet, their points, where they lose some, their place where it is shown. */
export function OwnOverview({ round, closed }: { round: string; closed: boolean }) {
  return closed ? <OwnResult round={round} /> : <OwnRunning round={round} />;
}

function OwnRunning({ round }: { round: string }) {
  const { data, error, refetch } = useQuery(boardQuery(round, false));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return (
    <>
      <TakenOver round={round} />
      {data.rows.map((row) => (
        <Fragment key={row.body.id}>
          <OwnBody board={data} row={row} />
          <BesideLastYear round={round} body={row.body.id} />
          <SheetTimeline round={round} body={row.body.id} seq={row.seq} />
        </Fragment>
      ))}
    </>
  );
}

function OwnBody({ board, row }: { board: Board; row: BoardRow }) {
  const texts = useTexts(boardTexts);
  const { own } = useTexts(overviewTexts);
  const ranks = useTexts(rankingTexts);
  const { language } = useLanguage();
  const { data: ranking } = useQuery(claimedRankingQuery(board.round));
  const place = ranking?.rows.find(({ body }) => body.id === row.body.id);
  const to = { to: '/lam-viec/ky-danh-gia/$round/bang-diem/$body', params: { round: board.round, body: row.body.id } } as const;
  return (
    <Section
      title={row.body.name}
      actions={
        <Group gap="xs" className="screen-only">
          <LinkButton {...to}>{own.openSheet}</LinkButton>
        </Group>
      }
    >
      <Tiles label={row.body.name}>
        <TileLink
          {...to}
          label={texts.state}
          value={STANDING_NAMES[language][standingOf(row)]}
          more={timeText(row, language)}
          tone={row.late ? 'bad' : 'act'}
        />
        <TileLink
          {...to}
          search={{ view: 'list' }}
          label={texts.answered}
          value={scoredOf(row, language)}
          more={row.closes === null ? undefined : `${texts.closes}: ${deadlineText(row.closes, language)}`}
        />
        <TileLink
          to="/lam-viec/ky-danh-gia/$round/xep-hang"
          params={{ round: board.round }}
          label={ranks.provisionalIndex}
          value={place?.index ? indexText(place.index.rounded, language) : '–'}
          more={pointsOver(row, board, language)}
        />
        {ranking && place?.rank ? (
          <TileLink
            to="/lam-viec/ky-danh-gia/$round/xep-hang"
            params={{ round: board.round }}
            label={ranks.title}
            value={ranks.ownRank(formatCount(place.rank, language), formatCount(ranking.placed, language))}
          />
        ) : null}
      </Tiles>
      <OwnLosses round={board.round} row={row} domains={board.domains} />
    </Section>
  );
}
