import type { VerdictState } from '@parindex/core/appraisal/verdict-state';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { REMARK_NAMES } from '@parindex/core/words/states';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { type Names, named, texts } from '@parindex/core/words/texts';

export const VERDICT_NAMES = texts<Names<VerdictState>>({
  waiting: { vi: 'Chưa thẩm định', en: 'Not appraised' },
  accepted: { vi: 'Chấp nhận', en: 'Accepted' },
  changed: { vi: 'Thay đổi', en: 'Changed' },
  confirmed: { vi: 'Xác nhận không phát sinh', en: 'Nothing arose: confirmed' },
  refused: { vi: 'Không chấp nhận đề nghị', en: 'Claim refused' },
});

export const appraisalTexts = texts({
  title: named(STEP_NAMES, 'appraisal'),
  lead: { vi: (name: string, moment: string) => `${name}, số liệu lúc ${moment}.`, en: (name: string, moment: string) => `${name}, as of ${moment}.` },
  mine: {
    vi: 'Chỉ gồm các tiêu chí do cơ quan của Ông/Bà thẩm định.',
    en: 'Only the items that your body appraises.',
  },
  notOpen: {
    vi: 'Hiện không trong thời gian thẩm định; chỉ xem được, chưa ghi được kết quả.',
    en: 'No appraisal is open now: it can be read, and nothing can be decided.',
  },
  openUntil: { vi: (step: string, moment: string) => `${step}: đến ${moment}.`, en: (step: string, moment: string) => `${step}: until ${moment}.` },
  tiles: { vi: 'Kết quả thẩm định đến nay', en: 'The appraisal so far' },
  left: { vi: 'Còn phải thẩm định', en: 'Left to appraise' },
  leftMore: {
    vi: (count: string) => `trong ${count} nội dung của cơ quan đã tự chấm xong`,
    en: (count: string) => `of ${count} of bodies that have ended their self-assessment`,
  },
  decided: { vi: 'Đã thẩm định', en: 'Appraised' },
  changed: { vi: 'Khác với tự chấm', en: 'Other than claimed' },
  openClaims: { vi: 'Đề nghị không đánh giá, chờ xác nhận', en: 'Claims that nothing arose, waiting' },
  notReady: { vi: 'Cơ quan đang tự chấm', en: 'Bodies still assessing themselves' },
  of: { vi: (all: string) => `trên ${all}`, en: (all: string) => `of ${all}` },
  by: { vi: 'Xem theo', en: 'Look at' },
  byBody: { vi: 'Cơ quan', en: 'Bodies' },
  byItem: { vi: 'Tiêu chí', en: 'Items' },
  byNotice: { vi: 'Thông báo kết quả', en: 'Notices' },
  byDispute: { vi: REMARK_NAMES.vi.dispute, en: 'For the council' },
  showAnswers: { vi: 'Có giải trình, chờ thẩm định lần hai', en: 'Explained, waiting' },
  answersWaiting: { vi: 'Giải trình chờ thẩm định lần hai', en: 'Explanations waiting' },
  show: { vi: 'Hiện', en: 'Show' },
  showAll: { vi: 'Tất cả', en: 'All' },
  proposed: { vi: 'Chờ người thứ hai xác nhận', en: 'Waits for a second person' },
  toConfirm: { vi: 'Chờ Ông/Bà xác nhận', en: 'For you to confirm' },
  noneToConfirm: { vi: 'Không có kết quả thẩm định nào chờ Ông/Bà xác nhận.', en: 'No verdict waits for you.' },
  showLeft: { vi: 'Còn phải thẩm định', en: 'Left to appraise' },
  whose: { vi: 'Phân công', en: 'Whose' },
  given: { vi: 'Của tôi', en: 'Mine' },
  ungiven: { vi: 'Chưa giao', en: 'Given to nobody' },
  ownCauses: { vi: 'Cơ quan Ông/Bà không thẩm định', en: 'Bodies that you do not appraise' },
  bodies: { vi: 'Các cơ quan, với số nội dung đã thẩm định', en: 'Bodies, with how many items are appraised' },
  items: { vi: 'Các tiêu chí, với số cơ quan đã thẩm định', en: 'Items, with how many bodies are appraised' },
  body: { vi: 'Cơ quan', en: 'Body' },
  item: { vi: 'Tiêu chí', en: 'Item' },
  sheet: { vi: 'Bảng chấm điểm', en: 'Sheet' },
  progress: { vi: 'Đã thẩm định', en: 'Appraised' },
  overTotal: { vi: (some: string, all: string) => `${some}/${all}`, en: (some: string, all: string) => `${some}/${all}` },
  nothing: { vi: 'Không có nội dung nào phải thẩm định', en: 'Nothing is to be appraised' },
  allDone: { vi: 'Đã thẩm định xong mọi nội dung được giao.', en: 'All that was given to you is appraised.' },
  allItems: { vi: 'Tất cả tiêu chí', en: 'All items' },
  overBodies: { vi: (code: string, title: string) => `${code}. ${title}`, en: (code: string, title: string) => `${code}. ${title}` },
  rows: { vi: 'Tiêu chí này ở từng cơ quan', en: 'This item over all bodies' },
  claimed: named(STAGE_POINTS_NAMES, 'claimed'),
  now: named(STAGE_POINTS_NAMES, 'appraised'),
  verdict: { vi: 'Kết quả', en: 'Verdict' },
  before: { vi: 'Năm trước', en: 'Year before' },
  who: { vi: 'Người thẩm định, lý do', en: 'By whom, why' },
});
