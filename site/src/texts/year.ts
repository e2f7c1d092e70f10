import { texts } from '@parindex/core/words/texts';

/** One year as published: on the front page, on its own page, on the map. */
export const yearTexts = texts({
  frontTitle: { vi: (year: number) => `Chỉ số cải cách hành chính năm ${year}`, en: (year: number) => `Public administration reform index ${year}` },
  frontLead: {
    vi: (year: number) =>
      `Năm ${year} là năm gần nhất có đủ số liệu của các bộ, cơ quan ngang bộ. Số liệu của các tỉnh, thành phố mới có một phần; chỗ còn thiếu được ghi rõ, không ước tính.`,
    en: (year: number) =>
      `${year} is the newest year for which the figures of all ministries are at hand. Those of provinces are incomplete; what is missing is named and never estimated.`,
  },
  title: {
    province: {
      vi: (year: number) => `Chỉ số cải cách hành chính năm ${year} của các tỉnh, thành phố`,
      en: (year: number) => `Public administration reform index ${year}: provinces`,
    },
    ministry: {
      vi: (year: number) => `Chỉ số cải cách hành chính năm ${year} của các bộ, cơ quan ngang bộ`,
      en: (year: number) => `Public administration reform index ${year}: ministries and ministerial-level agencies`,
    },
  },
  level: { province: { vi: 'Các tỉnh, thành phố', en: 'Provinces' }, ministry: { vi: 'Các bộ, cơ quan ngang bộ', en: 'Ministries' } },
  whole: {
    vi: (known: number) => `Đủ số liệu công bố của ${known}/${known} cơ quan được xếp hạng`,
    en: (known: number) => `Published figures of all ${known} ranked bodies`,
  },
  partial: {
    vi: (known: number, possible: number) => `Mới có số liệu của ${known}/${possible} cơ quan`,
    en: (known: number, possible: number) => `Figures of ${known} of ${possible} bodies at hand`,
  },
  none: { vi: (possible: number) => `Chưa có số liệu của cơ quan nào (0/${possible})`, en: (possible: number) => `No figures at hand yet (0 of ${possible})` },
  mean: { vi: 'Trung bình cả nước', en: 'National mean' },
  meanMinistries: { vi: 'Trung bình các bộ', en: 'Mean of ministries' },
  known: { vi: 'Đã có số liệu', en: 'Figures at hand' },
  bodies: { vi: (count: number) => `${count} cơ quan`, en: (count: number) => `${count} bodies` },
  first: { vi: 'Cao nhất', en: 'Highest' },
  last: { vi: 'Thấp nhất', en: 'Lowest' },
  ranked: { vi: (rank: number) => `hạng ${rank}`, en: (rank: number) => `rank ${rank}` },
  rankedOf: { vi: (rank: number, of: number) => `hạng ${rank}/${of}`, en: (rank: number, of: number) => `rank ${rank} of ${of}` },
  against: { vi: (year: number) => `So với ${year}`, en: (year: number) => `Since ${year}` },
  changeUnknown: { vi: (year: number) => `chưa có số liệu năm ${year} để so`, en: (year: number) => `no figure of ${year} to compare with` },
  up: { vi: (places: number) => `tăng ${places} bậc`, en: (places: number) => `up ${places}` },
  down: { vi: (places: number) => `giảm ${places} bậc`, en: (places: number) => `down ${places}` },
  same: { vi: 'giữ hạng', en: 'same rank' },
  all: { vi: 'Xem cả bảng', en: 'See the whole table' },
  map: { vi: (year: number) => `Bản đồ ô các tỉnh, thành phố năm ${year}`, en: (year: number) => `Tile map of provinces, ${year}` },
  mapNote: {
    vi: 'Mỗi tỉnh, thành phố một ô bằng nhau, đặt gần đúng vị trí địa lý. Số trong ô là chỉ số; dấu – là chưa có số liệu. Hai quần đảo không có chỉ số riêng.',
    en: 'Each province is a tile of the same size, placed roughly where it lies. The number is the index; – means no figure at hand. The two archipelagos have no index of their own.',
  },
  island: { vi: (name: string, body: string) => `Quần đảo ${name} (${body})`, en: (name: string, body: string) => `${name} archipelago (${body})` },
  below: { vi: (to: string) => `dưới ${to}`, en: (to: string) => `below ${to}` },
  range: { vi: (from: string, to: string) => `${from} đến dưới ${to}`, en: (from: string, to: string) => `${from} to below ${to}` },
  above: { vi: (from: string) => `từ ${from}`, en: (from: string) => `${from} and more` },
  groups: {
    vi: (count: number) => `Phân nhóm đã công bố của đủ ${count} tỉnh, thành phố`,
    en: (count: number) => `Groups as published, all ${count} provinces`,
  },
  group: { vi: (name: string) => `Nhóm ${name}`, en: (name: string) => `Group ${name}` },
  regions: { vi: 'Trung bình các vùng (63 tỉnh, thành phố)', en: 'Means of regions (63 provinces)' },
  region: { vi: 'Vùng', en: 'Region' },
  years: { vi: 'Số liệu hiện có theo năm', en: 'What is at hand, year by year' },
  yearsNote: {
    vi: 'Số cơ quan đã có chỉ số công bố trên tổng số cơ quan của năm đó.',
    en: 'Bodies with a published index, of all bodies of that year.',
  },
  successors: {
    vi: (count: number) => `${count} tỉnh, thành phố sau sắp xếp (từ ngày 01/07/2025) được tính riêng; chỉ số của tỉnh trước sáp nhập không ghi cho tỉnh mới.`,
    en: (count: number) => `The ${count} provinces since 1 July 2025 stand by themselves; the index of a former province is never written to its successor.`,
  },
  before: { vi: (year: number) => `Năm ${year}`, en: (year: number) => `${year}` },
  otherYears: { vi: 'Năm khác', en: 'Other years' },
  choose: { vi: (name: string) => `Chọn ${name} để so sánh`, en: (name: string) => `Choose ${name} for comparison` },
  compare: { vi: 'So sánh các cơ quan đã chọn', en: 'Compare the chosen bodies' },
  compareHint: { vi: 'Chọn từ 2 đến 5 cơ quan trong bảng.', en: 'Choose two to five in the table.' },
  files: { vi: 'Tải bảng này', en: 'Download this table' },
  emptyBodies: { vi: (bodies: number) => `Chưa có số liệu của ${bodies} cơ quan`, en: (bodies: number) => `No figure at hand for ${bodies} bodies` },
  emptyYears: { vi: (years: number) => `Chưa có số liệu ${years} năm`, en: (years: number) => `No figure at hand for ${years} years` },
  show: { vi: 'hiện', en: 'show' },
  hide: { vi: 'ẩn', en: 'hide' },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
});
