import { crc32 } from 'node:zlib';
import { type Scanner, ScannerDown } from './scanner.ts';

/** The standard test file for scanners, in two parts, or it would be found in this source file. */
const HARMLESS_SIGN = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''), 'latin1');
const PIECE = Buffer.alloc(1024 * 1024, ' ');

interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
}

/** A ZIP entry's header (APPNOTE 4.3.7), stored without compression; the central directory has the same fields. */
function header(signature: number, { name, bytes, crc }: Entry, offset?: number): Buffer {
  const central = offset !== undefined;
  const head = Buffer.alloc(central ? 46 : 30);
  head.writeUInt32LE(signature, 0);
  const at = central ? 6 : 4;
  if (central) head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(33, at + 8);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(bytes, at + 14);
  head.writeUInt32LE(bytes, at + 18);
  head.writeUInt16LE(name.length, at + 22);
  if (central) head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, Buffer.from(name, 'latin1')]);
}

/** A ZIP of about this size whose last entry is the test file. */
export async function* signBehind(bytes: number): AsyncGenerator<Buffer> {
  const padding: Entry = { name: 'padding', bytes, crc: paddingCrc(bytes) };
  const sign: Entry = { name: 'sign.txt', bytes: HARMLESS_SIGN.length, crc: crc32(HARMLESS_SIGN) };
  const first = header(0x04034b50, padding);
  const second = header(0x04034b50, sign);
  yield first;
  for (let left = bytes; left > 0; left -= PIECE.length) yield PIECE.subarray(0, Math.min(left, PIECE.length));
  yield Buffer.concat([second, HARMLESS_SIGN]);
  const directoryAt = first.length + bytes + second.length + sign.bytes;
  const directory = Buffer.concat([header(0x02014b50, padding, 0), header(0x02014b50, sign, first.length + bytes)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(directoryAt, 16);
  yield Buffer.concat([directory, end]);
}

function paddingCrc(bytes: number): number {
  let crc = 0;
  for (let left = bytes; left > 0; left -= PIECE.length) crc = crc32(PIECE.subarray(0, Math.min(left, PIECE.length)), crc);
  return crc;
}

/**
 * Whether a scanner really scans files of this size. A clamd with a smaller MaxFileSize reports them as clean without
 * scanning, unless AlertExceedsMax is set. Throws ScannerDown.
 */
export const scansWhole = async (scanner: Scanner, bytes: number): Promise<boolean> => !(await scanner.scan(signBehind(bytes))).clean;

/**
 * A scanner that must first prove, once, that it scans files of this size; otherwise it gives no verdict, since it would
 * call unscanned files clean.
 */
export function provenScanner(scanner: Scanner, bytes: number): Scanner {
  let proof: Promise<void> | undefined;
  const prove = () => {
    proof ??= scansWhole(scanner, bytes).then(
      (looks) => {
        if (!looks)
          throw new ScannerDown(
            `the scanner does not look through files of ${bytes} bytes: raise its MaxFileSize, MaxScanSize and StreamMaxLength, then start anew`,
          );
      },
      (error) => {
        // It was unavailable, so it is asked again.
        proof = undefined;
        throw error;
      },
    );
    return proof;
  };
  return {
    async scan(content) {
      await prove();
      return scanner.scan(content);
    },
    async version() {
      const version = await scanner.version();
      await prove();
      return version;
    },
  };
}
