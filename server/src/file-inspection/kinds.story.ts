import { FILE_KINDS, type FileKind, type RefusalCode } from '@parindex/core/evidence/file-codes';
import { afterAll, describe, expect, test } from 'vitest';
import { SOAK } from '../../../tests/soak.ts';
import { inspect } from './inspect.ts';
import { inspectFile } from './inspect-file.ts';
import type { Inspection } from './inspection.ts';
import { KINDS } from './kinds.ts';
import { refusal, TestFolder } from './testing/files.ts';
import { makeImage } from './testing/images.ts';
import { makeDocx, makeOpenDocument, makePptx, makeXlsx, paragraph } from './testing/office.ts';
import { makePdf } from './testing/pdf.ts';
import { zipOf } from './testing/zip.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

const REPORT = 'Báo cáo của Tỉnh Minh họa 01';

const MAKERS: Readonly<Record<FileKind, () => Promise<Buffer> | Buffer | string>> = {
  pdf: () => makePdf({ pages: [[{ text: REPORT, x: 72, y: 700 }]] }),
  png: () => makeImage('png'),
  jpeg: () => makeImage('jpeg'),
  webp: () => makeImage('webp'),
  gif: () => makeImage('gif'),
  tiff: () => makeImage('tiff'),
  docx: () => makeDocx(paragraph(REPORT)),
  xlsx: () => makeXlsx({ 'Biểu 1': `<row><c t="inlineStr"><is><t>${REPORT}</t></is></c></row>` }),
  pptx: () => makePptx([{ title: REPORT, text: 'Minh họa' }]),
  odt: () => makeOpenDocument('text', `<text:p>${REPORT}</text:p>`),
  ods: () =>
    makeOpenDocument(
      'spreadsheet',
      `<table:table table:name="Biểu 1"><table:table-row><table:table-cell><text:p>${REPORT}</text:p></table:table-cell></table:table-row></table:table>`,
    ),
  odp: () => makeOpenDocument('presentation', `<draw:page draw:name="1"><draw:text-box><text:p>${REPORT}</text:p></draw:text-box></draw:page>`),
  txt: () => REPORT,
  csv: () => `Tên;Điểm\n${REPORT};1,5\n`,
};

const IMAGES: readonly FileKind[] = ['png', 'jpeg', 'webp', 'gif', 'tiff'];
/** Of those that are read by the same code in this process, in `npm test` one goes through the process of service; pictures are unpacked there alone. */
const APART: readonly FileKind[] = SOAK ? FILE_KINDS : [...IMAGES, 'docx'];

describe('each kind of the list comes in by what is in it', () => {
  test.for(FILE_KINDS)('[F28] %s', async (kind) => {
    const [file, name] = [folder.keep(await MAKERS[kind]()), `tai-lieu.${KINDS[kind].endings[0]}`];
    const inspection = APART.includes(kind) ? await inspect(file, name) : ((await inspectFile(file, name)) as Inspection);
    // An image says that it holds no text, as a scan does.
    expect(inspection).toMatchObject({ kind, findings: IMAGES.includes(kind) ? [{ code: 'noText' }] : [] });
    if (IMAGES.includes(kind)) expect(inspection.preview?.length).toBeGreaterThan(30);
    else expect(inspection.pages[0]?.text).toContain(REPORT);
  });
});

const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
const encrypted = Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(200)]);
const vba = (part: string) => makeDocx(paragraph('x'), { parts: { [part]: 'x' } });
const main = (type: string) => makeDocx(paragraph('x'), { type });

