import { Text } from '@mantine/core';
import { ownCauseText } from '@parindex/core/words/own-causes';
import { deadlineText } from '@parindex/core/words/step-times';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Empty } from '../../kit/lists/empty.tsx';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Tile, Tiles } from '../../kit/page/tile.tsx';
import { later } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { pagesOfRound, useStandingInRound } from '../rounds/pages-of-round.ts';
import { roundTabTexts } from '../rounds/texts/round-tabs.ts';
import { type AppraisalQueue, type QueueShare, queueQuery } from './queries/appraisal.ts';
import { type Counted, QueueBodies, QueueItems } from './queue-tables.tsx';
import { appraisalTexts } from './texts/appraisal.ts';

const ItemOverBodies = later(async () => (await import('./item-over-bodies.tsx')).ItemOverBodies);
const NoticesView = later(async () => (await import('../explanation/notices-view.tsx')).NoticesView);
const DisputesView = later(async () => (await import('../explanation/disputes-view.tsx')).DisputesView);

/** How what is to be appraised is looked at; notices of it, and what goes on to the council. */
const VIEWS = ['body', 'item', 'notice', 'dispute'] as const;

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/tham-dinh');

/** What is to be appraised in a round: by body, by item, and one item over all bodies. */
export function QueuePage() {
  const texts = useTexts(appraisalTexts);
  const { round } = route.useParams();
  const { item, share } = route.useSearch();
  const {
    data: queue,
    error,
    refetch,
  } = useQuery({
    ...queueQuery(
      round,
      SHARES.find((one) => one === share),
    ),
    placeholderData: keepPreviousData,
  });
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={queue && texts.lead(queue.title, formatMoment(queue.at))}
      actions={
        <>
          <BesideQueue round={round} />
          {queue && item === undefined ? <ToNext queue={queue} /> : null}
        </>
      }
    >
      {queue ? <StepsNow queue={queue} /> : null}
      {item === undefined ? queue ? <Queue queue={queue} /> : <NotLoaded error={error} retry={refetch} /> : <ItemOverBodies round={round} item={item} />}
    </PageOfRound>
  );
}

const SHARES: readonly QueueShare[] = ['given', 'ungiven', 'all'];

/** The pages that are reached from here: distribution, and interests, for whom they are. */
function BesideQueue({ round }: { round: string }) {
  const names = useTexts(roundTabTexts);
  const standing = useStandingInRound(round);
  return (standing ? pagesOfRound(standing) : []).map((page) =>
    'under' in page ? (
      <LinkButton variant="subtle" key={page.name} to={page.to} params={{ round }}>
        {names[page.name]}
      </LinkButton>
    ) : null,
  );
}

/** Bodies that the reader does not appraise, and why. */
function OwnCauses({ causes }: { causes: AppraisalQueue['ownCauses'] }) {
  const texts = useTexts(appraisalTexts);
  const { language } = useLanguage();
  if (causes.length === 0) return null;
  return (
    <Section title={texts.ownCauses}>
      {causes.map(({ body, grounds }) => (
        <Text size="sm" key={body.id}>
          <strong>{body.name}</strong>. {ownCauseText(grounds, language)}
        </Text>
      ))}
    </Section>
  );
}

/** Whether verdicts can be given now. */
const isAppraising = ({ steps }: Pick<AppraisalQueue, 'steps'>): boolean => steps.some(({ step, open }) => open && step !== 'council');

/** Leads whoever appraises to the next of theirs. */
function ToNext({ queue }: { queue: AppraisalQueue }) {
  const texts = useTexts(appraisalTexts);
  const next = queue.mine && isAppraising(queue) ? queue.bodies.find(({ left, ready }) => ready && left > 0) : undefined;
  return next ? (
    <LinkButton to="/lam-viec/ky-danh-gia/$round/tham-dinh/$body" params={{ round: queue.round, body: next.body.id }}>
      {texts.next}
    </LinkButton>
  ) : null;
}

/** Whether something can be decided now, and until when. */
export function StepsNow({ queue: { steps, mine } }: { queue: Pick<AppraisalQueue, 'steps' | 'mine'> }) {
  const texts = useTexts(appraisalTexts);
  const { language } = useLanguage();
  const open = steps.filter((step) => step.open && step.step !== 'council');
  const now = open.map(({ step, closes }) => texts.openUntil(STEP_NAMES[language][step], deadlineText(closes, language)));
  return (
    <Notice kind="note">
      {open.length === 0 ? texts.notOpen : now.join(' ')} {mine ? texts.mine : ''}
    </Notice>
  );
}

