import { escapedHtml } from '../../../documents/escaped-html.ts';

/** A piece of a page: made by `html`, which escapes all else. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | false | undefined | readonly Part[];

const partText = (part: Part): string => {
  if (part === false || part === undefined) return '';
  if (part instanceof Markup) return part.text;
  return Array.isArray(part) ? part.map(partText).join('') : escapedHtml(String(part));
};

/** HTML as a template: what is put in is escaped unless it is markup; false and undefined leave nothing. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(texts.map((text, index) => `${index === 0 ? '' : partText(parts[index - 1])}${text}`).join(''));
