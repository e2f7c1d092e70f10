import type { Archive } from './archive-guard.ts';
import { attribute, readXml } from './xml.ts';

type Format = 'date' | 'time' | 'percent' | 'general';

export interface NumberFormats {
  /** By the index of a cell's style. */
  readonly styles: readonly Format[];
  /** Days are counted from 1904, as on old Macs. */
  readonly since1904: boolean;
}

/** Built-in formats by their ids (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<string, Format>> = {
  '9': 'percent',
  '10': 'percent',
  ...Object.fromEntries(['14', '15', '16', '17', '22'].map((id) => [id, 'date'])),
  ...Object.fromEntries(['18', '19', '20', '21', '45', '46', '47'].map((id) => [id, 'time'])),
};

function formatOf(code: string): Format {
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (/[dy]/i.test(bare)) return 'date';
  if (/[hs]/i.test(bare)) return 'time';
  return bare.includes('%') ? 'percent' : 'general';
}

/** Which styles of a workbook are dates, times or percentages. */
export async function numberFormats(archive: Archive, part: string | undefined, since1904: boolean): Promise<NumberFormats> {
  const stream = part === undefined ? undefined : await archive.open(part);
  const styles: Format[] = [];
  const own = new Map<string, Format>();
  let inCells = false;
  if (stream)
    await readXml(stream, {
      open(name, attributes) {
        if (name === 'numFmt') own.set(attribute(attributes, 'numFmtId') ?? '', formatOf(attribute(attributes, 'formatCode') ?? ''));
        else if (name === 'cellXfs') inCells = true;
        else if (name === 'xf' && inCells) {
          const id = attribute(attributes, 'numFmtId') ?? '0';
          styles.push(own.get(id) ?? (Object.hasOwn(BUILT_IN, id) ? BUILT_IN[id] : undefined) ?? 'general');
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
    });
  return { styles, since1904 };
}

const DAY_MILLISECONDS = 86_400_000;
/** 30/12/1899: day zero for dates after Excel's non-existent 29/02/1900. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1_462;

const two = (number: number) => String(number).padStart(2, '0');

/** A number as displayed in Vietnam: decimal comma, "dd/mm/yyyy", "18,5%". For display, never for computing. */
export function shownNumber(written: string, { styles, since1904 }: NumberFormats, style: number): string {
  const value = Number(written);
  const format = styles[style] ?? 'general';
  if (!Number.isFinite(value) || written.trim() === '') return written;
  if (format === 'percent') return `${decimal(value * 100)}%`;
  if (format === 'general') return decimal(value);
  const moment = new Date(EPOCH + Math.round((value + (since1904 ? DAYS_TO_1904 : 0)) * DAY_MILLISECONDS));
  if (Number.isNaN(moment.getTime())) return written;
  const time = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`;
  if (format === 'time') return time;
  const day = `${two(moment.getUTCDate())}/${two(moment.getUTCMonth() + 1)}/${moment.getUTCFullYear()}`;
  return time === '00:00' ? day : `${day} ${time}`;
}

/** Excel keeps 15 digits; further digits of the binary fraction are dropped. */
const decimal = (value: number): string => String(Number(value.toPrecision(15))).replace('.', ',');
