import { describe, expect, test } from 'vitest';
import { FILE_KINDS, FINDING_CODES, PAGE_ORIGINS, REFUSAL_CODES } from '../evidence/file-codes.ts';
import { FILE_KIND_WORDS, findingText, PAGE_ORIGIN_WORDS, refusalText } from './file-words.ts';
import { LANGUAGES } from './language.ts';

describe('what is told of files is told in sentences', () => {
  test.for(LANGUAGES)('[F28] in the language %s', (language) => {
    const sentences = [
      ...FINDING_CODES.map((code) => findingText({ code }, language)),
      ...REFUSAL_CODES.map((code) => refusalText(code, language)),
      ...PAGE_ORIGINS.map((origin) => PAGE_ORIGIN_WORDS[origin][language]),
    ];
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(new Set(FILE_KINDS.map((kind) => FILE_KIND_WORDS[kind][language])).size).toBe(FILE_KINDS.length);
  });

  test('[F28] number and names stand behind', () => {
    const finding = { code: 'embeddedFile', count: 2, detail: 'phu-luc.xlsx' } as const;
    expect(findingText(finding, 'vi')).toMatch(/nộp riêng\. Số lượng: 2\. Chi tiết: phu-luc\.xlsx\.$/);
    expect(findingText(finding, 'en')).toMatch(/by itself\. Number: 2\. Details: phu-luc\.xlsx\.$/);
  });
});
