import { texts } from '@parindex/core/words/texts';

/** What bodies are, as their kinds and their types say. */
export const bodyKindTexts = texts({
  kinds: {
    province: { vi: 'Tỉnh, thành phố', en: 'Provinces and cities' },
    ministry: { vi: 'Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', en: 'Ministries and central agencies' },
    department: { vi: 'Sở, cơ quan chuyên môn cấp tỉnh', en: 'Departments of provinces' },
    division: { vi: 'Phòng, đơn vị trực thuộc', en: 'Divisions' },
    commune: { vi: 'Xã, phường, đặc khu', en: 'Communes, wards, special zones' },
  },
  types: {
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
  },
});
