import { NativeSelect, TextInput } from '@mantine/core';
import { RANKED_AMONG } from '@parindex/core/round/ranking-shown';
import { RANKED_AMONG_NAMES } from '@parindex/core/words/ranking-words';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { Filters } from '../../kit/lists/filters.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { Ranking, RankingRow } from './queries/ranking.ts';
import { RANKING_SORTS, type RankingChoice, type RankingSort } from './ranking-rows.ts';
import { StageChips } from './stage-chips.tsx';
import { rankingTexts } from './texts/ranking.ts';

interface RankingFiltersProps {
  readonly ranking: Ranking;
  readonly choice: RankingChoice;
  readonly onChoose: (choice: RankingChoice) => void;
}

/** A choice with one more thing chosen, or without it. */
function chosenAlso(choice: RankingChoice, key: keyof RankingChoice, value: string): RankingChoice {
  const { [key]: _, ...others } = choice;
  return value === '' ? others : { ...others, [key]: value };
}

interface BodyFiltersProps extends Pick<RankingFiltersProps, 'choice' | 'onChoose'> {
  readonly of: { readonly domains: Ranking['domains']; readonly rows: readonly { readonly body: Pick<RankingRow['body'], 'block'> }[] };
}

/** By which domain bodies are ranked, and which of them are shown; of a running ranking and of a final one alike. */
export function BodyFilters({ of, choice, onChoose }: BodyFiltersProps) {
  const texts = useTexts(rankingTexts);
  const blocks = [...new Set(of.rows.flatMap(({ body }) => body.block ?? []))];
  const choose = (key: keyof RankingChoice, value: string) => onChoose(chosenAlso(choice, key, value));
  return (
    <>
      <NativeSelect
        label={texts.by}
        value={choice.domain ?? ''}
        data={[{ value: '', label: texts.whole }, ...of.domains.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` }))]}
        onChange={({ currentTarget }) => choose('domain', currentTarget.value)}
      />
      {blocks.length > 0 ? (
        <NativeSelect
          label={texts.block}
          value={choice.block ?? ''}
          data={[{ value: '', label: texts.all }, ...blocks.map((block) => ({ value: block, label: block }))]}
          onChange={({ currentTarget }) => choose('block', currentTarget.value)}
        />
      ) : null}
      {of.rows.length > 1 ? (
        <TextInput label={texts.search} type="search" value={choice.q ?? ''} onChange={({ currentTarget }) => choose('q', currentTarget.value)} />
      ) : null}
    </>
  );
}

/** Which bodies are shown, by which domain they are ranked, and at which stage where there are several. */
export function RankingFilters({ ranking, choice, onChoose }: RankingFiltersProps) {
  const texts = useTexts(rankingTexts);
  const among = useTexts(RANKED_AMONG_NAMES);
  // On a phone there are no heads to sort by.
  const sortNames: Readonly<Record<RankingSort, string | undefined>> = {
    rank: texts.rank,
    body: texts.body,
    index: texts.index,
    change: ranking.before ? texts.change(String(ranking.before.year)) : undefined,
    answered: ranking.stage === 'claimed' ? texts.answered : texts.decided,
  };
  const choose = (key: keyof RankingChoice, value: string) => onChoose(chosenAlso(choice, key, value));
  return (
    <Filters label={texts.filters} chosen={Object.keys(choice).length > 0} className="ranking-filters">
      <BodyFilters of={ranking} choice={choice} onChoose={onChoose} />
      {ranking.rows.length > 1 ? (
        <NativeSelect
          className="ranking-sort"
          label={texts.sortBy}
          value={choice.sort ?? 'rank'}
          data={RANKING_SORTS.flatMap((sort) => {
            const label = sortNames[sort];
            return label === undefined ? [] : [{ value: sort, label }];
          })}
          onChange={({ currentTarget }) => choose('sort', currentTarget.value === 'rank' ? '' : currentTarget.value)}
        />
      ) : null}
      {ranking.view === 'whole' ? (
        <FilterChips
          label={texts.among}
          chosen={ranking.among}
          choices={RANKED_AMONG.map((one) => ({ value: one, label: among[one] }))}
          onChoose={(one) => choose('among', one === 'all' ? '' : one)}
        />
      ) : null}
      <StageChips
        stages={ranking.stages}
        isClosed={ranking.closedAt !== null}
        chosen={ranking.stage}
        onChoose={(stage) => choose('stage', stage === 'final' ? '' : stage)}
      />
    </Filters>
  );
}
