import { type Standing, standingOf } from '@parindex/core/progress/standing';
import { STANDING_NAMES, TIME_NAMES } from '@parindex/core/words/states';
import type { Tone } from '../../kit/page/state-badge.tsx';
import { TileLink, Tiles } from '../../kit/page/tile.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type Chosen, timeOf } from './chosen-rows.ts';
import type { Board, BoardRow } from './queries/board.ts';
import { boardOverviewTexts } from './texts/board-overview.ts';

interface BoardTilesProps {
  readonly board: Board;
  /** Without those that count nobody, as where the time to score is over. */
  readonly someOnly: boolean;
}

/** How many bodies have come how far, each figure leading to the board with just these. */
export function BoardTiles({ board, someOnly }: BoardTilesProps) {
  const texts = useTexts(boardOverviewTexts);
  const { language } = useLanguage();
  const { tiles } = texts;
  const standings = STANDING_NAMES[language];
  const times = TIME_NAMES[language];
  const all = board.rows.length;
  const tile = (label: string, has: (row: BoardRow) => boolean, search: Chosen, tone: Tone) => {
    const count = board.rows.filter(has).length;
    if (someOnly && count === 0) return null;
    return (
      <TileLink
        to="/lam-viec/ky-danh-gia/$round/tien-do"
        params={{ round: board.round }}
        search={search}
        label={label}
        value={formatCount(count, language)}
        more={tiles.of(formatCount(all, language))}
        tone={count === 0 ? 'quiet' : tone}
      />
    );
  };
  const standing = (of: Standing, tone: Tone) => tile(standings[of], (row) => standingOf(row) === of, { state: of }, tone);
  return (
    <Tiles label={tiles.label}>
      {standing('sent', 'good')}
      {standing('frozen', 'act')}
      {standing('toFreeze', 'act')}
      {standing('open', 'act')}
      {standing('notBegun', 'warn')}
      {tile(times.late, ({ late }) => late, { time: 'late' }, 'bad')}
      {tile(times.tooSlow, (row) => timeOf(row) === 'tooSlow', { time: 'tooSlow' }, 'warn')}
    </Tiles>
  );
}
