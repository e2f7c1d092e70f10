import { type DetailedError, defaultOptions, Upload } from 'tus-js-client';
import { type ProblemAnswer, Refused, Unanswered } from '../../client/request.ts';

/** Chunk size: the most that a weak connection loses when the server stores in parts. */
const PIECE_BYTES = 8 * 1024 * 1024;
/** A connection can lose data silently. */
const LONGEST_SILENCE = 60_000;

/** Status codes that do not concern the file: locked by a dying connection, offset mismatch, too busy. */
const PASSING = [408, 409, 423, 429];

function problemIn(text: string): ProblemAnswer | undefined {
  try {
    const told = JSON.parse(text) as Partial<ProblemAnswer>;
    return typeof told.code === 'string' && typeof told.title === 'string' ? (told as ProblemAnswer) : undefined;
  } catch {
    return undefined;
  }
}

/** Turns tus errors into those of other requests. */
function asAnswer(error: Error | DetailedError): Error {
  const answer = 'originalResponse' in error ? error.originalResponse : undefined;
  const status = answer?.getStatus() ?? 0;
  const problem = answer ? problemIn(answer.getBody()) : undefined;
  if (problem) return new Refused(problem);
  if (answer && status >= 400 && status < 500 && !PASSING.includes(status)) return new Error(`HTTP ${status}`, { cause: error });
  return 'originalRequest' in error ? new Unanswered('the bytes were not answered', { cause: error }) : error;
}

/** Earlier uploads of the same file begun on this device. */
export async function earlierUploads(file: File, fingerprint: string): Promise<readonly { readonly url: string; forget(): Promise<void> }[]> {
  const { urlStorage } = defaultOptions;
  const found = await new Upload(file, { fingerprint: async () => fingerprint }).findPreviousUploads();
  return found.flatMap(({ uploadUrl, urlStorageKey }) =>
    uploadUrl === null ? [] : [{ url: uploadUrl, forget: () => urlStorage.removeUpload(urlStorageKey) }],
  );
}

interface Bytes {
  readonly file: File;
  readonly url: string;
  readonly fingerprint: string;
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number) => void;
}

/** Sends the missing bytes of a file by the tus protocol. Throws Refused, Unanswered, or the reason of the aborted signal. */
export function sendBytes({ file, url, fingerprint, signal, onProgress }: Bytes): Promise<void> {
  return new Promise((resolve, reject) => {
    let silence: ReturnType<typeof setTimeout>;
    const end = (how: () => void) => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      how();
    };
    const upload = new Upload(file, {
      uploadUrl: url,
      chunkSize: PIECE_BYTES,
      // Retries are up to retry-while-offline.ts.
      retryDelays: null,
      headers: { 'accept-language': document.documentElement.lang },
      fingerprint: async () => fingerprint,
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => {
        listen();
        onProgress(sent);
      },
      onSuccess: () => end(resolve),
      onError: (error) => end(() => reject(asAnswer(error))),
    });
    const giveUp = (why: unknown) => {
      void upload.abort();
      end(() => reject(why));
    };
    const stop = () => giveUp(signal.reason);
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => giveUp(new Unanswered('nothing was heard of the bytes')), LONGEST_SILENCE);
    };
    signal.addEventListener('abort', stop);
    listen();
    upload.start();
  });
}
