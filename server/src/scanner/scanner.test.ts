import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { openScanner, type Scanner, ScannerDown } from './scanner.ts';
import { provenScanner, scansWhole, signBehind } from './scanner-reach.ts';
import { type SpeakingClamd, startSpeakingClamd } from './testing/speaking-clamd.ts';

/** Debian's clamd with a signature for the test file, where `npm run test:debian` has started one. */
const REAL = process.env['PARINDEX_TEST_CLAMD'];

const open: SpeakingClamd[] = [];
afterEach(async () => {
  for (const clamd of open.splice(0)) await clamd.close();
});

async function speaking(answer: Parameters<typeof startSpeakingClamd>[0]): Promise<Scanner> {
  const clamd = await startSpeakingClamd(answer);
  open.push(clamd);
  return openScanner(`tcp://127.0.0.1:${clamd.port}`) as Scanner;
}

const text = (content: string) => Readable.from([Buffer.from(content)]);

describe('the scanner', () => {
  it('[F27] says clean or what it found, and sends each byte once with its length before it', async () => {
    const seen: Buffer[] = [];
    const scanner = await speaking((content) => {
      seen.push(content);
      return content.includes('xấu') ? 'stream: Minh.Hoa FOUND' : 'stream: OK';
    });
    expect(await scanner.scan(text('tốt'))).toEqual({ clean: true });
    expect(await scanner.scan(text('xấu'))).toEqual({ clean: false, told: 'Minh.Hoa' });
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength('tốt'));
    expect(seen[0]).toEqual(Buffer.concat([Buffer.from('zINSTREAM\0'), length, Buffer.from('tốt'), Buffer.alloc(4)]));
  });

  it.each([
    ['an error', 'INSTREAM size limit exceeded. ERROR'],
    ['a limit of its own, over which it has not looked', 'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND'],
    ['nothing', ''],
    ['something else', 'stream: MAYBE'],
  ])('[F27] fails closed: %s is no verdict', async (_, said) => {
    const scanner = await speaking(() => said);
    await expect(scanner.scan(text('tốt'))).rejects.toThrow(ScannerDown);
  });

  it('[F27] fails closed where nobody listens, and where the line breaks in the middle', async () => {
    const gone = await speaking(() => 'stream: OK');
    for (const clamd of open.splice(0)) await clamd.close();
    await expect(gone.scan(text('tốt'))).rejects.toThrow(ScannerDown);
    const breaking = await speaking((_, socket) => void socket.destroy());
    await expect(breaking.scan(text('tốt'))).rejects.toThrow(ScannerDown);
  });

  it('refuses an address that is none', () => {
    for (const setting of ['127.0.0.1:3310', 'http://localhost:3310', 'tcp://localhost', 'unix:clamd'])
      expect(() => openScanner(setting), setting).toThrow(RangeError);
    expect(openScanner(undefined)).toBeUndefined();
    expect(openScanner('')).toBeUndefined();
  });

  it('[F27] is known not to look through files that it lets pass unseen', async () => {
    const blind = await speaking(() => 'stream: OK');
    expect(await scansWhole(blind, 1_000)).toBe(false);
    const seeing = await speaking((content) => (content.includes('EICAR-STANDARD') ? 'stream: Test.Eicar FOUND' : 'stream: OK'));
    expect(await scansWhole(seeing, 3_000_000)).toBe(true);
  });

  it('[F27] gives no verdict until it has shown that it looks through the largest files', async () => {
    const blind = provenScanner(await speaking(() => 'stream: OK'), 1_000);
    await expect(blind.scan(text('tốt'))).rejects.toThrow(/MaxFileSize/);
    await expect(blind.version()).rejects.toThrow(ScannerDown);
    let away = true;
    const waking = provenScanner(
      await speaking((content) => (away ? '' : content.includes('EICAR-STANDARD') ? 'stream: Test.Eicar FOUND' : 'stream: OK')),
      1_000,
    );
    await expect(waking.scan(text('tốt'))).rejects.toThrow(ScannerDown);
    away = false;
    expect(await waking.scan(text('tốt'))).toEqual({ clean: true });
  });

  it.skipIf(!REAL)('[F27] Debian’s clamd finds the test file, plain and behind 20 MB in a ZIP, and passes what is clean', async () => {
    const scanner = openScanner(REAL) as Scanner;
    expect(await scanner.version()).toMatch(/^ClamAV /);
    const sign: Buffer[] = [];
    for await (const piece of signBehind(0)) sign.push(piece);
    expect((await scanner.scan(Readable.from(sign))).clean).toBe(false);
    expect((await scanner.scan(text('Kế hoạch cải cách hành chính minh họa'))).clean).toBe(true);
    expect(await scansWhole(scanner, 20_000_000)).toBe(true);
  });
});
