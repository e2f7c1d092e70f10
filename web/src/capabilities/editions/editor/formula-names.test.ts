import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namedFormula, typedFormula } from './formula-names.ts';

const FIGURES = [
  { id: 'done', title: 'Số hồ sơ đúng hạn' },
  { id: 'all', title: 'Số hồ sơ' },
  { id: 'twin1', title: 'Hai số liệu cùng tên' },
  { id: 'twin2', title: 'Hai số liệu cùng tên' },
];

it('[F2] a formula is read and typed by the titles of figures, with signs and decimals as people write them', () => {
  expect(namedFormula('min(done / all * 1.5, 2)', FIGURES, 'vi')).toBe('min(“Số hồ sơ đúng hạn” / “Số hồ sơ” × 1,5; 2)');
  expect(namedFormula('min(done / all * 1.5, 2)', FIGURES, 'en')).toBe('min(“Số hồ sơ đúng hạn” / “Số hồ sơ” × 1.5, 2)');
  expect(typedFormula('"Số hồ sơ đúng hạn" ÷ “Số hồ sơ” × 1,5 − 0.5', FIGURES, 'vi')).toBe('done / all * 1.5 - 0.5');
  expect(typedFormula('min("Số hồ sơ"; 2)', FIGURES, 'vi')).toBe('min(all, 2)');
  expect(typedFormula('min("Số hồ sơ",2)', FIGURES, 'en')).toBe('min(all,2)');
  expect(typedFormula('“Số gì đó” / all', FIGURES, 'vi')).toBe('“Số gì đó” / all');
  expect(namedFormula('twin1 - twin2', FIGURES, 'vi')).toBe('twin1 - twin2');
});

it('[F2] what is shown of a formula gives the same formula back', () => {
  const token = fc.constantFrom('done', 'all', 'twin1', 'min(', ')', ',', ' ', '*', '/', '+', '-', '1', '0.25', '12', '<=', ' and ', '(');
  fc.assert(
    fc.property(fc.array(token, { maxLength: 20 }), fc.constantFrom('vi' as const, 'en' as const), (tokens, language) => {
      const formula = tokens.join(' ');
      expect(typedFormula(namedFormula(formula, FIGURES, language), FIGURES, language)).toBe(formula);
    }),
  );
});
