import { NativeSelect, SimpleGrid } from '@mantine/core';
import { SHEET_STATE_NAMES } from '@parindex/core/words/states';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { type Chosen, SORTS, STATES, TIMES } from './chosen-rows.ts';
import type { Board } from './queries/board.ts';
import { boardTexts } from './texts/board.ts';

interface BoardFiltersProps {
  readonly board: Board;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** The filter and order of the board. */
export function BoardFilters({ board, chosen, onChoose }: BoardFiltersProps) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const blocks = [...new Set(board.rows.flatMap(({ body }) => body.block ?? []))];
  const select = (key: keyof Chosen, label: string, options: readonly { readonly value: string; readonly label: string }[], first = texts.all) => (
    <NativeSelect
      label={label}
      value={chosen[key] ?? ''}
      data={[{ value: '', label: first }, ...options]}
      onChange={({ currentTarget: { value } }) => {
        const { [key]: _, ...others } = chosen;
        onChoose(value === '' ? others : { ...others, [key]: value });
      }}
    />
  );
  return (
    <SimpleGrid component="section" aria-label={texts.filters} className="screen-only" cols={{ base: 1, xs: 2, sm: 3, lg: 5 }} spacing="sm">
      {blocks.length > 0
        ? select(
            'block',
            texts.block,
            blocks.map((block) => ({ value: block, label: block })),
          )
        : null}
      {select(
        'state',
        texts.state,
        STATES.map((state) => ({ value: state, label: SHEET_STATE_NAMES[language][state] })),
      )}
      {select(
        'time',
        texts.time,
        TIMES.map((time) => ({ value: time, label: texts.times[time] })),
      )}
      {select(
        'domain',
        texts.domain,
        board.domains.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` })),
      )}
      {select(
        'sort',
        texts.sort,
        SORTS.filter((sort) => sort !== 'list').map((sort) => ({ value: sort, label: texts.sorts[sort] })),
        texts.sorts.list,
      )}
    </SimpleGrid>
  );
}
