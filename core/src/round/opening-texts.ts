import type { Names } from '../words/texts.ts';
import type { OpeningCode } from './opening.ts';

/** What each remark on opening says to people. */
export const OPENING_TEXTS: Names<OpeningCode> = {
  noEdition: { vi: 'Chưa chọn bộ tiêu chí.', en: 'No edition of the scheme has been chosen.' },
  editionNotAdopted: { vi: 'Bộ tiêu chí còn là bản dự thảo, chưa đưa vào áp dụng.', en: 'The edition is still a draft; it has not been adopted.' },
  editionWithdrawn: {
    vi: 'Bộ tiêu chí đã thôi áp dụng; hãy chọn bộ tiêu chí đang áp dụng.',
    en: 'The edition has been withdrawn; choose one that applies.',
  },
  noParticipants: { vi: 'Chưa có cơ quan nào tham gia đánh giá.', en: 'No body takes part yet.' },
  unconfirmedParts: { vi: 'Còn phần sao chép từ kỳ trước chưa được xác nhận.', en: 'Parts copied from the round before wait to be confirmed.' },
  noSelfAssessment: { vi: 'Lịch chưa có bước tự đánh giá.', en: 'The calendar has no step of self-assessment.' },
  selfAssessmentOver: { vi: 'Bước tự đánh giá đã quá thời hạn.', en: 'The step of self-assessment ends in the past.' },
  blocksMissing: { vi: 'Xếp hạng theo khối nhưng có cơ quan chưa được xếp khối.', en: 'Ranking is within blocks, but some bodies have none.' },
  typesMissing: {
    vi: 'Có tiêu chí chỉ áp dụng cho một số loại cơ quan nhưng có cơ quan chưa rõ loại.',
    en: 'Some items apply to certain types of bodies only, but the type of some bodies is not known.',
  },
  domainsWithoutOwner: { vi: 'Có lĩnh vực chưa có cơ quan phụ trách thẩm định.', en: 'Some domains have no body that appraises them.' },
  itemsWithoutAppraiser: { vi: 'Có tiêu chí chưa có cơ quan thẩm định.', en: 'Some items have no body that appraises them.' },
  itemsOfSeveralAppraisers: { vi: 'Có tiêu chí do nhiều cơ quan cùng thẩm định.', en: 'Some items are appraised by several bodies.' },
  appraisersAlone: {
    vi: 'Có cơ quan thẩm định chưa đủ hai người; kết quả thẩm định vượt ngưỡng sẽ không có người thứ hai xác nhận.',
    en: 'Some appraising bodies have fewer than two appraisers: nobody could confirm their verdicts beyond the threshold.',
  },
  appraisedItemsUnknown: {
    vi: 'Có tiêu chí được phân công không thuộc bộ tiêu chí đã chọn.',
    en: 'Appraisers are named for items that the edition does not have.',
  },
  domainsUnknown: { vi: 'Có lĩnh vực được phân công không thuộc bộ tiêu chí đã chọn.', en: 'Owners are named for domains that the edition does not have.' },
  excludedItemsUnknown: { vi: 'Có tiêu chí được loại trừ không thuộc bộ tiêu chí đã chọn.', en: 'Items are excluded that the edition does not have.' },
  stepsOver: { vi: 'Có bước đã quá thời hạn.', en: 'Some steps end in the past.' },
  appraisalBeforeClosing: { vi: 'Bước thẩm định mở trước khi bước tự đánh giá đóng.', en: 'Appraisal opens before self-assessment closes.' },
  stepsOutOfOrder: { vi: 'Có bước mở hoặc kết thúc trước bước đứng trước.', en: 'Some steps open or end before a step that comes before.' },
  exclusionsWithoutDecision: {
    vi: 'Có tiêu chí loại trừ chưa đính kèm văn bản quyết định.',
    en: 'Some exclusions come without the decision that they rest on.',
  },
  closingOnDayOff: { vi: 'Có bước hết hạn vào ngày nghỉ.', en: 'Some steps end on a day off.' },
  bodiesNotInForce: {
    vi: 'Có cơ quan không tồn tại trong năm đánh giá theo danh mục.',
    en: 'By the registry some bodies did not exist in the year of the round.',
  },
  editionNotInForce: { vi: 'Bộ tiêu chí không có hiệu lực trong năm đánh giá.', en: 'The edition is not in force in the year of the round.' },
};
