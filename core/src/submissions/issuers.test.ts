import { expect, it } from 'vitest';
import { chiefOf, decidingOver, symbolOf } from './issuers.ts';

it('[F45] numbers bear what stands for their agency: committees UBND, ministries and departments their initials, others a blank', () => {
  expect([
    symbolOf('province', 'Tỉnh Minh họa 01'),
    symbolOf('ministry', 'Bộ Nội vụ'),
    symbolOf('department', 'Sở Văn hóa, Thể thao và Du lịch'),
    symbolOf('department', 'Thanh tra tỉnh'),
    symbolOf('division', 'Phòng Văn hóa - Xã hội'),
  ]).toEqual(['UBND', 'BNV', 'SVHTTDL', '……', '……']);
});

it('[F39] what a department or a division submits is decided on by the chairman of the committee above; elsewhere by the head of the agency itself', () => {
  const chief = (kind: Parameters<typeof symbolOf>[0], name: string, above: string | null = null) => chiefOf(decidingOver({ kind, name, above }));
  expect([
    chief('ministry', 'Bộ Minh họa'),
    chief('province', 'Tỉnh Minh họa 01'),
    chief('department', 'Sở Minh họa A', 'Tỉnh Minh họa 01'),
    chief('department', 'Sở Minh họa A'),
    chief('division', 'Phòng Minh họa', 'Xã Minh họa A'),
  ]).toEqual([
    'Bộ trưởng Bộ Minh họa',
    'Chủ tịch Ủy ban nhân dân tỉnh Minh họa 01',
    'Chủ tịch Ủy ban nhân dân tỉnh Minh họa 01',
    'Giám đốc Sở Minh họa A',
    'Chủ tịch Ủy ban nhân dân xã Minh họa A',
  ]);
});
