import { createHash } from 'node:crypto';
import { type ClosedResponse, type LineForm, responseLines, responseTable } from '@parindex/core/survey/export/index';
import type { Questionnaire } from '@parindex/core/survey/index';
import type { Language } from '@parindex/core/words/language';
import { writeRows } from '../../../documents/xlsx-rows.ts';
import type { KeptResponse } from '../queries/answers-export.ts';
import { workbookTexts } from './workbook-texts.ts';

/** What a file is made of. */
export interface AnswersForm {
  readonly form: Questionnaire;
  /** Bodies by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly as: 'csv' | 'labelled' | 'xlsx';
  readonly language: Language;
}

/** Makes a file piece by piece. */
interface AnswersWriter {
  begin(): Promise<Uint8Array>;
  add(responses: readonly ClosedResponse[]): Promise<Uint8Array>;
  end(rows: number): Promise<Uint8Array>;
}

/** By this spreadsheets know that it is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** CSV, whose last line tells how many responses there are and the hash of all bytes before it. */
function csvWriter(form: Questionnaire, as: LineForm): AnswersWriter {
  const [lines, hash] = [responseLines(form, as), createHash('sha256')];
  const hashed = async (text: string): Promise<Uint8Array> => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    return bytes;
  };
  return {
    begin: () => hashed(BYTE_ORDER_MARK + lines.head),
    add: (responses) => hashed(responses.map(lines.line).join('')),
    end: async (rows) => Buffer.from(lines.last(rows, hash.digest('hex'))),
  };
}

/** A number of which nothing is lost as one; else the text. */
const asNumber = (text: string): string | number => (/^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text);

/** A workbook in words, whose last line tells how many responses there are. */
function workbookWriter(form: Questionnaire, language: Language, bodyName: (id: string) => string): AnswersWriter {
  const texts = workbookTexts[language];
  const { head, cells, numbers } = responseTable(form, { words: language, bodyName });
  const rows = writeRows(texts.sheet, head);
  return {
    begin: () => rows.add([]),
    add: (responses) => rows.add(responses.map((response) => cells(response).map((cell, at) => (numbers.has(at) ? asNumber(String(cell)) : cell)))),
    end: async (count) => {
      const before = await rows.add([[texts.count(String(count))]]);
      return Buffer.concat([before, await rows.end()]);
    },
  };
}

/** Responses as they are kept become a file; the same responses the same bytes. */
export class AnswersFileWriter {
  readonly #writer: AnswersWriter;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor({ form, names, as, language }: AnswersForm) {
    const bodyName = (id: string) => names.get(id) ?? id;
    this.#writer = as === 'xlsx' ? workbookWriter(form, language, bodyName) : csvWriter(form, as === 'csv' ? 'codes' : { words: language, bodyName });
  }

  begin = async (): Promise<Uint8Array> => this.#counted(await this.#writer.begin());

  add = async (body: string, kept: readonly KeptResponse[]): Promise<Uint8Array> =>
    this.#counted(await this.#writer.add(kept.map((response) => ({ ...response, body }))));

  /** The last piece, with the hash of the whole file. */
  async end(rows: number): Promise<EndedFile> {
    const last = this.#counted(await this.#writer.end(rows));
    return { last, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #counted(piece: Uint8Array): Uint8Array {
    this.#hash.update(piece);
    this.#bytes += piece.length;
    return piece;
  }
}

export interface EndedFile {
  readonly last: Uint8Array;
  readonly bytes: number;
  readonly sha256: string;
}
