import { displayDate } from '../quantity/display.ts';
import type { InBoth } from '../words/texts.ts';
import { clockOf, dayOf, deadlineDay } from './calendar.ts';
import { STEPS, type Step, type StepTimes } from './steps.ts';

/** What an act on a round that runs brings with it, and is told before it is done: whoever does it says by these codes that they know. */
export const CONSEQUENCES = [
  // Of closing a round: what is still open, and what is opened by it.
  'bodiesUnsent',
  'stepsRunning',
  'stepsToCome',
  'extensionsRunning',
  'partsWaiting',
  'itemsNotAppraised',
  'explanationsOpen',
  'questionsOpen',
  'figuresWaiting',
  'removalsWaiting',
  'verdictsWaiting',
  'notComputed',
  'disputesOpen',
  'sessionsOpen',
  'estimatesOpened',
  // Of changing its calendar or plan.
  'deadlineEarlier',
  'stepsRemoved',
  'stepsShortened',
  'stepsOutOfOrder',
  'extensionWithoutDecision',
  'exclusionWithoutDecision',
  // Of releasing what surveys gave.
  'estimatesReadByAll',
  'declaringStillOpen',
  'bodiesWithoutEstimates',
] as const;
export type ConsequenceCode = (typeof CONSEQUENCES)[number];

/** Of these, what keeps a round from being closed: a result is not final while somebody still has to conclude, nor where it cannot be computed. */
export const KEEPS_OPEN: readonly ConsequenceCode[] = ['notComputed', 'disputesOpen', 'sessionsOpen'];

export interface Consequence {
  readonly code: ConsequenceCode;
  /** Bodies, steps or items that it is about; empty where only a count is told. */
  readonly about: readonly string[];
  readonly text: InBoth;
}

/** What is still open in a round beside its steps. */
export interface OpenInRound {
  /** Bodies by id: that have not sent; with more time; with parts that departments have in hand. */
  readonly unsent: readonly string[];
  readonly extended: readonly string[];
  readonly partsWaiting: readonly string[];
  /** Bodies that sent, with how many of their items nobody has decided on. */
  readonly notAppraised: readonly NotAppraised[];
  readonly threads: number;
  readonly questions: number;
  readonly deliveries: number;
  readonly removals: number;
  /** Bodies by id with verdicts that wait for a second person, and how many. */
  readonly proposed: readonly { readonly body: string; readonly verdicts: number }[];
  /** Items that cannot be computed as they stand. */
  readonly notComputed: readonly ItemOfBody[];
  /** What bodies brought before the council and it has not concluded on. */
  readonly disputes: readonly ItemOfBody[];
  /** Numbers of sessions of the council that are not over. */
  readonly sessions: readonly number[];
  /** Bodies that have estimates which are sealed still. */
  readonly sealed: number;
}

/** An item of a body, by their ids. */
export interface ItemOfBody {
  readonly body: string;
  readonly item: string;
}

/** How many, of how many; and what they leave open. */
const counted = (n: number, vi: string, en: string): InBoth => ({ vi: `${n} ${vi}`, en: `${n} ${en}` });

const OPENED_BY_CLOSING: InBoth = {
  vi: 'Kết quả điều tra xã hội học và mức độ hài lòng chưa công bố: từ lúc đóng kỳ, mỗi cơ quan tham gia xem được điểm của chính mình; Hội đồng, người kiểm tra và cơ quan thẩm định xem được của mọi cơ quan. Đã xem thì không thu lại được.',
  en: 'What surveys gave is not released yet: once the round is closed, each body sees its own points from surveys and satisfaction; council, auditors and appraisers see those of all bodies. What was read cannot be taken back.',
};

/** Bodies with how many of their items nobody has decided on. */
interface NotAppraised {
  readonly body: string;
  readonly items: number;
}

/** Items that nobody has decided on stay as they were claimed: told before a round is closed, and before bodies are notified. */
export const itemsNotAppraised = (found: readonly NotAppraised[]): Consequence[] => {
  const bodies = found.filter(({ items }) => items > 0);
  const items = bodies.reduce((sum, of) => sum + of.items, 0);
  const text = {
    vi: `${items} nội dung của ${bodies.length} cơ quan chưa được thẩm định, giữ theo kết quả tự chấm điểm`,
    en: `${items} items of ${bodies.length} bodies are not appraised and stay as claimed`,
  };
  return bodies.length === 0 ? [] : [{ code: 'itemsNotAppraised', about: bodies.map(({ body }) => body), text }];
};

