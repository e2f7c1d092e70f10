import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Answers packed at a time: each takes a thread and some megabytes, and there are four threads for everything. */
const MOST_AT_ONCE = 8;
/** Bytes from which an answer is packed here. */
const LARGE = 32 * 1_024;
const brotli = (quality: number) => (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
const PACKABLE = /^(?:text\/|application\/(?:[\w.+-]+\+)?(?:json|xml|javascript)\b|image\/svg)/;

const ENCODINGS = { br: brotli(4), gzip: promisify(gzip) } as const;
type Encoding = keyof typeof ENCODINGS;

/** The tightest encoding that is taken. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  const taken = (accepted ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, weight]) => !/^q=0(?:\.0*)?$/.test(weight ?? ''))
    .map(([name = '']) => name.toLowerCase());
  return (['br', 'gzip'] as const).find((name) => taken.includes(name) || taken.includes('*'));
}

/** Answers that are the same for everybody, each with its packed forms once somebody has asked for one. */
const kept = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

/** As tight as what is packed once may take time for. */
const KEPT_ENCODINGS: typeof ENCODINGS = { ...ENCODINGS, br: brotli(9) };

/** An answer that is sent again and again: packed once. */
export function keptAnswer(text: string): Buffer {
  const bytes = Buffer.from(text);
  kept.set(bytes, new Map());
  return bytes;
}

const keptAs = (payload: string | Buffer) => (typeof payload === 'string' ? undefined : kept.get(payload));

function packedOf(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  const known = kept.get(bytes);
  const packed = known?.get(encoding) ?? (known ? KEPT_ENCODINGS : ENCODINGS)[encoding](bytes);
  known?.set(encoding, packed);
  return packed;
}

/**
 * Packs answers that are the same for everybody, and large ones, a few at a time; beyond that they go as they are. Packed
 * as they are read, by a stream each, some hundred at once would take gigabytes and hold everybody up. Smaller ones and
 * streams are left to the plugin that comes after.
 */
export function packAnswers(app: FastifyInstance): void {
  let packing = 0;
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.method === 'HEAD' || reply.hasHeader('content-encoding') || reply.hasHeader('content-range')) return payload;
    if (!isToPack(payload) || !PACKABLE.test(String(reply.getHeader('content-type') ?? ''))) return payload;
    const vary = String(reply.getHeader('vary') ?? '');
    if (!/accept-encoding/i.test(vary)) reply.header('vary', vary === '' ? 'accept-encoding' : `${vary}, accept-encoding`);
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (encoding === undefined || (packing >= MOST_AT_ONCE && !keptAs(payload)?.has(encoding))) {
      request.headers['x-no-compression'] = 'true';
      return payload;
    }
    packing += 1;
    try {
      const packed = await packedOf(Buffer.isBuffer(payload) ? payload : Buffer.from(payload), encoding);
      reply.header('content-encoding', encoding).removeHeader('content-length');
      return packed;
    } finally {
      packing -= 1;
    }
  });
}

// No text has fewer bytes than characters.
const isToPack = (payload: unknown): payload is string | Buffer =>
  (Buffer.isBuffer(payload) || typeof payload === 'string') && (payload.length >= LARGE || keptAs(payload) !== undefined);
