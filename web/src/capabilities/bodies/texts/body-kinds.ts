import { bilingual } from '../../../kit/bilingual.ts';

/** What bodies are, as their kinds and their types say. */
export const bodyKindTexts = bilingual(
  {
    kinds: {
      province: 'Tỉnh, thành phố',
      ministry: 'Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ',
      department: 'Sở, cơ quan chuyên môn cấp tỉnh',
      division: 'Phòng, đơn vị trực thuộc',
      commune: 'Xã, phường, đặc khu',
    },
    types: {
      province: 'Tỉnh',
      city: 'Thành phố',
      ministry: 'Bộ',
      ministerialAgency: 'Cơ quan ngang bộ',
      governmentAgency: 'Cơ quan thuộc Chính phủ',
      department: 'Sở',
      division: 'Phòng',
      commune: 'Xã',
      ward: 'Phường',
      specialZone: 'Đặc khu',
    },
  },
  {
    kinds: {
      province: 'Provinces and cities',
      ministry: 'Ministries and central agencies',
      department: 'Departments of provinces',
      division: 'Divisions',
      commune: 'Communes, wards, special zones',
    },
    types: {
      province: 'Province',
      city: 'City',
      ministry: 'Ministry',
      ministerialAgency: 'Ministerial agency',
      governmentAgency: 'Government agency',
      department: 'Department',
      division: 'Division',
      commune: 'Commune',
      ward: 'Ward',
      specialZone: 'Special zone',
    },
  },
);
