import { type Language, quote } from '@parindex/core/words/language';

interface NamedFigure {
  readonly id: string;
  readonly title: string;
}

/** Figures whose title is theirs alone, so that it can stand for them. */
function namesOf(figures: readonly NamedFigure[]): readonly NamedFigure[] {
  const times = new Map<string, number>();
  for (const { title } of figures) times.set(title, (times.get(title) ?? 0) + 1);
  return figures.filter(({ title }) => times.get(title) === 1 && !/[“”"]/.test(title));
}

const WRITTEN = /[A-Za-z][A-Za-z0-9_]*|\d+(?:\.\d+)?|,|\*/g;

/** A formula as people read it: figures by their titles, numbers with a decimal comma where the language has one. */
export function namedFormula(formula: string, figures: readonly NamedFigure[], language: Language): string {
  const titles = new Map(namesOf(figures).map(({ id, title }) => [id, quote(title)]));
  return formula.replaceAll(WRITTEN, (token) => {
    if (token === '*') return '×';
    if (token === ',') return language === 'vi' ? ';' : ',';
    if (/^\d/.test(token)) return language === 'vi' ? token.replace('.', ',') : token;
    return titles.get(token) ?? token;
  });
}

const READ = /[“"]([^“”"]*)[”"]|\d+(?:[.,]\d+)?|[;×÷−]/g;
const SIGNS: Readonly<Record<string, string>> = { ';': ',', '×': '*', '÷': '/', '−': '-' };

/** The formula that was typed, as the scheme holds it; a title that no figure has stays, and is a fault of the formula. */
export function typedFormula(text: string, figures: readonly NamedFigure[], language: Language): string {
  const ids = new Map(namesOf(figures).map(({ id, title }) => [title, id]));
  return text.replaceAll(READ, (token, title?: string) => {
    if (title !== undefined) return ids.get(title.trim()) ?? token;
    return SIGNS[token] ?? (language === 'vi' ? token.replace(',', '.') : token);
  });
}
