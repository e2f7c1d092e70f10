import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';

// Documents as LibreOffice opens them, and pages of a PDF as poppler reads them.

export const LIBREOFFICE_IS_THERE = ['soffice', 'pdftotext', 'pdfinfo'].every((program) => spawnSync(program, ['--help']).error === undefined);
export const WITHOUT_LIBREOFFICE = 'không có LibreOffice, poppler trên máy này (no LibreOffice or poppler here)';

export interface Page {
  /** Line by line over the whole width, as who signs stands beside whom. */
  readonly text: string;
  /** A cell after another, without spaces: however it is broken in its column. */
  readonly cells: string;
  readonly across: boolean;
  readonly a4: boolean;
}

/** What is read of a PDF, page by page; runs of spaces are one. */
export function pagesOf(pdf: string): Page[] {
  const read = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const sizes = [...read('pdfinfo', '-l', '999', pdf).matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, width, height]) => [Number(width), Number(height)]);
  const [text, cells] = ['-layout', '-raw'].map((how) => read('pdftotext', how, pdf, '-').split('\f'));
  return sizes.map(([width = 0, height = 0], index) => ({
    across: width > height,
    a4: Math.abs(Math.min(width, height) - 595) < 2 && Math.abs(Math.max(width, height) - 842) < 2,
    text: (text?.[index] ?? '').replaceAll(/\s+/g, ' ').trim(),
    cells: (cells?.[index] ?? '').replaceAll(/\s+/g, ''),
  }));
}

/** Files of `folder` as LibreOffice lays them out, all in one start of it: where each PDF lies, in their order. */
export function openedAll(folder: string, names: readonly string[]): string[] {
  const out = path.join(folder, 'opened');
  const files = names.map((name) => path.join(folder, name));
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files], {
    stdio: 'ignore',
    timeout: 180_000,
  });
  return names.map((name) => path.join(out, `${path.basename(name, path.extname(name))}.pdf`));
}
