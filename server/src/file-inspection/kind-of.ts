import { open } from 'node:fs/promises';
import type { FileKind, RefusalCode } from '@parindex/core/evidence/file-codes';
import { fileTypeFromBuffer } from 'file-type';
import { type Archive, openArchive } from './archive-guard.ts';
import { endingOf } from './file-name.ts';
import { contentTypes, mainPart } from './opc.ts';
import { decodeStart, isOldEncoding } from './plain-text.ts';
import { FileRefused } from './refused.ts';

/** Bytes from the beginning used to detect the kind. */
const HEAD_BYTES = 64 * 1024;

/** Kinds that file-type detects by the first bytes, and how they are treated. */
const BY_MAGIC: Readonly<Record<string, FileKind | { readonly refused: RefusalCode }>> = {
  pdf: 'pdf',
  png: 'png',
  apng: 'png',
  jpg: 'jpeg',
  webp: 'webp',
  gif: 'gif',
  tif: 'tiff',
  ...refused('otherImage', 'heic heif avif bmp jxl jp2 jpm jpx ico cur psd cr2 cr3 nef dng arw rw2 orf raf bpg flif j2c jls jxr'),
  ...refused('archive', 'rar 7z gz tar bz2 xz zst lz lz4 Z cab arj ar deb rpm iso dmg jar apk'),
  ...refused('program', 'exe elf macho wasm class swf msi nes crx dex lnk'),
  ...refused('otherOffice', 'rtf'),
};

function refused(code: RefusalCode, extensions: string): Record<string, { readonly refused: RefusalCode }> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, { refused: code }]));
}

/** Main parts of OOXML packages without macros. */
const OOXML_MAIN: Readonly<Record<string, FileKind>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml': 'pptx',
};

const ODF_TYPES: Readonly<Record<string, FileKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};

const startsWith = (bytes: Buffer, text: string) => bytes.subarray(0, text.length).toString('latin1') === text;

/** The kind of a file by its content; throws FileRefused unless it is on the list. The name only distinguishes CSV from TXT. */
export async function kindOf(path: string, name: string): Promise<FileKind> {
  const head = await readHead(path);
  if (head.length === 0) throw new FileRefused('empty');
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return kindOfArchive(path);
  // Text is tried first: the signature of some binary kinds is only two letters ("BM", "MZ").
  const text = decodeStart(head, head.length === HEAD_BYTES);
  if (text && !isOldEncoding(text.encoding) && !startsWith(head, '%PDF-')) return kindOfText(text.text, name);
  if (startsWith(head, 'MZ')) throw new FileRefused('program', { found: 'exe' });
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found?.ext === 'cfb') throw new FileRefused((await holdsEncryptedPackage(path)) ? 'passwordNeeded' : 'otherOffice', { found: 'cfb' });
  const known = found && Object.hasOwn(BY_MAGIC, found.ext) ? BY_MAGIC[found.ext] : undefined;
  if (typeof known === 'string') return known;
  if (known) throw new FileRefused(known.refused, { found: found?.ext ?? '' });
  if (found) throw new FileRefused('unknownKind', { found: found.ext });
  return kindOfText(text?.text ?? refuseUnknown(head), name);
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function refuseUnknown(head: Buffer): never {
  refuseActive(head.toString('latin1'));
  throw new FileRefused('unknownKind');
}

function kindOfText(text: string, name: string): FileKind {
  refuseActive(text);
  if (/^\s*\{\\rtf/.test(text)) throw new FileRefused('otherOffice', { found: 'rtf' });
  if (/^\s*(<\?xml|%!PS)/.test(text)) throw new FileRefused('unknownKind');
  return endingOf(name) === 'csv' ? 'csv' : 'txt';
}

/** What may precede a page's first element; removed step by step, as a single pattern could be made to run for ever. */
const BEFORE_ELEMENT = /^(\s+|<!--.*?-->|<\?xml[^>]*>|<!doctype svg[^>]*>)/s;
const PAGE_ELEMENT = /^<(!doctype html|html|head|body|script|svg|iframe|meta|table|div|[a-z]+:svg)\b/;

/** Text that a browser or a shell would run. */
function refuseActive(text: string): void {
  let start = text.slice(0, 4_096).toLowerCase();
  for (let before = BEFORE_ELEMENT.exec(start); before; before = BEFORE_ELEMENT.exec(start)) start = start.slice(before[0].length);
  if (PAGE_ELEMENT.test(start)) throw new FileRefused('webPage');
  if (/^(#!|@echo off)/.test(start)) throw new FileRefused('program', { found: 'script' });
}

/** A password-protected Office file is an old container around an encrypted package. */
async function holdsEncryptedPackage(path: string): Promise<boolean> {
  const wanted = Buffer.from('EncryptedPackage', 'utf16le');
  const file = await open(path);
  try {
    let before = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      const bytes = Buffer.concat([before, chunk as Buffer]);
      if (bytes.includes(wanted)) return true;
      before = Buffer.from(bytes.subarray(-wanted.length));
    }
    return false;
  } finally {
    await file.close();
  }
}

async function kindOfArchive(path: string): Promise<FileKind> {
  const archive = await openArchive(path);
  try {
    return (await kindOfOpenDocument(archive)) ?? (await kindOfPackage(archive));
  } finally {
    archive.close();
  }
}

async function kindOfOpenDocument(archive: Archive): Promise<FileKind | undefined> {
  const type = (await archive.readSmall('mimetype'))?.trim();
  if (!type?.startsWith('application/vnd.oasis.opendocument.')) return undefined;
  const kind = Object.hasOwn(ODF_TYPES, type) ? ODF_TYPES[type] : undefined;
  if (!kind) throw new FileRefused('otherOffice', { found: type });
  return kind;
}

/** A streamed XLSX begins like any ZIP, so the content type of the main part decides. */
async function kindOfPackage(archive: Archive): Promise<FileKind> {
  const types = await contentTypes(archive);
  const main = types && (await mainPart(archive));
  const type = main === undefined ? undefined : types?.of(main);
  if (type === undefined) throw new FileRefused('archive', { found: 'zip' });
  const kind = Object.hasOwn(OOXML_MAIN, type) ? OOXML_MAIN[type] : undefined;
  if (kind) return kind;
  throw new FileRefused(/macroEnabled/i.test(type) && !/binary/i.test(type) ? 'macros' : 'otherOffice', { found: type });
}
