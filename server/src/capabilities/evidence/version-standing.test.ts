import { expect, it } from 'vitest';
import { type ShownDocument, type ShownVersion, standingOf } from './version-standing.ts';

const version = { number: 1, redacted: false, late: null, file: { state: 'gone' } } as unknown as ShownVersion;
const document = { form: 'file', withdrawn: null, carriedFrom: null, compared: null, personalData: false, versions: [version] };

it('the list of a package says of a document that was removed or purged which of both, and when', () => {
  const said = (gone: ShownDocument['gone']) => standingOf({ ...document, gone } as unknown as ShownDocument, version);
  const at = '2026-11-27T05:08:00Z';
  expect(said({ why: 'removed', at })).toEqual({ file: undefined, state: 'Không kèm', notes: ['đã gỡ bỏ khẩn cấp ngày 27/11/2026'] });
  expect(said({ why: 'purged', at })).toEqual({ file: undefined, state: 'Không kèm', notes: ['đã hủy do hết thời hạn bảo quản ngày 27/11/2026'] });
  expect(said(null).notes).toEqual(['không kèm: tệp không còn trong kho']);
});
