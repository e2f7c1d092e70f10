import type { Forebear } from '../scheme/lineage.ts';
import type { ProposedBecause } from '../studio/lineage/propose.ts';
import { COMPARABILITY_NAMES } from './comparability-words.ts';
import { type Names, named, texts } from './texts.ts';

/** Why an item of the edition before is proposed as a forebear. */
export const PROPOSED_BECAUSE_NAMES = texts<Names<ProposedBecause>>({
  sameCode: { vi: 'cùng mã', en: 'same code' },
  sameTitle: { vi: 'cùng tên', en: 'same title' },
  likeTitle: { vi: 'tên gần giống', en: 'similar title' },
  sameRule: { vi: 'cùng số liệu và cách tính', en: 'same figures and rule' },
  dividedFrom: { vi: 'tiêu chí trước được tách ra', en: 'it was divided' },
  joinedFrom: { vi: 'các tiêu chí trước được gộp lại', en: 'they were joined' },
});

/** What an edition declares of whether points can be compared. */
export const LINEAGE_NAMES = texts<Names<Forebear['comparable']>>({
  yes: named(COMPARABILITY_NAMES, 'comparable'),
  partly: named(COMPARABILITY_NAMES, 'partly'),
  no: named(COMPARABILITY_NAMES, 'not'),
});
