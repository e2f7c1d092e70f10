import { counted } from './language.ts';
import { texts } from './texts.ts';

/** A band's edges as texts: "từ … đến dưới …". */
export interface Edges {
  readonly low?: { readonly text: string; readonly taken: boolean };
  readonly high?: { readonly text: string; readonly taken: boolean };
}

interface Case {
  readonly when: string;
  readonly gives: string;
}

/** What a scheme and its rules say. */
export const SCHEME_PHRASES = texts({
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  and: { vi: 'và', en: 'and' },
  points: { vi: (count: string) => `${count} điểm`, en: (count: string) => counted(count, 'point') },
  days: { vi: (count: string) => `${count} ngày`, en: (count: string) => counted(count, 'day') },
  percentagePoints: { vi: (count: string) => `${count} điểm phần trăm`, en: (count: string) => counted(count, 'percentage point') },
  legalBasis: {
    decision: { vi: (number: string) => `Quyết định số ${number}`, en: (number: string) => `Decision No. ${number}` },
    regulation: { vi: (number: string) => `Quy định số ${number}`, en: (number: string) => `Regulation No. ${number}` },
    resolution: { vi: (number: string) => `Nghị quyết số ${number}`, en: (number: string) => `Resolution No. ${number}` },
    officialLetter: { vi: (number: string) => `Công văn số ${number}`, en: (number: string) => `Official letter No. ${number}` },
    dated: { vi: (cited: string, date: string) => `${cited} ngày ${date}`, en: (cited: string, date: string) => `${cited} of ${date}` },
    dateUnknown: { vi: (cited: string) => `${cited} (ngày ban hành chưa rõ)`, en: (cited: string) => `${cited} (its date is not known)` },
  },
  /** From when an edition holds, and what is not known of it. */
  validity: {
    from: { vi: (from: string) => `Hiệu lực: từ ngày ${from}.`, en: (from: string) => `In force: from ${from}.` },
    fromTo: {
      vi: (from: string, to: string) => `Hiệu lực: từ ngày ${from} đến hết ngày ${to}.`,
      en: (from: string, to: string) => `In force: ${from} to ${to}.`,
    },
  },
  /** Where an item stands in its decision, and who appraises it. */
  article: { vi: (text: string) => `Điều, khoản của văn bản: ${text}.`, en: (text: string) => `Article of the decision: ${text}.` },
  appraisedBy: { vi: (text: string) => `Cơ quan thẩm định: ${text}.`, en: (text: string) => `Appraised by: ${text}.` },
  notKnown: { vi: 'chưa rõ', en: 'not known' },
  statusNote: {
    official: { vi: 'Theo đúng văn bản đã ban hành.', en: 'As adopted.' },
    reconstruction: {
      vi: 'Bản tham khảo lập từ các nguồn tìm được, chưa đối chiếu với văn bản gốc.',
      en: 'Rebuilt from what could be found; not the official annex, for reference only.',
    },
    illustrative: { vi: 'Bản minh họa, không phải bộ tiêu chí đã ban hành.', en: 'Illustration; never adopted.' },
  },
  partsOnly: { vi: 'Chỉ biết tổng điểm theo phần', en: 'Only totals by part are known' },
  assumedThresholds: { vi: 'ngưỡng giả định', en: 'assumed thresholds' },
  whenNotApplicable: {
    reduceMaximum: { vi: 'Khi được xác nhận không phát sinh: giảm trừ điểm tối đa tương ứng.', en: 'Nothing arose, once confirmed: taken off the maximum.' },
    fullPoints: { vi: 'Khi được xác nhận không phát sinh: được điểm tối đa.', en: 'Nothing arose, once confirmed: full points.' },
    zero: { vi: 'Khi được xác nhận không phát sinh: 0 điểm.', en: 'Nothing arose, once confirmed: 0 points.' },
    refused: { vi: 'Không được khai “không đánh giá”.', en: 'May not be declared not applicable.' },
  },
  notArisen: {
    vi: (when: string, basis: string) =>
      `Được đề nghị không đánh giá (không phát sinh), thẩm định xác nhận thì mới tính. Trường hợp: ${when}. Căn cứ: ${basis}.`,
    en: (when: string, basis: string) =>
      `A body may ask for it not to be assessed (nothing arose), which counts once an appraiser has confirmed it. Case: ${when}. Ground: ${basis}.`,
  },
  appliesTo: { vi: (types: string) => `Chỉ áp dụng cho: ${types}.`, en: (types: string) => `Applies only to: ${types}.` },
  condition: {
    vi: (title: string, answer: string, points: string) => `Điều kiện ${title}: “${answer}” tính ${points}.`,
    en: (title: string, answer: string, points: string) => `Condition ${title}: if “${answer}”, ${points}.`,
  },
  quantity: {
    ratio: { vi: (of: string, to: string) => `tỷ lệ ${of} trên ${to}`, en: (of: string, to: string) => `the share of ${of} in ${to}` },
    days: { vi: (from: string, to: string) => `số ngày từ ${from} đến ${to}`, en: (from: string, to: string) => `the days from ${from} to ${to}` },
    estimate: { vi: (question: string) => `kết quả điều tra ${question}`, en: (question: string) => `the survey result ${question}` },
    formula: { vi: (expression: string) => `giá trị ${expression}`, en: (expression: string) => `the value ${expression}` },
    share: { vi: (expression: string) => `tỷ lệ ${expression} × 100%`, en: (expression: string) => `the share ${expression} × 100%` },
  },
  /** What a formula gives where its base is 0. */
  whenZero: {
    vi: (figure: string, value: string) => `Trường hợp ${figure} bằng 0: tính ${value}.`,
    en: (figure: string, value: string) => `Where ${figure} is 0: ${value}.`,
  },
  whenNothing: {
    notApplicable: {
      vi: 'Khi mẫu số bằng 0: không đánh giá, nếu được thẩm định xác nhận.',
      en: 'When the denominator is 0: not applicable, once an appraiser has confirmed it.',
    },
    full: { vi: 'Khi mẫu số bằng 0: được điểm tối đa.', en: 'When the denominator is 0: full points.' },
    zero: { vi: 'Khi mẫu số bằng 0: 0 điểm.', en: 'When the denominator is 0: 0 points.' },
  },
  over: {
    refuse: { vi: 'Tử số không được lớn hơn mẫu số.', en: 'The numerator may not exceed the denominator.' },
    cap: { vi: 'Tử số lớn hơn mẫu số thì tính 100%.', en: 'A numerator over the denominator counts as 100%.' },
    allow: { vi: 'Tỷ lệ có thể vượt 100%.', en: 'The share may exceed 100%.' },
  },
  edges: {
    vi: ({ low, high }: Edges) => {
      const from = low && (low.taken ? `từ ${low.text}` : `trên ${low.text}`);
      const to = high && (high.taken ? `đến ${high.text}` : `dưới ${high.text}`);
      if (from && high) return high.taken ? `${from} ${to}` : `${from} đến dưới ${high.text}`;
      return from ? (low?.taken ? `${from} trở lên` : from) : (to ?? '');
    },
    en: ({ low, high }: Edges) => {
      const from = low && (low.taken ? `from ${low.text}` : `above ${low.text}`);
      const to = high && (high.taken ? `to ${high.text}` : `below ${high.text}`);
      if (from && to) return `${from} ${high?.taken ? to : `to ${to}`}`;
      return from ?? to ?? '';
    },
  },
  /** A band of one value. */
  exactly: { vi: (value: string) => `bằng ${value}`, en: (value: string) => `exactly ${value}` },
  /** The first band of a share that cannot be greater. */
  reached: { vi: (value: string) => `đạt ${value}`, en: (value: string) => value },
  otherwise: { vi: 'các trường hợp còn lại', en: 'otherwise' },
  expression: {
    and: { vi: 'và', en: 'and' },
    or: { vi: 'hoặc', en: 'or' },
    not: { vi: 'không', en: 'not' },
    choose: {
      vi: (cases: readonly Case[], otherwise: string) => `${cases.map(({ when, gives }) => `${gives} khi ${when}; `).join('')}còn lại ${otherwise}`,
      en: (cases: readonly Case[], otherwise: string) => `${cases.map(({ when, gives }) => `if ${when} then ${gives}, else `).join('')}${otherwise}`,
    },
    days: { vi: (from: string, to: string) => `số ngày từ ${from} đến ${to}`, en: (from: string, to: string) => `days from ${from} to ${to}` },
    call: {
      min: {
        vi: (args: readonly string[]) => `số nhỏ ${args.length === 2 ? 'hơn' : 'nhất'} trong (${args.join('; ')})`,
        en: (args: readonly string[]) => `the ${args.length === 2 ? 'smaller' : 'smallest'} of (${args.join('; ')})`,
      },
      max: {
        vi: (args: readonly string[]) => `số lớn ${args.length === 2 ? 'hơn' : 'nhất'} trong (${args.join('; ')})`,
        en: (args: readonly string[]) => `the ${args.length === 2 ? 'greater' : 'greatest'} of (${args.join('; ')})`,
      },
      abs: { vi: ([of]: readonly string[]) => `giá trị tuyệt đối của (${of})`, en: ([of]: readonly string[]) => `the absolute value of (${of})` },
      floor: { vi: ([of]: readonly string[]) => `phần nguyên của (${of})`, en: ([of]: readonly string[]) => `the whole part of (${of})` },
      round: { vi: ([of, places]: readonly string[]) => `làm tròn(${of}; ${places})`, en: ([of, places]: readonly string[]) => `round(${of}; ${places})` },
    },
  },
  rule: {
    upTo: { vi: (points: string) => `đến ${points}`, en: (points: string) => `up to ${points}` },
    branch: {
      vi: (code: string, title: string) => `Theo nội dung kê khai ở tiêu chí ${code} ${title}:`,
      en: (code: string, title: string) => `Depends on the answer to item ${code} ${title}:`,
    },
    branchCase: { vi: (answer: string) => `Trường hợp ${answer}:`, en: (answer: string) => `If ${answer}:` },
    branchOtherwise: { vi: 'Các trường hợp khác:', en: 'Otherwise:' },
    branchNotApplicable: { vi: 'Không đánh giá.', en: 'Not applicable.' },
  },
  /** What an item's next points want. */
  next: {
    figure: {
      vi: (figure: string, more: string, present: string, wanted: string, points: string) =>
        `${figure} cần tăng thêm ${more} (từ ${present} lên ${wanted}) để đạt ${points}.`,
      en: (figure: string, more: string, present: string, wanted: string, points: string) =>
        `${figure} needs ${more} more (from ${present} to ${wanted}) to reach ${points}.`,
    },
    /** The rise to full points, by itself. */
    fullFrom: {
      vi: (figure: string, more: string, present: string, wanted: string, points: string) =>
        `${figure} cần tăng thêm ${more} (từ ${present} lên ${wanted}) để đạt điểm tối đa ${points}.`,
      en: (figure: string, more: string, present: string, wanted: string, points: string) =>
        `${figure} needs ${more} more (from ${present} to ${wanted}) to reach the full ${points}.`,
    },
    /** The same after another sentence on the figure. */
    full: {
      vi: (more: string, wanted: string, points: string) => `Để đạt điểm tối đa ${points}, cần tăng thêm ${more} (lên ${wanted}).`,
      en: (more: string, wanted: string, points: string) => `The full ${points} need ${more} more (up to ${wanted}).`,
    },
    option: {
      vi: (option: string, points: string) => `Phương án có điểm cao hơn tiếp theo là ${option}: ${points}.`,
      en: (option: string, points: string) => `The next answer worth more is ${option}: ${points}.`,
    },
    /** Things still to be done, each in quotes. */
    checks: {
      vi: (titles: string, points: string) => `Chưa xác nhận ${titles}; thực hiện xong thì đạt ${points}.`,
      en: (titles: string, points: string) => `Not confirmed yet: ${titles}; once done, the item has ${points}.`,
    },
  },
});
