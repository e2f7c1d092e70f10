import type { TestServer } from '../../server/src/testing/test-server.ts';
import { ask, type Person } from '../../server/src/testing/world.ts';

const DOCUMENT = `# Bộ tiêu chí đặt ra để thử việc soạn.
format: parindex-scheme/1
id: "minh-hoa-soan"
title: { vi: "Bộ tiêu chí minh họa để soạn" }
status: illustrative
groups:
  - { id: regular, kind: regular, maximum: 10 }
figures:
  - { id: done, type: count, title: { vi: "Số nhiệm vụ đã hoàn thành" } }
  - { id: planned, type: count, title: { vi: "Số nhiệm vụ được giao" } }
domains:
  - code: "1"
    title: { vi: "Chỉ đạo, điều hành" }
    maximum: 6
    criteria:
      - code: "1.1"
        title: { vi: "Ban hành kế hoạch" }
        maximum: 2.50 # hai điểm rưỡi
        source: appraised
        rule: { kind: yesNo }
      - code: "1.2"
        title: { vi: "Hoàn thành nhiệm vụ" }
        subCriteria:
          - { code: "1.2.1", title: { vi: "Tỷ lệ hoàn thành" }, maximum: 2, source: appraised, rule: { kind: yesNo } }
          - { code: "1.2.2", title: { vi: "Chất lượng hoàn thành" }, maximum: 1.5, source: appraised, rule: { kind: given } }
  - code: "2"
    title: { vi: "Cải cách thể chế" }
    maximum: 4
    criteria:
      - { code: "2.1", title: { vi: "Rà soát văn bản" }, maximum: 4, source: appraised, rule: { kind: yesNo } }
`;

/** A small draft that somebody made, without faults; its id. */
export async function makeDraft(server: TestServer, person: Person): Promise<string> {
  const { status, body } = await ask(server, person, 'POST', '/api/editions', { document: DOCUMENT, cases: '' });
  if (status !== 201) throw new Error(`no draft was made: ${JSON.stringify(body)}`);
  return body.id;
}
