import type { Stage } from '../ledger/entry.ts';
import type { RankedAmong, RankingShown } from '../round/ranking-shown.ts';
import type { Scheme } from '../scheme/types.ts';
import type { Language } from './language.ts';
import { STAGE_NAMES } from './stages.ts';
import { type Names, texts } from './texts.ts';

/** To whom the owner of a round shows its ranking, as a choice. */
export const RANKING_SHOWN_NAMES = texts<Names<RankingShown>>({
  overseers: { vi: 'Chỉ cơ quan chủ trì, Hội đồng, cơ quan thẩm định và kiểm tra', en: 'Only its owner, the council, appraisers and auditors' },
  ownPlace: { vi: 'Thêm: mỗi cơ quan tham gia xem thứ hạng của mình', en: 'Also each body that takes part, its own place' },
  participants: { vi: 'Thêm: các cơ quan tham gia xem toàn bộ xếp hạng', en: 'Also all that take part, the whole ranking' },
});

const PROVISIONAL = texts<Names<Stage>>({
  claimed: { vi: 'Tạm tính, theo điểm tự chấm', en: 'Provisional, as claimed' },
  appraised: { vi: 'Tạm tính, theo điểm thẩm định đến nay', en: 'Provisional, as appraised so far' },
  second: { vi: 'Tạm tính, theo điểm thẩm định lần hai đến nay', en: 'Provisional, as of the second appraisal so far' },
  council: { vi: 'Tạm tính, theo điểm Hội đồng kết luận đến nay', en: 'Provisional, as concluded by the council so far' },
});

/** What stands on every ranking of a round that runs, and on its exports. */
export const provisionalText = (stage: Stage, language: Language): string => PROVISIONAL[language][stage];

const AT = texts({
  at: {
    vi: (provisional: string, moment: string) => `${provisional}; số liệu lúc ${moment}.`,
    en: (provisional: string, moment: string) => `${provisional}; as of ${moment}.`,
  },
});

/** The same with the moment of its figures, as it is read: "Tạm tính, theo điểm tự chấm; số liệu lúc 08:00 01/12/2026." On pages that show points of a round that runs, and on their prints. */
export const provisionalAtText = (stage: Stage, moment: string, language: Language): string => AT[language].at(provisionalText(stage, language), moment);

/** Of a body without a place at a stage of those who appraise. */
export const UNDECIDED_NAME = texts({ undecided: { vi: 'Chưa thẩm định xong', en: 'Appraisal not finished' } });

/** Which bodies are ranked, as a choice. */
export const RANKED_AMONG_NAMES = texts<Names<RankedAmong>>({
  all: { vi: 'Tất cả cơ quan', en: 'All bodies' },
  frozen: { vi: 'Chỉ cơ quan đã chốt số liệu', en: 'Only those with frozen sheets' },
});

const NOTES = texts({
  index: {
    vi: 'Xếp theo chỉ số: điểm của các nội dung cơ quan tự chấm trên điểm tối đa của chính cơ quan đó, nhân 100; nhờ vậy các cơ quan có điểm tối đa khác nhau so sánh được với nhau. Nội dung chưa chấm tính 0 điểm. Điểm thưởng, điểm trừ và điểm do cơ quan khác chấm (điều tra xã hội học, chỉ số hài lòng) không tính.',
    en: 'By index: points of what a body scores itself over its own maximum, times 100, so that bodies with unlike maxima can be compared. What is not scored yet counts 0. Bonus, penalty and what others give (surveys) do not count.',
  },
  exact: {
    vi: 'Thứ hạng và mức tăng, giảm tính theo chỉ số chưa làm tròn: hai cơ quan có chỉ số ghi như nhau vẫn có thể khác hạng, hiệu của hai số đã ghi có thể lệch 0,01.',
    en: 'Ranks and changes go by the index before it is rounded: two bodies whose index reads alike may have unlike ranks, and a difference may be off by 0.01 from that of the figures shown.',
  },
  undecided: {
    vi: 'Chỉ xếp hạng cơ quan có mọi nội dung tự chấm đã được thẩm định (theo lĩnh vực: mọi nội dung của lĩnh vực đó), vì nội dung chưa thẩm định còn tính theo điểm tự chấm. Cơ quan chưa thẩm định xong ghi ở cuối bảng, không có thứ hạng.',
    en: 'Only bodies whose own items have all been decided on are ranked (by domain: all of that domain), as what is not decided still counts as claimed. The others stand below, without a rank.',
  },
  frozen: {
    vi: 'Chỉ gồm, và chỉ xếp hạng giữa, các cơ quan đã chốt số liệu.',
    en: 'Only bodies with frozen sheets are shown, and ranked among each other.',
  },
  before: {
    vi: (year: string) => `So với năm ${year}: chỉ trên các nội dung có điểm ở cả hai năm, theo phần trăm điểm tối đa của các nội dung đó.`,
    en: (year: string) => `Against ${year}: on the items alone that have points in both years, in percent of their maximum.`,
  },
  beforeAt: {
    vi: (year: string, stages: string) => `Điểm năm ${year} là điểm ${stages}.`,
    en: (year: string, stages: string) => `Points of ${year} are as of: ${stages}.`,
  },
  beforeUnknown: {
    vi: (year: string) => `Chưa rõ điểm năm ${year} là điểm tự chấm hay điểm thẩm định.`,
    en: (year: string) => `It is not known whether points of ${year} are as claimed or as appraised.`,
  },
  or: { vi: ' hoặc ', en: ' or ' },
  among: {
    vi: (placed: number, shown: number) => `Đã thẩm định xong, được xếp hạng: ${placed}/${shown} cơ quan.`,
    en: (placed: number, shown: number) => `Appraisal finished, and ranked: ${placed} of ${shown} bodies.`,
  },
});

interface RankedHow {
  readonly stage: Stage;
  readonly among: RankedAmong;
  readonly on: Scheme['ranking']['on'];
  /** The year before, where somebody is compared with it, with the stages at which its points are. */
  readonly before: { readonly year: number; readonly stages: readonly Stage[] } | null;
  readonly rows: readonly { readonly change: object | null }[];
}

/** What is said of the year before: on which items, and at which stage its points are; nothing where nobody is compared with it. */
export function beforeNotes({ before, rows }: Pick<RankedHow, 'before' | 'rows'>, language: Language): string[] {
  if (before === null || rows.every(({ change }) => change === null)) return [];
  const notes = NOTES[language];
  const year = String(before.year);
  const stages = before.stages.map((stage) => STAGE_NAMES[language][stage]).join(notes.or);
  return [notes.before(year), stages === '' ? notes.beforeUnknown(year) : notes.beforeAt(year, stages)];
}

/** How a ranking of a round that runs is worked out, sentence by sentence; on its page and on its exports. */
export const rankingNotes = (how: RankedHow, language: Language): string[] => {
  const { stage, among, on } = how;
  const notes = NOTES[language];
  return [
    notes.index,
    ...(on === 'exact' ? [notes.exact] : []),
    ...(stage === 'claimed' ? [] : [notes.undecided]),
    ...(among === 'all' ? [] : [notes.frozen]),
    ...beforeNotes(how, language),
  ];
};

/** How many of those shown have a place, at a stage of those who appraise: "Đã thẩm định xong, được xếp hạng: 5/63 cơ quan." */
export const placedText = (placed: number, shown: number, language: Language): string => NOTES[language].among(placed, shown);
