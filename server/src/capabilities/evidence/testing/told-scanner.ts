import type { Readable } from 'node:stream';
import { type Scanner, ScannerDown } from '../../../scanner/scanner.ts';

/** A scanner that does as the story says; the real one's own ways: scanner/scanner.test.ts. */
export class ToldScanner implements Scanner {
  says: 'clean' | 'infected' | 'down' = 'clean';
  /** Words of a file that gets no verdict, though the scanner is there. */
  refuses = 'quá giới hạn của máy quét';
  async scan(content: Readable | AsyncIterable<Uint8Array>) {
    if (this.says === 'down') throw new ScannerDown('away (story)');
    const pieces: Uint8Array[] = [];
    for await (const piece of content as AsyncIterable<Uint8Array>) pieces.push(piece);
    if (Buffer.concat(pieces).includes(this.refuses)) throw new ScannerDown('over a limit (story)');
    return this.says === 'clean' ? ({ clean: true } as const) : ({ clean: false, told: 'Minh.Hoa' } as const);
  }
  async version() {
    if (this.says === 'down') throw new ScannerDown('away (story)');
    return 'told';
  }
}
