import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { Filters } from '../../kit/lists/filters.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { laterBelow } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { FinalBodyView } from './final-body.tsx';
import { ClosingLetters, ResultPapers, useMakes } from './final-documents.tsx';
import { changeText, indexText } from './index-words.ts';
import { Movers } from './movers.tsx';
import { type FinalRanking as Final, type FinalRow, finalKept, finalRankingQuery, keepFinalResult } from './queries/final.ts';
import { BodyFilters } from './ranking-filters.tsx';
import { chosenBodies, type RankingChoice } from './ranking-rows.ts';
import { finalTexts } from './texts/final.ts';
import { rankingTexts } from './texts/ranking.ts';

const LossHeat = laterBelow(async () => (await import('./loss-heat.tsx')).LossHeat);
const TextsToPublish = laterBelow(async () => (await import('./texts-to-publish.tsx')).TextsToPublish);

interface FinalRankingProps {
  readonly round: string;
  /** Which bodies, by which domain, and of which the way is shown. */
  readonly choice: RankingChoice;
  readonly onChoose: (choice: RankingChoice) => void;
}

/** The final result of a closed round: places, and what each stage moved; of one body the way from its claim to the end. */
export function FinalRanking({ round, choice, onChoose }: FinalRankingProps) {
  const { data, error, refetch } = useQuery(finalRankingQuery(round));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  if (data.missing) return <Missing final={data} />;
  const [own, other] = data.rows.filter((row) => row.own);
  return <Shown final={data} own={other ? undefined : own?.body.id} choice={choice} onChoose={onChoose} />;
}

function Missing({ final }: { final: Final }) {
  const texts = useTexts(finalTexts);
  const keep = useAct(() => keepFinalResult(final.round), { onEnd: (client) => finalKept(client, final.round) });
  return (
    <Empty title={texts.missing}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{texts.missingMore}</Text>
        {final.mayKeep ? (
          <Button loading={keep.isPending} onClick={() => keep.mutate()}>
            {texts.keep}
          </Button>
        ) : null}
        <Outcome error={keep.error} />
      </Stack>
    </Empty>
  );
}

/** @param own the body of whoever reads, where it is one: opened until they choose another */
function Shown({ final, own, choice, onChoose }: { final: Final; own: string | undefined } & Omit<FinalRankingProps, 'round'>) {
  const { body = own, ...others } = choice;
  const texts = useTexts(finalTexts);
  const ranking = useTexts(rankingTexts);
  const makes = useMakes(final.round);
  const closed = final.closedAt === null ? '' : formatMoment(final.closedAt);
  return (
    <Stack>
      <Text size="sm" maw="75ch">
        {texts.lead(final.title, closed)} {final.made ? texts.made(final.made.by.name, formatMoment(final.made.at)) : ''}
      </Text>
      {final.view === 'own' ? <Notice kind="note">{texts.notShown}</Notice> : null}
      {body === undefined ? null : <FinalBodyView key={body} round={final.round} body={body} {...(body === own ? {} : { onClose: () => onChoose(others) })} />}
      {final.rows.length > 1 ? <ClosingLetters of={final} /> : null}
      {final.view === 'whole' ? <ResultPapers round={final.round} /> : null}
      {final.rows.length > 1 ? (
        <>
          <Filters label={ranking.filters} chosen={Object.keys(others).length > 0} className="ranking-filters">
            <BodyFilters of={final} choice={choice} onChoose={onChoose} />
          </Filters>
          <Table final={final} body={body} choice={choice} />
        </>
      ) : null}
      {final.rows.length > 1 && final.made ? (
        <>
          <Movers final={final} />
          <LossHeat round={final.round} />
        </>
      ) : null}
      {final.made && makes ? <TextsToPublish round={final.round} /> : null}
      {final.made ? (
        <details>
          <summary>{texts.hashes}</summary>
          <Facts
            cols={1}
            facts={[
              [texts.snapshotHash, final.made.snapshotHash],
              [texts.resultHash, final.made.resultHash],
            ]}
          />
        </details>
      ) : null}
    </Stack>
  );
}

const LAST = Number.MAX_SAFE_INTEGER;

function Table({ final, body, choice }: { final: Final; body: string | undefined; choice: RankingChoice }) {
  const texts = useTexts(finalTexts);
  const ranking = useTexts(rankingTexts);
  const domain = final.domains.some(({ code }) => code === choice.domain) ? choice.domain : undefined;
  // By the whole, or by one domain.
  const rows = chosenBodies(final.rows, choice)
    .map((row) => ({ row, placed: domain === undefined ? row : row.domains.find(({ code }) => code === domain) }))
    .toSorted((a, b) => (domain === undefined ? 0 : (a.placed?.rank ?? LAST) - (b.placed?.rank ?? LAST)));
  const inBlocks = domain === undefined && final.rows.some(({ blockRank }) => blockRank !== null);
  const { language } = useLanguage();
  const stages = (domain === undefined ? final.rows : []).find(({ steps }) => steps.length > 0)?.steps.map(({ stage }) => stage) ?? [];
  const classed = final.rows.some((row) => row.class !== null);
  const count = (value: number) => formatCount(value, language);
  const stepOf = (row: FinalRow, stage: FinalRow['steps'][number]['stage']) => row.steps.find((step) => step.stage === stage);
  return (
    <div className="ranking-frame">
      <table className="ranking paper-table">
        <caption className="unseen">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="ranking-rank">
              {texts.rank}
            </th>
            <th scope="col">{texts.body}</th>
            {inBlocks ? <th scope="col">{ranking.blockRank}</th> : null}
            <th scope="col">{texts.index}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col">
                {texts.stages[stage]}
              </th>
            ))}
            {classed ? <th scope="col">{texts.class}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, placed }) => (
            <tr key={row.body.id} data-own={row.own || undefined} aria-current={row.body.id === body ? 'true' : undefined}>
              <td className="ranking-rank">{placed?.rank == null ? '–' : count(placed.rank)}</td>
              <th scope="row">
                {row.steps.length > 0 ? (
                  <Link
                    aria-label={texts.open(row.body.name)}
                    to="/lam-viec/ky-danh-gia/$round/xep-hang"
                    params={{ round: final.round }}
                    search={{ ...choice, body: row.body.id }}
                  >
                    {row.body.name}
                  </Link>
                ) : (
                  row.body.name
                )}
                {row.ranked ? null : <StateBadge tone="quiet">{texts.notRanked}</StateBadge>}
                {row.body.block === null ? null : <span className="ranking-block">{row.body.block}</span>}
              </th>
              {inBlocks ? (
                <td className="figures" data-name={ranking.blockRank}>
                  {row.blockRank === null ? '–' : count(row.blockRank)}
                </td>
              ) : null}
              <td className="ranking-index figures" data-name={texts.index}>
                {placed?.index ? <strong>{indexText(placed.index.rounded, language)}</strong> : <span className="ranking-quiet">{texts.noIndex}</span>}
              </td>
              {stages.map((stage, at) => {
                const step = stepOf(row, stage);
                const told = at === 0 ? step?.index && indexText(step.index.rounded, language) : step?.change && changeText(step.change.rounded, language);
                return (
                  <td key={stage} className="figures" data-name={texts.stages[stage]}>
                    {told || '–'}
                  </td>
                );
              })}
              {classed ? <td data-name={texts.class}>{row.class?.title ?? '–'}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
