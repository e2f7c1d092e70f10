import type { OwnCauseGround } from '../appraisal/own-cause.ts';
import { displayDate } from '../quantity/display.ts';
import type { Language } from './language.ts';
import { type Names, texts } from './texts.ts';

const GROUNDS = texts<Names<OwnCauseGround>>({
  member: { vi: 'Ông/Bà đang công tác tại cơ quan này hoặc đơn vị trực thuộc', en: 'you belong to this body or to one below it' },
  formerMember: { vi: 'Ông/Bà đã công tác tại cơ quan này hoặc đơn vị trực thuộc', en: 'you belonged to this body or to one below it' },
  kin: { vi: 'Ông/Bà đã khai báo có người thân công tác tại cơ quan này', en: 'it was declared that your kin work there' },
  formerWork: { vi: 'Ông/Bà đã khai báo từng công tác tại cơ quan này', en: 'it was declared that you worked there' },
  other: { vi: 'Ông/Bà đã khai báo có quan hệ khác với cơ quan này', en: 'another tie to it was declared' },
});

const SENTENCE = texts({
  because: { vi: (why: string) => `Ông/Bà không thẩm định cơ quan này vì ${why}.`, en: (why: string) => `You do not appraise this body, because ${why}.` },
  until: { vi: (day: string) => ` (được tính đến hết ngày ${day})`, en: (day: string) => ` (this counts until ${day})` },
});

/** Why somebody does not appraise a body, as a sentence to that person. */
export function ownCauseText(grounds: readonly { readonly ground: OwnCauseGround; readonly until: string | null }[], language: Language): string {
  const why = grounds.map(({ ground, until }) => `${GROUNDS[language][ground]}${until === null ? '' : SENTENCE[language].until(displayDate(until))}`);
  return SENTENCE[language].because(why.join('; '));
}