const bodiesOf = (items: readonly ItemOfBody[]): string[] => [...new Set(items.map(({ body }) => body))];

const notComputed = (items: OpenInRound['notComputed']): InBoth => {
  const bodies = bodiesOf(items).length;
  return {
    vi: `${items.length} nội dung của ${bodies} cơ quan không tính được điểm do số liệu mâu thuẫn: đề nghị sửa số liệu trước khi đóng kỳ`,
    en: `${items.length} items of ${bodies} bodies cannot be computed, as their figures contradict each other: have the figures mended before the round is closed`,
  };
};

const disputesOpen = (disputes: OpenInRound['disputes']): InBoth => {
  const items = [...new Set(disputes.map(({ item }) => item))].join(', ');
  return {
    vi: `${disputes.length} nội dung cơ quan đề nghị Hội đồng xem xét chưa có kết luận (tiêu chí ${items}): gia hạn bước Hội đồng nếu đã hết thời gian, rồi kết luận tại một phiên họp`,
    en: `${disputes.length} items that bodies brought before the council are not concluded on (${items}): extend the step of the council where it is over, and conclude in a session`,
  };
};

const verdictsWaiting = (proposed: OpenInRound['proposed']): InBoth => {
  const verdicts = proposed.reduce((sum, of) => sum + of.verdicts, 0);
  return {
    vi: `${verdicts} kết quả thẩm định của ${proposed.length} cơ quan chờ người thứ hai xác nhận; đóng kỳ thì các kết quả này không có hiệu lực`,
    en: `${verdicts} verdicts of ${proposed.length} bodies wait for a second person; once the round is closed they do not count`,
  };
};

const sessionsOpen = (sessions: OpenInRound['sessions']): InBoth => ({
  vi: `Phiên họp Hội đồng chưa kết thúc: số ${sessions.join(', ')}`,
  en: `Sessions of the council are not over: ${sessions.join(', ')}`,
});

/** Everything that closing a round now would leave open, and what it opens; `participants` is how many bodies take part. */
export function openAtClosing(open: OpenInRound, steps: readonly StepTimes[], participants: number, now: number): Consequence[] {
  const running = steps.filter(({ opens, closes }) => opens <= now && now < closes).map(({ step }) => step);
  const toCome = steps.filter(({ opens }) => opens > now).map(({ step }) => step);
  type Found = [ConsequenceCode, number, readonly string[], InBoth];
  const found: Found[] = [
    [
      'bodiesUnsent',
      open.unsent.length,
      open.unsent,
      counted(open.unsent.length, `trong ${participants} cơ quan chưa gửi báo cáo`, `of ${participants} bodies have not sent`),
    ],
    ['stepsRunning', running.length, running, counted(running.length, 'bước đang diễn ra', 'steps are running')],
    ['stepsToCome', toCome.length, toCome, counted(toCome.length, 'bước chưa bắt đầu', 'steps are still to come')],
    ['extensionsRunning', open.extended.length, open.extended, counted(open.extended.length, 'cơ quan đang được gia hạn', 'bodies have more time')],
    [
      'partsWaiting',
      open.partsWaiting.length,
      open.partsWaiting,
      counted(open.partsWaiting.length, 'cơ quan còn phần việc của đơn vị chưa được duyệt', 'bodies have parts of departments that are not approved'),
    ],
    ...itemsNotAppraised(open.notAppraised).map(({ code, about, text }): Found => [code, about.length, about, text]),
    ['explanationsOpen', open.threads, [], counted(open.threads, 'trao đổi, giải trình chưa kết thúc', 'threads and explanations are open')],
    ['questionsOpen', open.questions, [], counted(open.questions, 'câu hỏi chưa được giải đáp', 'questions have no answer')],
    ['figuresWaiting', open.deliveries, [], counted(open.deliveries, 'đợt số liệu chưa được quyết định', 'deliveries of figures wait for a decision')],
    ['removalsWaiting', open.removals, [], counted(open.removals, 'đề nghị gỡ bỏ tài liệu chưa được quyết định', 'removals of documents wait for a decision')],
    ['verdictsWaiting', open.proposed.length, open.proposed.map(({ body }) => body), verdictsWaiting(open.proposed)],
    ['notComputed', open.notComputed.length, bodiesOf(open.notComputed), notComputed(open.notComputed)],
    ['disputesOpen', open.disputes.length, bodiesOf(open.disputes), disputesOpen(open.disputes)],
    ['sessionsOpen', open.sessions.length, [], sessionsOpen(open.sessions)],
    ['estimatesOpened', open.sealed, [], OPENED_BY_CLOSING],
  ];
  return found.flatMap(([code, count, about, text]) => (count === 0 ? [] : [{ code, about, text }]));
}

