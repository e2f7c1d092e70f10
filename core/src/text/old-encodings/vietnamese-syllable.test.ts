import { describe, expect, it } from 'vitest';
import { allSyllables } from './testing/all-syllables.ts';
import { isSyllable } from './vietnamese-syllable.ts';

describe('the spelling of a Vietnamese syllable', () => {
  it.each(
    'Nguyễn Huỳnh Quốc Quỳnh quý qúy quyết Già gì gìn giếng giặt nghĩa nghiêng ghế kỳ Kạn Hoà Hòa thuý Thúy hoàn khuya khuỷu thuở xoong yêu yến Ý ưu hươu Đắk Đăk Lắk Krông Bách ếch KHỎE Ủy Uỷ'.split(
      ' ',
    ),
  )('takes “%s”', (word) => {
    expect(isSyllable(word)).toBe(true);
    expect(isSyllable(word.normalize('NFD'))).toBe(true);
  });
  it.each('José Müller Nguyên2 NguyÔn hồa bac1 các̀ bầc tìch Lếo cế nghà gê quu wâu fâ jâ đđ ăn̂ tôông Loïc Vaên São̧ ỉa̾ toàn̉'.split(' '))(
    'does not take “%s”',
    (word) => expect(isSyllable(word)).toBe(false),
  );
  it('has some eighteen thousand syllables, and each is one in capitals too', () => {
    const all = allSyllables();
    expect(all.length).toBeGreaterThan(15_000);
    expect(all.filter((syllable) => !isSyllable(syllable.toUpperCase()))).toEqual([]);
  });
});
