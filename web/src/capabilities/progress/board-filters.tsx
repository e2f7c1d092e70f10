import { NativeSelect, TextInput } from '@mantine/core';
import { STANDING_NAMES } from '@parindex/core/words/states';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { Filters } from '../../kit/lists/filters.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type Chosen, chosenRows, SORTS, STATES, TIME_CHOICES } from './chosen-rows.ts';
import type { Board } from './queries/board.ts';
import { boardTexts } from './texts/board.ts';

interface BoardFiltersProps {
  readonly board: Board;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** The filter and order of the board; each chip says how many bodies it would leave. */
export function BoardFilters({ board, chosen, onChoose }: BoardFiltersProps) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const blocks = [...new Set(board.rows.flatMap(({ body }) => body.block ?? []))];
  const choose = (key: keyof Chosen, value: string) => {
    const { [key]: _, ...others } = chosen;
    onChoose(value === '' ? others : { ...others, [key]: value });
  };
  const chips = (key: 'state' | 'time' | 'block', label: string, values: readonly { readonly value: string; readonly label: string }[]) => {
    const { [key]: _, ...others } = chosen;
    const count = (value: string) => chosenRows(board, value === '' ? others : { ...others, [key]: value }).length;
    // What nobody is in does not stand there to be chosen, but for what has been chosen.
    const choices = [{ value: '', label: texts.all }, ...values].flatMap((choice) => {
      const left = count(choice.value);
      return left > 0 || choice.value === (chosen[key] ?? '') ? [{ ...choice, count: formatCount(left, language) }] : [];
    });
    return <FilterChips label={label} chosen={chosen[key] ?? ''} choices={choices} onChoose={(value) => choose(key, value)} />;
  };
  const select = (key: 'domain' | 'sort', label: string, first: string, options: readonly { readonly value: string; readonly label: string }[]) => (
    <NativeSelect
      size="sm"
      label={label}
      value={chosen[key] ?? ''}
      data={[{ value: '', label: first }, ...options]}
      onChange={({ currentTarget: { value } }) => choose(key, value)}
    />
  );
  return (
    <Filters label={texts.filters} chosen={Object.keys(chosen).length > 0} className="board-filters">
      <div>
        {chips(
          'state',
          texts.state,
          STATES.map((state) => ({ value: state, label: state === 'notSent' ? texts.notSent : STANDING_NAMES[language][state] })),
        )}
        {chips(
          'time',
          texts.time,
          TIME_CHOICES.map((time) => ({ value: time, label: time === 'near' ? texts.near : texts.times[time] })),
        )}
        {blocks.length > 0
          ? chips(
              'block',
              texts.block,
              blocks.map((block) => ({ value: block, label: block })),
            )
          : null}
      </div>
      <div>
        <TextInput size="sm" type="search" label={texts.search} value={chosen.q ?? ''} onChange={({ currentTarget }) => choose('q', currentTarget.value)} />
        {select(
          'domain',
          texts.domain,
          texts.all,
          board.domains.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` })),
        )}
        {select(
          'sort',
          texts.sort,
          texts.sorts.list,
          SORTS.filter((sort) => sort !== 'list').map((sort) => ({ value: sort, label: texts.sorts[sort] })),
        )}
      </div>
    </Filters>
  );
}