/** Steps that follow each other; monitoring and survey run beside them. */
const IN_ORDER: readonly Step[] = STEPS.filter((step) => step !== 'monitoring' && step !== 'survey');

/** Steps that open or close before one that comes before them; publication also those that open while another still runs. */
export function stepsOutOfOrder(steps: readonly StepTimes[]): Step[] {
  const dated = IN_ORDER.flatMap((step) => steps.find((times) => times.step === step) ?? []);
  return dated
    .filter((later, index) =>
      dated
        .slice(0, index)
        .some((earlier) => later.opens < earlier.opens || later.closes < earlier.closes || (later.step === 'publication' && later.opens < earlier.closes)),
    )
    .map(({ step }) => step);
}

const DAY = 24 * 3_600_000;
const join = (texts: readonly InBoth[]): InBoth => ({ vi: texts.map(({ vi }) => vi).join(' '), en: texts.map(({ en }) => en).join(' ') });

/**
 * What a new calendar of a round that runs brings with it: closings that come earlier, steps that are gone, or open later and
 * are shorter by that, and steps that were in order and are no more.
 */
export function consequencesOfCalendar(before: readonly StepTimes[], after: readonly StepTimes[], nameOf: (step: Step) => InBoth): Consequence[] {
  const had = new Map(before.map((times) => [times.step, times]));
  const earlier = after.filter(({ step, closes }) => closes < (had.get(step)?.closes ?? closes));
  const removed = before.filter(({ step }) => !after.some((times) => times.step === step)).map(({ step }) => step);
  const shortened = after.filter(({ step, opens, closes }) => {
    const was = had.get(step);
    return was !== undefined && opens > was.opens && closes - opens < was.closes - was.opens;
  });
  const wasOut = new Set(stepsOutOfOrder(before));
  const out = stepsOutOfOrder(after).filter((step) => !wasOut.has(step));
  const lost = earlier.map(({ step, closes }) => {
    const from = had.get(step)?.closes ?? closes;
    const days = Math.ceil((from - closes) / DAY);
    const [was, is] = [displayDate(deadlineDay(from)), displayDate(deadlineDay(closes))];
    return {
      vi: `“${nameOf(step).vi}” kết thúc sớm hơn: hết ngày ${is} thay vì hết ngày ${was}, các cơ quan mất ${days} ngày.`,
      en: `“${nameOf(step).en}” ends earlier: on ${is} and not on ${was}; bodies lose ${days} days.`,
    };
  });
  return [
    ...(earlier.length === 0 ? [] : [{ code: 'deadlineEarlier' as const, about: earlier.map(({ step }) => step), text: join(lost) }]),
    ...removedFrom(removed, nameOf),
    ...openingLater(shortened, had, nameOf),
    ...(out.length === 0
      ? []
      : [
          {
            code: 'stepsOutOfOrder' as const,
            about: out,
            text: {
              vi: `Không theo trình tự: ${out.map((step) => `“${nameOf(step).vi}”`).join(', ')} mở hoặc kết thúc trước bước đứng trước.`,
              en: `Out of order: ${out.map((step) => `“${nameOf(step).en}”`).join(', ')} opens or ends before a step that comes before.`,
            },
          },
        ]),
  ];
}

/** How long a step lasts, to the minute. */
const lasting = ({ opens, closes }: Pick<StepTimes, 'opens' | 'closes'>): InBoth => {
  const minutes = Math.round((closes - opens) / 60_000);
  const parts = [
    { count: Math.floor(minutes / 1440), vi: 'ngày', en: 'days' },
    { count: Math.floor((minutes % 1440) / 60), vi: 'giờ', en: 'hours' },
    { count: minutes % 60, vi: 'phút', en: 'minutes' },
  ].filter(({ count }) => count > 0);
  return { vi: parts.map(({ count, vi }) => `${count} ${vi}`).join(' '), en: parts.map(({ count, en }) => `${count} ${en}`).join(' ') };
};

