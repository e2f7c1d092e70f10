import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { useFirstRows } from '../../kit/lists/use-first-rows.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { BoardCards } from './board-cards.tsx';
import { BoardTable, type CellKind, type RowsProps } from './board-table.tsx';
import { boardTexts } from './texts/board.ts';

/** Wide enough for the table. */
const TABLE = '(min-width: 48em)';

/** As many rows as a browser draws without being felt, and as many cards as one scrolls through on a phone. */
const ROWS_AT_ONCE = 200;
const CARDS_AT_ONCE = 15;

/** The chosen bodies, as a table or, on a phone, as cards. */
export function BoardRows(props: RowsProps) {
  const { board, rows } = props;
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const wide = useMediaQuery(TABLE, true, { getInitialValueInEffect: false });
  const [cells, setCells] = useState<CellKind>('progress');
  const { shown, more } = useFirstRows(rows, wide ? ROWS_AT_ONCE : CARDS_AT_ONCE);
  const count = (of: number) => formatCount(of, language);
  return (
    <>
      <div className="board-count">
        <Text size="sm" role="status">
          {rows.length === 0 ? texts.noneFound : texts.count(count(rows.length), count(board.rows.length))}
          {wide && rows.some(({ claims }) => claims > 0) ? ` · ${texts.claimsBeside}` : ''}
        </Text>
        {wide ? (
          <FilterChips
            label={texts.cells}
            chosen={cells}
            choices={[
              { value: 'progress', label: texts.cellsProgress },
              { value: 'points', label: texts.points },
            ]}
            onChoose={setCells}
          />
        ) : null}
      </div>
      {rows.length === 0 ? null : wide ? <BoardTable {...props} rows={shown} cells={cells} /> : <BoardCards {...props} rows={shown} />}
      {more}
    </>
  );
}
