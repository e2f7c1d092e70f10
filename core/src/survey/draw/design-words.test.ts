import { expect, it } from 'vitest';
import { drawDesignTexts } from './design-words.ts';
import { designOf } from './testing/designs.ts';

it('[F55] a declared design is told in sentences: strata, size, stages', () => {
  const design = designOf({
    strata: [{ column: 'Khu vực', values: ['đô thị', 'nông thôn'] }],
    size: {
      kind: 'yamane',
      margin: 0.05,
      allocation: {
        by: 'neyman',
        of: 'households',
        minimum: 2,
        deviations: [
          { stratum: ['đô thị'], value: 0.5 },
          { stratum: ['nông thôn'], value: 1200 },
        ],
      },
    },
    stages: [
      { unit: 'Mã xã', method: 'pps', reserves: 1 },
      { unit: 'cluster', method: 'systematic', take: 2 },
      { unit: 'household', method: 'simple', take: 30 },
    ],
  });
  expect(drawDesignTexts(design, 'vi')).toEqual([
    'Dàn mẫu được chia tầng theo “Khu vực” (đô thị, nông thôn).',
    'Cỡ mẫu tính theo công thức n = N / (1 + N × e²) với sai số e = 5%; số đơn vị chọn ở giai đoạn 1 được phân bổ tỷ lệ với tích của số hộ và độ lệch chuẩn của từng tầng (đô thị: 0,5; nông thôn: 1.200), mỗi tầng ít nhất 2.',
    'Giai đoạn 1: chọn “Mã xã” bằng phương pháp chọn xác suất tỷ lệ với số hộ, theo bước đều, cùng 1 đơn vị dự phòng xếp thứ tự cho mỗi danh sách.',
    'Giai đoạn 2: trong mỗi đơn vị đã chọn, chọn 2 thôn, tổ dân phố bằng phương pháp chọn hệ thống, theo bước đều, không có đơn vị dự phòng.',
    'Giai đoạn 3: trong mỗi đơn vị đã chọn, chọn 30 hộ bằng phương pháp chọn ngẫu nhiên đơn giản, không có đơn vị dự phòng.',
  ]);
});

it('[F55] a number for each stratum, and a total, are told; a frame without strata too', () => {
  const fixed = designOf({ strata: [{ column: 'Khu vực' }], size: { kind: 'fixed', count: 3, counts: [{ stratum: ['đô thị'], value: 5 }] } });
  expect(drawDesignTexts(fixed, 'vi').slice(1, 3)).toEqual([
    'Giai đoạn 1 chọn 3 thôn, tổ dân phố ở mỗi tầng.',
    'Số đơn vị chọn ở giai đoạn 1 theo từng tầng: đô thị: 5.',
  ]);
  const total = designOf({ size: { kind: 'total', count: 12, allocation: { by: 'proportional' } } });
  expect(drawDesignTexts(total, 'en')).toEqual([
    'The frame is not parted into strata.',
    'The first stage draws 12 units (cluster) in all, shared out in proportion to the units of each stratum.',
    'Stage 1: cluster, by a simple random sample, with none in reserve.',
  ]);
  expect(drawDesignTexts(designOf({ size: { kind: 'total', count: 12, allocation: { by: 'equal', minimum: 1 } } }), 'vi')[1]).toBe(
    'Giai đoạn 1 chọn tổng số 12 thôn, tổ dân phố, phân bổ đều cho các tầng, mỗi tầng ít nhất 1.',
  );
});