/** Steps that open later than they did and last shorter than they did, each from when and how long. */
function openingLater(steps: readonly StepTimes[], had: ReadonlyMap<Step, StepTimes>, nameOf: (step: Step) => InBoth): Consequence[] {
  if (steps.length === 0) return [];
  const told = steps.map((times) => {
    const { step, opens } = times;
    const [long, now] = [lasting(had.get(step) ?? times), lasting(times)];
    return {
      vi: `“${nameOf(step).vi}” mở muộn hơn và ngắn đi: từ ${clockOf(opens).replace(':', ' giờ ')} ngày ${displayDate(dayOf(opens))}, còn ${now.vi} thay vì ${long.vi}.`,
      en: `“${nameOf(step).en}” opens later and is shorter: from ${clockOf(opens)} on ${displayDate(dayOf(opens))}, ${now.en} and not ${long.en}.`,
    };
  });
  return [{ code: 'stepsShortened', about: steps.map(({ step }) => step), text: join(told) }];
}

const removedFrom = (steps: readonly Step[], nameOf: (step: Step) => InBoth): Consequence[] =>
  steps.length === 0
    ? []
    : [
        {
          code: 'stepsRemoved',
          about: steps,
          text: {
            vi: `Không còn trong lịch của kỳ: ${steps.map((step) => `“${nameOf(step).vi}”`).join(', ')}.`,
            en: `No longer in the calendar of the round: ${steps.map((step) => `“${nameOf(step).en}”`).join(', ')}.`,
          },
        },
      ];

export const EXTENSION_WITHOUT_DECISION: Consequence = {
  code: 'extensionWithoutDecision',
  about: [],
  text: {
    vi: 'Gia hạn chưa đính kèm văn bản quyết định; người xem sổ gia hạn chỉ thấy số và ngày.',
    en: 'No decision is attached to the extension; readers of the register see its number and date alone.',
  },
};

/** Exclusions that come without the decision they rest on. */
export const exclusionsWithoutDecision = (items: readonly string[]): Consequence[] =>
  items.length === 0
    ? []
    : [
        {
          code: 'exclusionWithoutDecision',
          about: items,
          text: {
            vi: `${items.length} nội dung loại trừ chưa đính kèm văn bản quyết định.`,
            en: `${items.length} exclusions come without the decision that they rest on.`,
          },
        },
      ];

/** The estimates of a round as they lie when they are to be released. */
export interface EstimatesAtHand {
  /** Bodies by id: that have some, and that have none. */
  readonly bodies: readonly string[];
  readonly without: readonly string[];
  /** Deliveries of figures that wait for a decision. */
  readonly deliveries: number;
}

/** Everything that releasing the estimates of a round now brings with it; `declaring`: steps in which bodies still score themselves. */
export function consequencesOfRelease({ bodies, without, deliveries }: EstimatesAtHand, declaring: readonly Step[]): Consequence[] {
  const n = bodies.length;
  return [
    {
      code: 'estimatesReadByAll',
      about: [],
      text: {
        vi: `Từ lúc công bố, mỗi cơ quan trong ${n + without.length} cơ quan tham gia xem được điểm điều tra xã hội học và mức độ hài lòng của chính mình; Hội đồng, người kiểm tra và cơ quan thẩm định xem được của mọi cơ quan, cùng Chỉ số và thứ hạng tạm tính. Đã xem thì không thu lại được.`,
        en: `From then on each of the ${n + without.length} bodies sees its own points from surveys and satisfaction; council, auditors and appraisers see those of all bodies, with the provisional index and ranks. What was read cannot be taken back.`,
      },
    },
    ...(declaring.length === 0
      ? []
      : [
          {
            code: 'declaringStillOpen' as const,
            about: declaring,
            text: {
              vi: 'Bước tự đánh giá chưa kết thúc: cơ quan còn tự chấm được khi đã biết điểm điều tra.',
              en: 'Bodies still score themselves, and would do so knowing the points from surveys.',
            },
          },
        ]),
    ...(without.length === 0
      ? []
      : [
          {
            code: 'bodiesWithoutEstimates' as const,
            about: without,
            text: counted(without.length, 'cơ quan chưa có kết quả điều tra nào', 'bodies have no estimate yet'),
          },
        ]),
    ...(deliveries === 0
      ? []
      : [
          {
            code: 'figuresWaiting' as const,
            about: [],
            text: counted(
              deliveries,
              'đợt số liệu chưa được quyết định; kết quả nạp sau công bố được xem ngay',
              'deliveries of figures wait; what they bring later is seen at once',
            ),
          },
        ]),
  ];
}
