import { expect, it } from 'vitest';
import { symbolOf } from './issuers.ts';

it('[F45] numbers bear what stands for their agency: committees UBND, ministries and departments their initials, others a blank', () => {
  expect([
    symbolOf('province', 'Tỉnh Minh họa 01'),
    symbolOf('ministry', 'Bộ Nội vụ'),
    symbolOf('department', 'Sở Văn hóa, Thể thao và Du lịch'),
    symbolOf('department', 'Thanh tra tỉnh'),
    symbolOf('division', 'Phòng Văn hóa - Xã hội'),
  ]).toEqual(['UBND', 'BNV', 'SVHTTDL', '……', '……']);
});
