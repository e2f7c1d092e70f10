import { expect, it } from 'vitest';
import { lettersNumberedFrom } from './letter-numbers.ts';
import { formOfQuery, USUAL_FORM } from './report-form.ts';

it('numbers of letters count up from the first, in as many places', () => {
  expect(lettersNumberedFrom('98/BMH-CCHC', 3)).toEqual(['98/BMH-CCHC', '99/BMH-CCHC', '100/BMH-CCHC']);
  expect(lettersNumberedFrom('TB-009/2027', 2)).toEqual(['TB-009/2027', 'TB-010/2027']);
  expect(lettersNumberedFrom('không số', 2)).toEqual(['không số', 'không số']);
});

it('who signs a letter is read of its address, the recipients a line each; nothing where nobody signs', () => {
  expect(formOfQuery({ place: 'Minh họa' })).toBeNull();
  expect(formOfQuery({ signedAs: 'head', signer: undefined, recipients: ' Ban Chỉ đạo \n\nLưu trữ' })).toEqual({
    ...USUAL_FORM,
    recipients: ['Ban Chỉ đạo', 'Lưu trữ'],
  });
});
