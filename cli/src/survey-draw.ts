import { type Faults, faultsOfReading, hashOf, type RawDocument } from '@parindex/core';
import { type DrawDesign, frameColumns } from '@parindex/core/survey/draw/design';
import { drawSample } from '@parindex/core/survey/draw/draw';
import { drawDifferenceText, verifiedDrawTexts } from '@parindex/core/survey/draw/draw-words';
import { readDrawDesign } from '@parindex/core/survey/draw/read-design';
import { readDrawRecord } from '@parindex/core/survey/draw/read-record';
import type { DrawRecord } from '@parindex/core/survey/draw/record';
import { verifyDraw } from '@parindex/core/survey/draw/verify';
import { frameFaultTexts } from '@parindex/core/survey/frame/fault-words';
import { readHouseholdLists } from '@parindex/core/survey/frame/household-lists';
import { type ReadFrame, readFrame } from '@parindex/core/survey/frame/read';
import type { Frame } from '@parindex/core/survey/frame/types';
import { texts } from '@parindex/core/words/texts';
import { readCsvTable } from './csv-table.ts';
import { faultLines } from './fault-report.ts';
import { readDocument } from './files.ts';
import { openOutput } from './output.ts';
import { DONE, type ExitCode, FAULTY, type Terminal, WrongUse } from './terminal.ts';

const SAYS = texts({
  designOrRecord: {
    vi: 'Cần tệp thiết kế mẫu, hoặc --verify với biên bản chọn mẫu (không dùng cả hai).',
    en: 'Name a design, or a record by --verify (not both).',
  },
  seedOfRecord: { vi: '--verify không dùng cùng --seed hoặc --output.', en: '--verify goes with neither --seed nor --output.' },
  hashes: {
    vi: (frame: string, design: string) =>
      `Dàn mẫu và thiết kế mẫu khớp nhau.\nMã kiểm tra toàn vẹn của dàn mẫu:      ${frame}\nMã kiểm tra toàn vẹn của thiết kế mẫu: ${design}\nHãy công bố hai mã này trước khi rút thăm công khai số khởi tạo ngẫu nhiên, rồi chạy lại với --seed.\n`,
    en: (frame: string, design: string) =>
      `The design fits the frame.\nHash of the frame:  ${frame}\nHash of the design: ${design}\nPublish both before the seed is drawn in public, then run this again with --seed.\n`,
  },
  drawn: {
    vi: ({ units }: DrawRecord) => `Đã chọn ${countOf(units, true)} đơn vị thuộc mẫu và ${countOf(units, false)} đơn vị dự phòng ở các giai đoạn.\n`,
    en: ({ units }: DrawRecord) => `Drew ${countOf(units, true)} units of the sample and ${countOf(units, false)} in reserve, over all stages.\n`,
  },
  short: {
    vi: (count: number) => `Có ${count} đơn vị ít hơn số cần lấy: đã lấy tất cả những gì có.\n`,
    en: (count: number) => `${count} of them had fewer within than were to be taken: all were.\n`,
  },
  written: { vi: (file: string) => `Đã ghi ${file}\n`, en: (file: string) => `Wrote ${file}\n` },
  true: { vi: 'Đúng: tính lại từ dàn mẫu được đúng biên bản này.\n', en: 'True: worked out again from the frame, the record is the same.\n' },
});

const countOf = (units: DrawRecord['units'], inSample: boolean): number => units.filter(({ sample }) => sample === inSample).length;

/** What is wrong with what was read; it has been told. */
const told = Symbol('told');

/** Holds a draw from a frame, tells the hashes to publish before it, or holds a record of one against its frame. */
export async function surveyDraw(args: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const [frameFile = '', designFile, ...more] = args;
  const { verify, seed, output } = options;
  if (frameFile === '' || more.length > 0 || (designFile === undefined) === (verify === undefined)) throw new WrongUse(SAYS[language].designOrRecord);
  if (verify !== undefined && (seed !== undefined || output !== undefined)) throw new WrongUse(SAYS[language].seedOfRecord);
  const lists = options['households'];
  if (verify !== undefined) {
    const record = readSound(verify, readDrawRecord, terminal);
    const frame = record === told ? told : frameOf(frameFile, lists, record.design, terminal);
    return record === told || frame === told ? FAULTY : verifyRecord(record, frame, terminal);
  }
  const design = readSound(designFile as string, readDrawDesign, terminal);
  const frame = design === told ? told : frameOf(frameFile, lists, design, terminal);
  return design === told || frame === told ? FAULTY : holdDraw(frame, design, seed, output, terminal);
}

function readSound<T>(file: string, read: (raw: RawDocument['value'], faults: Faults) => T | undefined, terminal: Terminal): T | typeof told {
  const document = readDocument(file, terminal.language);
  const faults = faultsOfReading(document);
  const value = read(document.value, faults);
  if (value !== undefined && faults.none) return value;
  terminal.say(
    faultLines(
      faults.list.map((fault) => ({ file, fault, place: document.locate(fault.keys) })),
      terminal,
    ),
  );
  return told;
}

function frameOf(file: string, listsFile: string | undefined, design: DrawDesign, terminal: Terminal): Frame | typeof told {
  const sound = (name: string, read: ReadFrame): Frame | typeof told => {
    if ('frame' in read) return read.frame;
    terminal.say(
      frameFaultTexts(read, terminal.language)
        .map((text) => `${name}: ${text}\n`)
        .join(''),
    );
    return told;
  };
  const { head, lines } = readCsvTable(file, terminal.language);
  const frame = sound(file, readFrame(head, lines, frameColumns(design)));
  if (frame === told || listsFile === undefined) return frame;
  const lists = readCsvTable(listsFile, terminal.language);
  return sound(listsFile, readHouseholdLists(lists.head, lists.lines, frame));
}

async function holdDraw(frame: Frame, design: DrawDesign, seed: string | undefined, file: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const says = SAYS[terminal.language];
  // A keyboard may compose letters otherwise than the record that is typed in again.
  const drawn = drawSample(frame, design, seed?.normalize('NFC') ?? 'trial');
  if ('faults' in drawn) {
    terminal.say(drawn.faults.map((fault) => `${drawDifferenceText(fault, terminal.language)}\n`).join(''));
    return FAULTY;
  }
  if (seed === undefined) {
    await terminal.write(says.hashes(frame.hash, hashOf(design)));
    return DONE;
  }
  const output = await openOutput(file, terminal);
  try {
    await output.write(`${JSON.stringify(drawn.record, null, 2)}\n`);
    await output.keep();
  } finally {
    output.drop();
  }
  terminal.say(says.drawn(drawn.record));
  if (drawn.record.short.length > 0) terminal.say(says.short(drawn.record.short.length));
  if (file !== undefined) terminal.say(says.written(file));
  return DONE;
}

async function verifyRecord(record: DrawRecord, frame: Frame, terminal: Terminal): Promise<ExitCode> {
  const verified = verifyDraw(record, frame);
  const lines = verifiedDrawTexts(verified, terminal.language).map((text) => `${text}\n`);
  await terminal.write(lines.length === 0 ? SAYS[terminal.language].true : lines.join(''));
  return lines.length === 0 ? DONE : FAULTY;
}
