import { SegmentedControl, Text } from '@mantine/core';
import { pointsOver } from '@parindex/core/words/points-text';
import { deadlineText } from '@parindex/core/words/step-times';
import { useState } from 'react';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { BoardBody, BoardItem } from './queries/board.ts';
import { boardTexts } from './texts/board.ts';

const stateOf = ({ askedOf, state, overdue, mustMend }: BoardItem) => {
  if (askedOf === 'nobody') return 'nobody';
  if (askedOf === 'others') return state === 'notAnswered' ? 'others' : 'settled';
  if (mustMend > 0) return 'mustMend';
  if (overdue) return 'overdue';
  if (state === 'claimed') return 'claimed';
  return state === 'notAnswered' ? 'notAnswered' : 'answered';
};

const isLeft = (item: BoardItem) => ['mustMend', 'overdue', 'notAnswered'].includes(stateOf(item));

/** The items of a body on the board: only those left to do, or all. */
export function BoardItems({ body: { round, rounding, row, items } }: { body: BoardBody }) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const [shown, setShown] = useState('left');
  const rows = shown === 'left' ? items.filter(isLeft) : items;
  const columns: Column<BoardItem>[] = [
    {
      key: 'item',
      title: texts.item,
      names: true,
      least: '16rem',
      cell: ({ code, title }) => (
        <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round, body: row.body.id }} search={{ item: code }} preload={false}>
          {code}. {title}
        </Link>
      ),
    },
    {
      key: 'state',
      title: texts.itemState,
      least: '10rem',
      cell: (item) =>
        [
          texts.itemStates[stateOf(item)],
          ...(item.extendedTo === null ? [] : [texts.extended(deadlineText(item.extendedTo, language))]),
          ...(item.appraised ? [texts.isAppraised] : []),
        ].join(', '),
    },
    {
      key: 'points',
      title: texts.points,
      align: 'right',
      cell: ({ state, points, maximum }) => (state === 'scored' ? pointsOver({ points, maximum }, { rounding }, language) : '–'),
    },
    { key: 'last', title: texts.last, cell: ({ lastAt }) => (lastAt === null ? texts.never : formatMoment(lastAt)) },
  ];
  return (
    <Section
      title={texts.items}
      actions={
        <SegmentedControl
          aria-label={texts.show}
          value={shown}
          onChange={setShown}
          className="screen-only"
          data={[
            { value: 'left', label: texts.showLeft },
            { value: 'all', label: texts.showAll },
          ]}
        />
      }
    >
      {rows.length === 0 ? (
        <Text role="status">{texts.nothingLeft}</Text>
      ) : (
        <Table caption={texts.items} columns={columns} rows={rows} keyOf={({ code }) => code} dense />
      )}
    </Section>
  );
}
