import type { Stage } from '../ledger/entry.ts';
import type { RankingShown } from '../round/ranking-shown.ts';
import type { Language } from './language.ts';
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