function Queue({ queue }: { queue: AppraisalQueue }) {
  const texts = useTexts(appraisalTexts);
  const { language } = useLanguage();
  const choice = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (search: { by?: string; show?: string; share?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true, resetScroll: false });
  const by = VIEWS.find((view) => view === choice.by) ?? 'body';
  const show = choice.show === 'left' || choice.show === 'toConfirm' || choice.show === 'answers' ? choice.show : 'all';
  const kept = {
    all: () => true,
    left: (row: Counted) => row.left > 0,
    toConfirm: (row: Counted) => row.toConfirm > 0,
    answers: (row: Counted) => row.answersWaiting > 0,
  };
  const [items, bodies] = [queue.items.filter(kept[show]), queue.bodies.filter(kept[show])];
  const rows = by === 'item' ? queue.items : queue.bodies;
  const many = (only: keyof typeof kept) => rows.filter(kept[only]).length;
  const { given, ungiven, others } = queue.shares;
  // What persons have is worth a choice once something is given to anybody.
  const shared = queue.mine && (given > 0 || others > 0 || queue.share !== 'all');
  const nothing = queue.items.length === 0 || queue.bodies.length === 0;
  const sharing = (
    <FilterChips
      label={texts.whose}
      chosen={queue.share}
      choices={[
        { value: 'given', label: texts.given, count: formatCount(given, language) },
        { value: 'ungiven', label: texts.ungiven, count: formatCount(ungiven, language) },
        { value: 'all', label: texts.showAll, count: formatCount(given + ungiven + others, language) },
      ]}
      onChoose={(value) => choose({ share: value })}
    />
  );
  if (nothing)
    return (
      <>
        {shared ? sharing : null}
        <Empty title={texts.nothing} />
        <OwnCauses causes={queue.ownCauses} />
      </>
    );
  return (
    <>
      <QueueTiles queue={queue} />
      {shared ? sharing : null}
      <FilterChips
        label={texts.by}
        chosen={by}
        choices={[
          { value: 'body', label: texts.byBody, count: formatCount(queue.bodies.length, language) },
          { value: 'item', label: texts.byItem, count: formatCount(queue.items.length, language) },
          { value: 'notice', label: texts.byNotice },
          { value: 'dispute', label: texts.byDispute },
        ]}
        onChoose={(value) => choose({ by: value })}
      />
      {by === 'notice' ? <NoticesView round={queue.round} /> : null}
      {by === 'dispute' ? <DisputesView round={queue.round} /> : null}
      {by === 'notice' || by === 'dispute' ? null : (
        <FilterChips
          label={texts.show}
          chosen={show}
          choices={[
            { value: 'all', label: texts.showAll },
            { value: 'left', label: isAppraising(queue) ? texts.showLeft : texts.undecided, count: formatCount(many('left'), language) },
            ...(queue.secondPersonOver === null ? [] : [{ value: 'toConfirm', label: texts.toConfirm, count: formatCount(many('toConfirm'), language) }]),
            ...(many('answers') > 0 || show === 'answers'
              ? [{ value: 'answers', label: texts.showAnswers, count: formatCount(many('answers'), language) }]
              : []),
          ]}
          onChoose={(value) => choose({ show: value })}
        />
      )}
      {(by === 'body' && bodies.length === 0) || (by === 'item' && items.length === 0) ? (
        <Empty title={show === 'toConfirm' ? texts.noneToConfirm : texts.allDone} />
      ) : null}
      {by === 'body' ? <QueueBodies queue={queue} rows={bodies} /> : null}
      {by === 'item' ? <QueueItems queue={queue} rows={items} /> : null}
      {by === 'notice' || by === 'dispute' ? null : <OwnCauses causes={queue.ownCauses} />}
    </>
  );
}

function QueueTiles({ queue }: { queue: AppraisalQueue }) {
  const texts = useTexts(appraisalTexts);
  const { language } = useLanguage();
  const sum = (key: 'toAppraise' | 'decided' | 'changed' | 'openClaims' | 'left' | 'proposed' | 'answersWaiting', bodies = queue.bodies) =>
    bodies.reduce((total, body) => total + body[key], 0);
  const ready = queue.bodies.filter((body) => body.ready);
  const left = sum('left', ready);
  const count = (value: number) => formatCount(value, language);
  return (
    <Tiles label={texts.tiles}>
      <Tile
        label={isAppraising(queue) ? texts.left : texts.undecided}
        value={count(left)}
        more={texts.leftMore(count(sum('toAppraise', ready)))}
        tone={left === 0 ? 'good' : isAppraising(queue) ? 'act' : 'quiet'}
      />
      <Tile label={texts.decided} value={count(sum('decided'))} more={texts.of(count(sum('toAppraise')))} tone="good" />
      <Tile label={texts.changed} value={count(sum('changed'))} more={texts.of(count(sum('decided')))} tone="quiet" />
      {sum('proposed') > 0 ? <Tile label={texts.proposed} value={count(sum('proposed'))} tone="act" /> : null}
      {sum('answersWaiting') > 0 ? <Tile label={texts.answersWaiting} value={count(sum('answersWaiting'))} tone="act" /> : null}
      {sum('openClaims') > 0 ? <Tile label={texts.openClaims} value={count(sum('openClaims'))} tone="warn" /> : null}
      {ready.length < queue.bodies.length ? (
        <Tile label={texts.notReady} value={count(queue.bodies.length - ready.length)} more={texts.of(count(queue.bodies.length))} tone="quiet" />
      ) : null}
    </Tiles>
  );
}
