import type { BodyKind, BodyType } from '../bodies/types.ts';
import type { ReminderKind } from '../reminders/duty.ts';
import type { GroupKind, Source } from '../scheme/types.ts';
import { type Names, texts } from './texts.ts';

/** Bodies of one level together. */
export const BODY_KIND_NAMES = texts<Names<BodyKind>>({
  province: { vi: 'Tỉnh, thành phố', en: 'Provinces and cities' },
  ministry: { vi: 'Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', en: 'Ministries and central agencies' },
  department: { vi: 'Sở, cơ quan chuyên môn cấp tỉnh', en: 'Departments of provinces' },
  division: { vi: 'Phòng, đơn vị trực thuộc', en: 'Divisions' },
  commune: { vi: 'Xã, phường, đặc khu', en: 'Communes, wards, special zones' },
});

/** What a body is. */
export const BODY_TYPE_NAMES = texts<Names<BodyType>>({
  province: { vi: 'Tỉnh', en: 'Province' },
  city: { vi: 'Thành phố', en: 'City' },
  ministry: { vi: 'Bộ', en: 'Ministry' },
  ministerialAgency: { vi: 'Cơ quan ngang bộ', en: 'Ministerial agency' },
  governmentAgency: { vi: 'Cơ quan thuộc Chính phủ', en: 'Government agency' },
  department: { vi: 'Sở', en: 'Department' },
  division: { vi: 'Phòng', en: 'Division' },
  commune: { vi: 'Xã', en: 'Commune' },
  ward: { vi: 'Phường', en: 'Ward' },
  specialZone: { vi: 'Đặc khu', en: 'Special zone' },
});

/** Where the points of an item come from. */
export const SOURCE_NAMES = texts<Names<Source>>({
  appraised: { vi: 'Điểm thẩm định', en: 'Appraised points' },
  survey: { vi: 'Điều tra xã hội học', en: 'Survey of officials' },
  satisfaction: { vi: 'Chỉ số hài lòng (SIPAS)', en: 'Satisfaction index (SIPAS)' },
  statistic: { vi: 'Số liệu thống kê', en: 'Statistics' },
});

/** Kinds of points. */
export const GROUP_NAMES = texts<Names<GroupKind>>({
  regular: { vi: 'Điểm tiêu chí', en: 'Regular points' },
  bonus: { vi: 'Điểm thưởng', en: 'Bonus points' },
  penalty: { vi: 'Điểm trừ', en: 'Penalty points' },
});

/** What somebody is reminded of. */
export const REMINDER_KIND_NAMES = texts<Names<ReminderKind>>({
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  lastDay: { vi: 'Ngày cuối', en: 'Last day' },
  returned: { vi: 'Được trả lại', en: 'Returned' },
  reopened: { vi: 'Được mở lại', en: 'Opened again' },
  dueSoon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  extended: { vi: 'Được gia hạn', en: 'Extended' },
});
