import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Faults, readScheme, readYaml, type Scheme } from '@parindex/core';
import { type Questionnaire, readQuestionnaire } from '@parindex/core/survey/index';
import { printedForm } from '@parindex/core/survey/printing/printed-form';
import { edition, FORM } from '@parindex/core/survey/testing/made-up-form';
import { LANGUAGES } from '@parindex/core/words/language';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../documents/document.ts';
import { officialHtml } from '../../documents/html.ts';
import { officialPdf } from '../../documents/pdf.ts';
import { inspectFile } from '../../file-inspection/inspect-file.ts';
import { questionnaireDocument } from './questionnaire-document.ts';

const SCHEMES = new URL('../../../../schemes/', import.meta.url);
const HASH = 'ab'.repeat(32);

const formOf = (text: string, scheme: Scheme): Questionnaire => readQuestionnaire(readYaml(text).value, scheme, new Faults()) as Questionnaire;

/** Every form that comes with the project, and one with a question of each kind. */
const FORMS: readonly Questionnaire[] = [
  formOf(FORM, edition()),
  ...['province-2022', 'department-illustrative', 'commune-illustrative'].flatMap((id) => {
    const scheme = readScheme(readYaml(readFileSync(new URL(`${id}/scheme.yaml`, SCHEMES), 'utf8')).value, new Faults()) as Scheme;
    const folder = new URL(`${id}/questionnaires/`, SCHEMES);
    return readdirSync(folder).map((name) => formOf(readFileSync(new URL(name, folder), 'utf8'), scheme));
  }),
];

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.lead ?? '', block.text];
    if (block.kind === 'heading') return [block.text];
    return block.kind === 'table' ? [...block.columns.map(({ head }) => head), ...block.rows.flatMap(({ cells }) => cells.map(String))] : [];
  });

describe('a questionnaire on paper [F54]', () => {
  it('holds every part, question, option and row of every form that comes with the project, and the code of each question in the margin', () => {
    for (const form of FORMS)
      for (const language of LANGUAGES) {
        const { body } = questionnaireDocument(form, HASH, language);
        const texts = textsOf(body);
        for (const { title, questions } of printedForm(form, language).parts) {
          expect(texts).toContain(title);
          for (const { id, title: asked, optional, skip, answer } of questions) {
            const block = body.find((part) => part.kind === 'paragraph' && part.aside === id);
            expect(block).toMatchObject({ text: optional ? expect.stringContaining(asked) : asked });
            if (skip !== undefined) expect(texts.some((text) => text.startsWith(skip))).toBe(true);
            for (const { title: option } of answer.options) expect(texts).toContain(answer.kind === 'table' ? option : `□ ${option}`);
            if (answer.kind === 'table') for (const row of answer.rows) expect(texts).toContain(`${row.number}. ${row.title}`);
          }
        }
      }
  });

  it('never says what an answer weighs', () => {
    for (const form of FORMS) expect(officialHtml(questionnaireDocument(form, HASH, 'vi'))).not.toMatch(/trọng số|hệ số|\d điểm/i);
  });

  it('says above everything else that it is not official, where it is not', () => {
    const [form] = FORMS as [Questionnaire];
    expect(questionnaireDocument({ ...form, status: 'reconstruction' }, HASH, 'vi').marks).toEqual([
      'PHIẾU THAM KHẢO, được dựng lại – không phải mẫu phiếu chính thức',
    ]);
    expect(questionnaireDocument({ ...form, status: 'official' }, HASH, 'vi').marks).toEqual([]);
  });

  it('keeps a question on one page with its boxes', async () => {
    const form = FORMS.find(({ group }) => group === 'all') as Questionnaire;
    const folder = await mkdtemp(join(tmpdir(), 'parindex-form-'));
    try {
      await writeFile(join(folder, 'phieu.pdf'), await officialPdf(questionnaireDocument(form, HASH, 'vi')));
      const read = await inspectFile(join(folder, 'phieu.pdf'), 'phieu.pdf');
      const pages = 'pages' in read ? read.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')) : [];
      expect(pages.length).toBeGreaterThan(3);
      for (const { number, answer } of printedForm(form, 'vi').parts.flatMap(({ questions }) => questions)) {
        const page = pages.find((text) => new RegExp(`Câu ${number}\\. `).test(text)) ?? '';
        const after = page.slice(page.search(new RegExp(`Câu ${number}\\. `)));
        if (answer.kind === 'boxes') for (const { title } of answer.options) expect(after).toContain(`□ ${title}`);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
