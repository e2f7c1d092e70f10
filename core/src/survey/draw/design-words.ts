import { displayDecimal, displayPercent } from '../../quantity/display.ts';
import { fromText } from '../../quantity/rational.ts';
import { type Language, quote } from '../../words/language.ts';
import { type Names, texts } from '../../words/texts.ts';
import type { Allocation, CountedOf, DrawDesign, DrawMethod, OfStratum, SampleSize, Stage } from './design.ts';
import { unitName } from './draw-words.ts';

/** How units are chosen. */
const METHODS: Names<DrawMethod> = {
  simple: { vi: 'ngẫu nhiên đơn giản', en: 'a simple random sample' },
  systematic: { vi: 'hệ thống, theo bước đều', en: 'a systematic sample, at equal steps' },
  pps: { vi: 'xác suất tỷ lệ với số hộ, theo bước đều', en: 'chances in proportion to households, at equal steps' },
};

const COUNTED: Names<CountedOf> = { units: { vi: 'số đơn vị', en: 'units' }, households: { vi: 'số hộ', en: 'households' } };

const SAYS = texts({
  noStrata: { vi: 'Dàn mẫu không chia tầng.', en: 'The frame is not parted into strata.' },
  strata: { vi: (columns: string) => `Dàn mẫu được chia tầng theo ${columns}.`, en: (columns: string) => `The frame is parted into strata by ${columns}.` },
  count: {
    vi: (count: string, unit: string) => `Giai đoạn 1 chọn ${count} ${unit} ở mỗi tầng.`,
    en: (count: string, unit: string) => `The first stage draws ${count} units (${unit}) in each stratum.`,
  },
  counts: {
    vi: (counts: string) => `Số đơn vị chọn ở giai đoạn 1 theo từng tầng: ${counts}.`,
    en: (counts: string) => `Units drawn in the first stage, by stratum: ${counts}.`,
  },
  total: {
    vi: (count: string, unit: string, shared: string) => `Giai đoạn 1 chọn tổng số ${count} ${unit}, phân bổ ${shared}.`,
    en: (count: string, unit: string, shared: string) => `The first stage draws ${count} units (${unit}) in all, shared out ${shared}.`,
  },
  yamane: {
    vi: (margin: string, shared: string) =>
      `Cỡ mẫu tính theo công thức n = N / (1 + N × e²) với sai số e = ${margin}; số đơn vị chọn ở giai đoạn 1 được phân bổ ${shared}.`,
    en: (margin: string, shared: string) =>
      `The sample’s size follows n = N / (1 + N × e²) with a margin of e = ${margin}; the units of the first stage are shared out ${shared}.`,
  },
  equal: { vi: 'đều cho các tầng', en: 'equally among strata' },
  proportional: { vi: (of: string) => `tỷ lệ với ${of} của từng tầng`, en: (of: string) => `in proportion to the ${of} of each stratum` },
  neyman: {
    vi: (of: string, deviations: string) => `tỷ lệ với tích của ${of} và độ lệch chuẩn của từng tầng (${deviations})`,
    en: (of: string, deviations: string) => `in proportion to the ${of} times the standard deviation of each stratum (${deviations})`,
  },
  minimum: { vi: (count: string) => `, mỗi tầng ít nhất ${count}`, en: (count: string) => `, at least ${count} in each` },
  first: {
    vi: (unit: string, method: string) => `Giai đoạn 1: chọn ${unit} bằng phương pháp chọn ${method}`,
    en: (unit: string, method: string) => `Stage 1: ${unit}, by ${method}`,
  },
  next: {
    vi: (stage: number, take: string, unit: string, method: string) =>
      `Giai đoạn ${stage}: trong mỗi đơn vị đã chọn, chọn ${take} ${unit} bằng phương pháp chọn ${method}`,
    en: (stage: number, take: string, unit: string, method: string) => `Stage ${stage}: in each unit drawn before, ${take} units (${unit}) by ${method}`,
  },
  reserves: {
    vi: (count: string) => `, cùng ${count} đơn vị dự phòng xếp thứ tự cho mỗi danh sách.`,
    en: (count: string) => `, with ${count} in reserve, in order, for each list.`,
  },
  noReserves: { vi: ', không có đơn vị dự phòng.', en: ', with none in reserve.' },
});

const numbersOf = (numbers: readonly OfStratum[], language: Language): string =>
  numbers.map(({ stratum, value }) => `${stratum.join(', ')}: ${displayDecimal(value, language)}`).join('; ');

function allocationText(allocation: Allocation, language: Language): string {
  const says = SAYS[language];
  const shared = () => {
    switch (allocation.by) {
      case 'equal':
        return says.equal;
      case 'proportional':
        return says.proportional(COUNTED[allocation.of][language]);
      case 'neyman':
        return says.neyman(COUNTED[allocation.of][language], numbersOf(allocation.deviations, language));
    }
  };
  return `${shared()}${allocation.minimum === '0' ? '' : says.minimum(displayDecimal(allocation.minimum, language))}`;
}

function sizeTexts(size: SampleSize, unit: string, language: Language): string[] {
  const says = SAYS[language];
  const number = (text: string) => displayDecimal(text, language);
  switch (size.kind) {
    case 'fixed':
      return [
        ...(size.count === undefined ? [] : [says.count(number(size.count), unit)]),
        ...(size.counts.length === 0 ? [] : [says.counts(numbersOf(size.counts, language))]),
      ];
    case 'total':
      return [says.total(number(size.count), unit, allocationText(size.allocation, language))];
    case 'yamane':
      return [says.yamane(displayPercent(fromText(size.margin), language), allocationText(size.allocation, language))];
  }
}

function stageText({ unit, method, take, reserves }: Stage, index: number, language: Language): string {
  const says = SAYS[language];
  const [named, by] = [unitName(unit, language), METHODS[method][language]];
  const chosen = index === 0 ? says.first(named, by) : says.next(index + 1, displayDecimal(take ?? '1', language), named, by);
  return `${chosen}${reserves === '0' ? says.noReserves : says.reserves(displayDecimal(reserves, language))}`;
}

/** A declared design in sentences: its strata, how many units, and each stage. */
export function drawDesignTexts({ strata, size, stages }: DrawDesign, language: Language): string[] {
  const says = SAYS[language];
  const columns = strata.map(({ column, values }) => `${quote(column)}${values === undefined ? '' : ` (${values.join(', ')})`}`).join('; ');
  return [
    strata.length === 0 ? says.noStrata : says.strata(columns),
    ...sizeTexts(size, unitName(stages[0]?.unit, language), language),
    ...stages.map((stage, index) => stageText(stage, index, language)),
  ];
}
