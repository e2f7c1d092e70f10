import { COMMUNE_ROWS } from '@parindex/core/survey/frame/testing/small-frame';
import type { TestServer } from '../../../testing/test-server.ts';
import { asking, type World } from '../../../testing/world.ts';

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

const DAY_MS = 86_400_000;

/** The design and the frame of a round's survey are brought, and the draw is declared for tomorrow. */
export async function declareSample(server: TestServer, { round, people }: World): Promise<void> {
  const { dung } = people;
  const [asks, survey] = [asking(server), `/api/rounds/${round}/survey`];
  await asks(dung, 'POST', `${survey}/sample-design`, { document: DESIGN });
  const frame = await server.app.inject({
    method: 'POST',
    url: `${survey}/sample-frame?name=dan-mau.csv`,
    headers: { cookie: `parindex_session=${dung.token}`, 'content-type': 'text/csv' },
    payload: frameCsv(),
  });
  await asks(dung, 'POST', `${survey}/draws`, {
    ...{ frame: frame.json().id, what: 'Quay số năm chữ số trước Mặt trận Tổ quốc (minh họa)', place: 'Hội trường Bộ Minh họa' },
    at: new Date(server.clock.now().getTime() + DAY_MS).toISOString(),
  });
}
