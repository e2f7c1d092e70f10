import { randomUUID } from 'node:crypto';
import type { TestServer } from '../../../testing/test-server.ts';
import type { Person } from '../../../testing/world.ts';
import { pdfOf } from '../../evidence/testing/pdf-of.ts';

/** The scanned copy of a document by which a body stands for its list. */
export const confirmingCopy = (number = ''): Buffer => pdfOf([{ lines: ['Xác nhận danh sách người được lấy ý kiến (minh họa)', number] }]);
export const CONFIRMING_COPY = confirmingCopy();

/** Confirms a list at this address, by a document with its scanned copy. */
export const confirming =
  (server: TestServer, url: string) =>
  async (
    who: Person,
    document: { readonly number: string; readonly date: string; readonly version?: string },
    { id = randomUUID() as string, name = 'xac-nhan.pdf', bytes = CONFIRMING_COPY }: { id?: string; name?: string; bytes?: Buffer } = {},
  ) => {
    // Of the list as it is, unless another is told.
    const [, round, body] = /rounds\/([^/]+)\/survey\/bodies\/([^/]+)/.exec(url) ?? [];
    const { rows } = await server.owner.query('SELECT count(*)::text AS version FROM respondents.respondent WHERE round_id = $1 AND body_id = $2', [
      round,
      body,
    ]);
    const answer = await server.app.inject({
      method: 'POST',
      url: `${url}?${new URLSearchParams({ id, name, version: rows[0].version, ...document })}`,
      headers: { cookie: `parindex_session=${who.token}`, 'content-type': 'application/octet-stream' },
      payload: bytes,
    });
    return { status: answer.statusCode, body: answer.statusCode === 204 ? undefined : answer.json() };
  };
