import { Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { FilterChips } from '../../kit/filter-chips.tsx';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { BoardCards } from './board-cards.tsx';
import { BoardTable, type CellKind, type RowsProps } from './board-table.tsx';
import { boardTexts } from './texts/board.ts';

/** Wide enough for the table. */
const TABLE = '(min-width: 48em)';

/** As many rows as a browser draws without being felt; the rest comes when it is asked for, and on paper. */
const AT_ONCE = 200;

/** The chosen bodies, as a table or, on a phone, as cards. */
export function BoardRows(props: RowsProps) {
  const { board, rows } = props;
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const wide = useMediaQuery(TABLE, true, { getInitialValueInEffect: false });
  const [cells, setCells] = useState<CellKind>('progress');
  const [drawn, setDrawn] = useState(AT_ONCE);
  useEffect(() => {
    const whole = () => flushSync(() => setDrawn(Number.POSITIVE_INFINITY));
    addEventListener('beforeprint', whole);
    return () => removeEventListener('beforeprint', whole);
  }, []);
  const shown = rows.slice(0, drawn);
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
      {rows.length > shown.length ? (
        <Button variant="default" className="screen-only" onClick={() => setDrawn(drawn + AT_ONCE)}>
          {texts.more(count(Math.min(AT_ONCE, rows.length - shown.length)))}
        </Button>
      ) : null}
    </>
  );
}
