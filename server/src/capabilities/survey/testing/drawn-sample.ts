import { COMMUNE_ROWS } from '@parindex/core/survey/frame/testing/small-frame';

/** A design of three stages over invented communes, as its author writes it. */
export const DESIGN = `format: parindex-draw-design/1
title: { vi: Điều tra người dân (minh họa) }
strata:
  - column: Khu vực
    values: [đô thị, nông thôn]
size: { kind: total, count: 4, allocation: { by: proportional, of: households, minimum: 1 } }
stages:
  - { unit: Mã xã, method: pps, reserves: 1 }
  - { unit: cluster, method: simple, take: 2 }
  - { unit: household, method: systematic, take: 3 }
`;

const HEAD = ['Mã', 'Tên', 'Số hộ', 'Khu vực', 'Mã xã', 'Ghi chú'];

/** A frame as an office writes it: under a title, with semicolons, and a column that no design asks for. */
export const frameCsv = (rows: readonly (readonly (string | number)[])[] = COMMUNE_ROWS): Buffer =>
  Buffer.from(['DANH SÁCH THÔN, TỔ DÂN PHỐ (MINH HỌA);;;;;', HEAD.join(';'), ...rows.map((row) => [...row, 'đã rà soát'].join(';'))].join('\r\n'));
