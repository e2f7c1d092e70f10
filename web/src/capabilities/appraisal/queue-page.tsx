import { deadlineText } from '@parindex/core/words/step-times';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Empty } from '../../kit/lists/empty.tsx';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { Tile, Tiles } from '../../kit/page/tile.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { ItemOverBodies } from './item-over-bodies.tsx';
import { type AppraisalQueue, queueQuery } from './queries/appraisal.ts';
import { QueueBodies, QueueItems } from './queue-tables.tsx';
import { appraisalTexts } from './texts/appraisal.ts';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/tham-dinh');

/** What is to be appraised in a round: by body, by item, and one item over all bodies. */
export function QueuePage() {
  const texts = useTexts(appraisalTexts);
  const { round } = route.useParams();
  const { item } = route.useSearch();
  const { data: queue, error, refetch } = useQuery(queueQuery(round));
  return (
    <PageOfRound round={round} title={texts.title} lead={queue && texts.lead(queue.title, formatMoment(queue.at))}>
      {queue ? <StepsNow queue={queue} /> : null}
      {item === undefined ? queue ? <Queue queue={queue} /> : <NotLoaded error={error} retry={refetch} /> : <ItemOverBodies round={round} item={item} />}
    </PageOfRound>
  );
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

/** What is counted of a body or an item. */
type Counted = Pick<AppraisalQueue['items'][number], 'left' | 'toConfirm'>;

function Queue({ queue }: { queue: AppraisalQueue }) {
  const texts = useTexts(appraisalTexts);
  const { language } = useLanguage();
  const choice = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (search: { by?: string; show?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true, resetScroll: false });
  const by = choice.by === 'item' ? 'item' : 'body';
  const show = choice.show === 'left' || choice.show === 'toConfirm' ? choice.show : 'all';
  if (queue.items.length === 0 || queue.bodies.length === 0) return <Empty title={texts.nothing} />;
  const kept = { all: () => true, left: (row: Counted) => row.left > 0, toConfirm: (row: Counted) => row.toConfirm > 0 };
  const [items, bodies] = [queue.items.filter(kept[show]), queue.bodies.filter(kept[show])];
  const many = (only: 'left' | 'toConfirm') => (by === 'body' ? queue.bodies : queue.items).filter(kept[only]).length;
  return (
    <>
      <QueueTiles queue={queue} />
      <FilterChips
        label={texts.by}
        chosen={by}
        choices={[
          { value: 'body', label: texts.byBody, count: formatCount(queue.bodies.length, language) },
          { value: 'item', label: texts.byItem, count: formatCount(queue.items.length, language) },
        ]}
        onChoose={(value) => choose({ by: value })}
      />
      <FilterChips
        label={texts.show}
        chosen={show}
        choices={[
          { value: 'all', label: texts.showAll },
          { value: 'left', label: texts.showLeft, count: formatCount(many('left'), language) },
          ...(queue.secondPersonOver === null ? [] : [{ value: 'toConfirm', label: texts.toConfirm, count: formatCount(many('toConfirm'), language) }]),
        ]}
        onChoose={(value) => choose({ show: value })}
      />
      {(by === 'body' ? bodies : items).length === 0 ? <Empty title={show === 'toConfirm' ? texts.noneToConfirm : texts.allDone} /> : null}
      {by === 'body' ? <QueueBodies queue={queue} rows={bodies} /> : <QueueItems queue={queue} rows={items} />}
    </>
  );
}

function QueueTiles({ queue }: { queue: AppraisalQueue }) {
  const texts = useTexts(appraisalTexts);
  const { language } = useLanguage();
  const sum = (key: 'toAppraise' | 'decided' | 'changed' | 'openClaims' | 'left' | 'proposed', bodies = queue.bodies) =>
    bodies.reduce((total, body) => total + body[key], 0);
  const ready = queue.bodies.filter((body) => body.ready);
  const left = sum('left', ready);
  const count = (value: number) => formatCount(value, language);
  return (
    <Tiles label={texts.tiles}>
      <Tile label={texts.left} value={count(left)} more={texts.leftMore(count(sum('toAppraise', ready)))} tone={left > 0 ? 'act' : 'good'} />
      <Tile label={texts.decided} value={count(sum('decided'))} more={texts.of(count(sum('toAppraise')))} tone="good" />
      <Tile label={texts.changed} value={count(sum('changed'))} more={texts.of(count(sum('decided')))} tone="quiet" />
      {sum('proposed') > 0 ? <Tile label={texts.proposed} value={count(sum('proposed'))} tone="act" /> : null}
      {sum('openClaims') > 0 ? <Tile label={texts.openClaims} value={count(sum('openClaims'))} tone="warn" /> : null}
      {ready.length < queue.bodies.length ? (
        <Tile label={texts.notReady} value={count(queue.bodies.length - ready.length)} more={texts.of(count(queue.bodies.length))} tone="quiet" />
      ) : null}
    </Tiles>
  );
}
