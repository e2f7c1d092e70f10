import '../sheet/item.css';
import './verdict.css';
import { Button, Group, Text } from '@mantine/core';
import { itemsOfDomains } from '@parindex/core/scheme/types';
import { inLanguage } from '@parindex/core/words/index';
import { ownCauseText } from '@parindex/core/words/own-causes';
import { pointsText } from '@parindex/core/words/points-text';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LastVerdict, VerdictBadge } from '../../capabilities/appraisal/item-over-bodies.tsx';
import { useLetterKeys } from '../../capabilities/appraisal/letter-keys.ts';
import { ProposedVerdict } from '../../capabilities/appraisal/proposed-verdict.tsx';
import { type BodyAppraisal, bodyAppraisalQuery, type ItemAppraisal, itemAppraisalQuery } from '../../capabilities/appraisal/queries/appraisal.ts';
import { appraisalTexts } from '../../capabilities/appraisal/texts/appraisal.ts';
import { verdictTexts } from '../../capabilities/appraisal/texts/verdict.ts';
import { VerdictForm } from '../../capabilities/appraisal/verdict-form.tsx';
import { Explained, ExplainedActs } from '../../capabilities/explanation/explained.tsx';
import { OfficialFiguresShown } from '../../capabilities/explanation/official-figures-shown.tsx';
import { explanationQuery } from '../../capabilities/explanation/queries/explanation.ts';
import { PageOfRound } from '../../capabilities/rounds/page-of-round.tsx';
import { SheetProvider, useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { useSheetToRead } from '../../capabilities/sheets/use-sheet-to-read.ts';
import { sheetQuery } from '../../client/sheet.ts';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { later } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { DeskClaim, DeskEvidence, useFirstCited } from './desk.tsx';

const OfficialFigureActs = later(async () => (await import('../../capabilities/appraisal/official-figures.tsx')).OfficialFigureActs, { withoutLine: true });

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/tham-dinh/$body');

/** One item of one body: its claim, its evidence at the cited page, and the verdict on it, side by side. */
export function VerdictPage() {
  const texts = useTexts(verdictTexts);
  const { round, body } = route.useParams();
  const search = route.useSearch();
  const appraisal = useQuery(bodyAppraisalQuery(round, body));
  // Whoever also works for the body reads here as an appraiser, and enters nothing.
  const { shown, error, refetch } = useSheetToRead(round, body);
  const row = appraisal.data?.rows.find(({ item }) => item.code === search.item) ?? firstOf(appraisal.data);
  return (
    <PageOfRound
      round={round}
      title={appraisal.data?.body.name ?? texts.title}
      actions={
        <LinkButton
          variant="subtle"
          to="/lam-viec/ky-danh-gia/$round/tham-dinh"
          params={{ round }}
          search={search.way === 'item' && row ? { item: row.item.code } : {}}
        >
          {texts.back}
        </LinkButton>
      }
    >
      {appraisal.data && shown ? (
        <SheetProvider shown={shown}>{row ? <Desk key={row.item.code} appraisal={appraisal.data} row={row} /> : null}</SheetProvider>
      ) : (
        <NotLoaded error={appraisal.error ?? error} retry={refetch} />
      )}
    </PageOfRound>
  );
}

type Row = BodyAppraisal['rows'][number];

/** The first that the asker may confirm, else the first that was explained, else the first that waits for them, else the first of theirs, else the first of all. */
const firstOf = (appraisal: BodyAppraisal | undefined): Row | undefined =>
  appraisal?.rows.find((row) => waitsFor(row) === 'confirmation') ??
  appraisal?.rows.find(({ mine, answerWaits }) => mine && answerWaits) ??
  appraisal?.rows.find((row) => row.mine && waitsFor(row) !== null) ??
  appraisal?.rows.find(({ mine }) => mine) ??
  appraisal?.rows[0];

/** What it waits for from the asker: that they confirm what another decided; or their verdict, as nobody has given one or the body has explained it since. */
const waitsFor = ({ verdict, proposed, answerWaits }: Pick<Row, 'verdict' | 'proposed' | 'answerWaits'>): 'confirmation' | 'verdict' | null => {
  if (proposed) return proposed.acts.includes('accept') ? 'confirmation' : null;
  return verdict === 'waiting' || answerWaits ? 'verdict' : null;
};

/** A place that one goes on to. */
interface Stop {
  readonly body: string;
  readonly item: string;
  readonly waitsFor: ReturnType<typeof waitsFor>;
}

/** The places of the way that was chosen, and how to go on. */
function useWay(appraisal: BodyAppraisal, row: Row) {
  const {
    round,
    body: { id: body },
  } = appraisal;
  const { way } = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const over = useQuery({ ...itemAppraisalQuery(round, row.item.code), enabled: way === 'item' });
  const stops: readonly Stop[] =
    way === 'item'
      ? (over.data?.rows ?? []).filter(({ mine }) => mine || !row.mine).map((one) => ({ body: one.body.id, item: row.item.code, waitsFor: waitsFor(one) }))
      : appraisal.rows.filter(({ mine }) => mine || !row.mine).map((one) => ({ body, item: one.item.code, waitsFor: waitsFor(one) }));
  const at = stops.findIndex((stop) => stop.body === body && stop.item === row.item.code);
  const go = (stop: Stop | undefined) => {
    if (stop)
      void navigate({
        to: '/lam-viec/ky-danh-gia/$round/tham-dinh/$body',
        params: { round, body: stop.body },
        search: { item: stop.item, ...(way === undefined ? {} : { way }) },
      });
  };
  const next = stops[at + 1];
  const onward = [...stops.slice(at + 1), ...stops.slice(0, Math.max(0, at))];
  // What comes next is fetched while this is read.
  useEffect(() => {
    if (!next || next.body === body) return;
    void client.prefetchQuery(sheetQuery(round, next.body));
    void client.prefetchQuery(bodyAppraisalQuery(round, next.body));
  }, [client, round, body, next]);
  return {
    stops,
    at,
    next,
    previous: stops[at - 1],
    /** After a verdict: the next that waits, from here on and then from the beginning; whoever confirms confirms all before they appraise. */
    nextWaiting:
      (waitsFor(row) === 'confirmation' ? onward.find((stop) => stop.waitsFor === 'confirmation') : undefined) ?? onward.find((stop) => stop.waitsFor !== null),
    go,
  };
}

function Desk({ appraisal, row }: { appraisal: BodyAppraisal; row: Row }) {
  const texts = useTexts(verdictTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const { document, version, page, way } = route.useSearch();
  const navigate = route.useNavigate();
  const { stops, at, next, previous, nextWaiting, go } = useWay(appraisal, row);
  useLetterKeys({ j: () => go(next), k: () => go(previous) });
  const item = itemsOfDomains(shown.rules.scheme.domains).find(({ code }) => code === row.item.code);
  const cited = useFirstCited(row.item.code);
  const official = useOfficial(appraisal, row.item.code);
  const opened = document === undefined ? cited : { document, version, page: page ?? 1 };
  if (!item) return null;
  const count = (value: number) => formatCount(value, language);
  return (
    <>
      <Group justify="space-between" align="end" className="screen-only">
        <FilterChips
          label={texts.way}
          chosen={way ?? 'body'}
          choices={[
            { value: 'body', label: texts.byBody },
            { value: 'item', label: texts.byItem },
          ]}
          onChoose={(chosen) => void navigate({ search: { item: row.item.code, ...(chosen === 'item' ? { way: 'item' as const } : {}) }, replace: true })}
        />
        <Group gap="xs">
          {at < 0 ? null : (
            <Text size="sm">{texts.placeInWay(count(at + 1), count(stops.length), count(stops.filter((stop) => stop.waitsFor !== null).length))}</Text>
          )}
          <Button variant="default" size="compact-md" disabled={!previous} onClick={() => go(previous)}>
            {texts.previous}
          </Button>
          <Button variant="default" size="compact-md" disabled={!next} onClick={() => go(next)}>
            {texts.next}
          </Button>
        </Group>
      </Group>
      <article className="desk">
        <header className="item-head">
          <h2>
            {item.code}. {inLanguage(item.title, language)}
          </h2>
          {appraisal.ownCause ? null : <VerdictBadge appraised={row} />}
        </header>
        <DeskClaim item={item} grounds={opened !== undefined} />
        <DeskEvidence
          item={item}
          opened={opened}
          onPage={(to) =>
            opened &&
            void navigate({
              search: (before) => ({
                ...before,
                document: opened.document,
                ...(opened.version === undefined ? {} : { version: opened.version }),
                page: to,
              }),
              replace: true,
              resetScroll: false,
            })
          }
          onClose={() =>
            void navigate({
              search: ({ item: code, way: along }) => ({ ...(code ? { item: code } : {}), ...(along ? { way: along } : {}) }),
              resetScroll: false,
            })
          }
        />
        <section className="desk-verdict card" aria-label={texts.title}>
          <h3>{texts.title}</h3>
          <Explained round={appraisal.round} body={appraisal.body.id} item={item.code} />
          <OfficialFiguresShown figures={official.figures} />
          <YearBefore row={row} />
          <Deciding appraisal={appraisal} row={row} item={item} onDecided={() => go(nextWaiting ?? next)} />
          <ExplainedActs round={appraisal.round} body={appraisal.body.id} item={item.code} mine={row.mine} steps={appraisal.steps} />
          <OfficialActs appraisal={appraisal} row={row} item={item} />
          <Others round={appraisal.round} row={row} />
        </section>
      </article>
    </>
  );
}

/** The official figures of an item, as far as the reader is told. */
function useOfficial({ round, body }: BodyAppraisal, item: string) {
  const { data } = useQuery(explanationQuery({ round, body: body.id }));
  return { seq: data?.seq, figures: data?.officialFigures.filter(({ items }) => items.includes(item)) ?? [] };
}

/** Whoever decides on the item records what is officially known of its figures. */
function OfficialActs({ appraisal, row, item }: Omit<DecidingProps, 'onDecided'>) {
  const { seq, figures } = useOfficial(appraisal, item.code);
  const { shown } = useSheet();
  const isOpen = appraisal.steps.some(({ step, open }) => open && step !== 'council');
  const usesFigures = shown.rules.forms.get(item.code)?.fields.some(({ use, target }) => use === 'input' && target.kind === 'figure') === true;
  const records = seq !== undefined && row.mine && !appraisal.ownCause && isOpen && usesFigures;
  return records ? <OfficialFigureActs key={figures.map((one) => one.seq).join(' ')} item={item} seq={seq} before={figures} /> : null;
}

interface DecidingProps {
  readonly appraisal: BodyAppraisal;
  readonly row: Row;
  readonly item: Parameters<typeof VerdictForm>[0]['item'];
  readonly onDecided: () => void;
}

/** What the item came to the year before, and why, where that year was run here. */
function YearBefore({ row: { before, decidedBefore } }: { row: Row }) {
  const texts = useTexts(verdictTexts).before;
  const { language } = useLanguage();
  const { scheme } = useSheet().shown.rules;
  if (before === null && decidedBefore === null) return null;
  const said = decidedBefore && [decidedBefore.reason.name, decidedBefore.reason.text].filter((part) => part !== null).join(': ');
  return (
    <Text size="sm">
      {before === null ? null : texts.points(pointsText(before, scheme, language))} {said ? texts.reason(said) : decidedBefore ? texts.accepted : null}
    </Text>
  );
}

/** What was decided last, and the form or why there is none. */
function Deciding(props: DecidingProps) {
  const texts = useTexts(verdictTexts);
  return (
    <>
      {props.row.last ? (
        <Text size="sm" component="div">
          {texts.given} <LastVerdict appraised={props.row} />
        </Text>
      ) : null}
      <Decision {...props} />
    </>
  );
}

function Decision({ appraisal, row, item, onDecided }: DecidingProps) {
  const texts = useTexts(verdictTexts);
  const { language } = useLanguage();
  // What was typed stays before whoever typed it, though the body scores again meanwhile.
  const [begun] = useState(row.ready);
  const official = useOfficial(appraisal, item.code).figures;
  if (appraisal.ownCause) return <Notice kind="note">{ownCauseText(appraisal.ownCause, language)}</Notice>;
  if (!row.mine && !row.proposed)
    return <Text size="sm">{row.holders.length > 0 ? texts.givenTo(row.holders.map(({ name }) => name).join(', ')) : texts.notMine}</Text>;
  const stillScoring = row.stage && !row.ready ? <Notice kind="note">{texts.stillScoring}</Notice> : null;
  if (stillScoring && !begun) return stillScoring;
  if (row.proposed) return <ProposedVerdict item={item} proposed={row.proposed} onDecided={onDecided} />;
  if (!row.stage) return <Text size="sm">{texts.notOpen}</Text>;
  return (
    <>
      {stillScoring}
      <VerdictForm item={item} stage={row.stage} terms={appraisal} official={official} decided={row.verdict !== 'waiting'} onDecided={onDecided} />
    </>
  );
}

/** How the same item was decided for others: how many of each, so that like things are decided alike. */
function Others({ round, row }: { round: string; row: Row }) {
  const texts = useTexts(verdictTexts);
  const { language } = useLanguage();
  const { data } = useQuery(itemAppraisalQuery(round, row.item.code));
  return (
    <section className="verdict-others" aria-label={texts.others}>
      <h4>{texts.others}</h4>
      {data ? <Spread appraisal={data} language={language} /> : <Loading />}
      <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh" params={{ round }} search={{ item: row.item.code }}>
        {texts.allOthers}
      </Link>
    </section>
  );
}

function Spread({ appraisal: { rows }, language }: { appraisal: ItemAppraisal; language: 'vi' | 'en' }) {
  const names = useTexts(appraisalTexts);
  const byVerdict = Map.groupBy(rows, ({ verdict }) => verdict);
  return (
    <ul className="verdict-spread">
      {[...byVerdict].map(([verdict, of]) => (
        <li key={verdict}>
          <VerdictBadge appraised={{ verdict }} /> {names.overTotal(formatCount(of.length, language), formatCount(rows.length, language))}
        </li>
      ))}
    </ul>
  );
}