/** What stays out, the name that it comes under, and why. */
const REFUSED: readonly (readonly [string, string, () => Promise<Buffer> | Buffer | string, RefusalCode])[] = [
  ['an empty file', 'a.pdf', () => '', 'empty'],
  ['an old Word file', 'a.doc', () => OLE, 'otherOffice'],
  ['an old file that calls itself DOCX', 'a.docx', () => OLE, 'otherOffice'],
  ['a DOCX with a password', 'a.docx', () => encrypted, 'passwordNeeded'],
  ['RTF', 'a.rtf', () => '{\\rtf1 x}', 'otherOffice'],
  ['DOCM', 'a.docm', () => main('application/vnd.ms-word.document.macroEnabled.main+xml'), 'macros'],
  ['DOCM that calls itself DOCX', 'a.docx', () => main('application/vnd.ms-word.document.macroEnabled.main+xml'), 'macros'],
  ['XLSB', 'a.xlsb', () => main('application/vnd.ms-excel.sheet.binary.macroEnabled.main'), 'otherOffice'],
  ['a template', 'a.dotx', () => main('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'), 'otherOffice'],
  ['a DOCX with a macro inside', 'a.docx', () => vba('word/vbaProject.bin'), 'macros'],
  ['an ODT with a macro', 'a.odt', () => makeOpenDocument('text', '', { parts: { 'Basic/Standard/Module1.xml': 'x' } }), 'macros'],
  [
    'an ODT that calls one',
    'a.odt',
    () => makeOpenDocument('text', '<office:event-listeners><script:event-listener script:language="ooo:script"/></office:event-listeners>'),
    'macros',
  ],
  ['ZIP', 'a.zip', () => zipOf({ 'a.txt': 'x' }), 'archive'],
  ['ZIP that calls itself DOCX', 'a.docx', () => zipOf({ 'a.txt': 'x' }), 'archive'],
  ['RAR', 'a.rar', () => Buffer.from('526172211a0701000000000000000000', 'hex'), 'archive'],
  ['7-Zip', 'a.pdf', () => Buffer.from('377abcaf271c00040000000000000000', 'hex'), 'archive'],
  ['a Windows program', 'a.pdf', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 'program'],
  ['a Linux program', 'a', () => Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(500)]), 'program'],
  ['a script', 'a.txt', () => '#!/bin/sh\necho\n', 'program'],
  ['a page', 'a.txt', () => '\n<!-- x --><!DOCTYPE html><html></html>', 'webPage'],
  ['a page behind hundreds of comments', 'a.txt', () => `${'<!---->'.repeat(500)}<html>`, 'webPage'],
  ['an SVG', 'a.png', () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'webPage'],
  ['HEIC', 'a.heic', () => Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), Buffer.alloc(500)]), 'otherImage'],
  ['HEIC that calls itself JPEG', 'a.jpg', () => Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), Buffer.alloc(500)]), 'otherImage'],
  ['something binary', 'a.txt', () => Buffer.from([1, 2, 3, 0, 200, 201]), 'unknownKind'],
  ['text that turns binary behind its head', 'a.txt', () => Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.from([0, 1])]), 'unknownKind'],
  ['a damaged PDF', 'a.pdf', () => '%PDF-1.7\nnothing follows', 'malformed'],
  ['a damaged DOCX', 'a.docx', async () => (await makeDocx(paragraph('x'))).subarray(0, 400), 'malformed'],
  ['a damaged PNG', 'a.png', async () => (await makeImage('png', 900, 900)).subarray(0, 120), 'malformed'],
  ['a PDF that calls itself DOCX', 'a.docx', () => makePdf({ pages: [[]] }), 'nameSaysOther'],
  ['a PDF that calls itself a program', 'a.pdf.exe', () => makePdf({ pages: [[]] }), 'nameSaysOther'],
  ['text that a machine would run', 'a.bat', () => 'del x', 'nameSaysOther'],
];

describe('what is not on the list stays out, with its reason', () => {
  // A damaged picture is found by who unpacks it, which is done apart alone; all else by what reads it, in this process too.
  test.for(REFUSED)('[F28] %s', async ([, name, make, code]) => {
    const read = name.endsWith('.png') ? inspect : inspectFile;
    expect((await refusal(read(folder.keep(await make()), name))).code).toBe(code);
  });

  test('[F28] through the process that it meets in service, by the same reason', async () => {
    for (const [, name, make, code] of REFUSED.filter((_, index) => SOAK || index % 12 === 0))
      expect((await refusal(inspect(folder.keep(await make()), name))).code).toBe(code);
  });
});

test('[F28] the name never decides: a streamed XLSX, a JPEG called PNG, a file without ending, letters in capitals', async () => {
  const streamed = await makeXlsx({ A: '<row><c><v>1</v></c></row>' }, { streamed: true });
  expect(await inspectFile(folder.keep(streamed), 'BIEU.XLSX')).toMatchObject({ kind: 'xlsx', findings: [] });
  expect(await inspect(folder.keep(await makeImage('jpeg')), 'anh.png')).toMatchObject({
    kind: 'jpeg',
    findings: [{ code: 'endingDiffers', detail: '.png → .jpg' }, { code: 'noText' }],
  });
  expect(await inspectFile(folder.keep('<!---->'.repeat(1_000)), 'a.txt')).toMatchObject({ kind: 'txt' });
  expect(await inspectFile(folder.keep('BM là chữ viết tắt'), 'ghi-chu')).toMatchObject({ kind: 'txt', findings: [{ code: 'endingDiffers' }] });
});

test('[F28] text of old Vietnamese Windows is read, and told', async () => {
  // "Tiếng Việt" in windows-1258: vowels with their marks behind them.
  const old = Buffer.from('5469ea6e6720566965f274', 'hex');
  const vietnamese = Buffer.concat([Buffer.from('54 69 ea ec 6e 67 20 56 69 ea f2 74'.replaceAll(' ', ''), 'hex')]);
  expect(await inspectFile(folder.keep(vietnamese), 'a.txt')).toMatchObject({
    pages: [{ text: 'Tiếng Việt' }],
    findings: [{ code: 'legacyEncoding', detail: 'windows-1258' }],
  });
  expect(await inspectFile(folder.keep(old), 'a.txt')).toMatchObject({ findings: [{ code: 'legacyEncoding' }] });
  const marked = Buffer.from('\ufeffTiếng Việt', 'utf16le');
  expect(await inspectFile(folder.keep(marked), 'a.txt')).toMatchObject({ pages: [{ text: 'Tiếng Việt' }], findings: [] });
});
