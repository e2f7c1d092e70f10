import { loadedLater } from '../../client/loaded-later.ts';
import { queryClient } from '../../client/query-client.ts';
import { Refused } from '../../client/request.ts';
import type { SheetKey } from '../../client/sheet.ts';
import type { FileUpload } from './file-upload.ts';
import { beginUpload, libraryChanged, listUploads, readUpload, type Upload, uploadsQuery } from './queries.ts';
import { pause, retryWhileOffline } from './retry-while-offline.ts';

type Change = Partial<Pick<FileUpload, 'upload' | 'begun' | 'document' | 'sent' | 'state' | 'cut' | 'keptIn' | 'why'>>;

interface UploadRun {
  readonly account: string;
  readonly file: File;
  readonly fileUpload: FileUpload;
  readonly signal: AbortSignal;
  readonly report: (change: Change) => void;
}

const FIRST_POLL = 500;
const LONGEST_POLL = 5_000;

/** Recognises a file on this device: same name, size and time of change, uploaded by the same person to the same place. */
const fingerprintOf = ({ account, file, fileUpload: { round, body, document, isVersion, redacted } }: UploadRun): string =>
  JSON.stringify(['parindex', account, round, body, isVersion ? document : '', redacted, file.name, file.size, file.lastModified]);

/** An earlier unfinished upload of the same file, or a new one. */
async function begin(run: UploadRun): Promise<Upload> {
  const { account, file, fileUpload, signal } = run;
  const { earlierUploads } = await loadedLater(() => import('./send-bytes.ts'));
  const earlier = await earlierUploads(file, fingerprintOf(run));
  if (earlier.length > 0) {
    const receiving = (await listUploads(fileUpload, signal)).filter(
      ({ by, bytes, state }) => by.id === account && bytes === file.size && state === 'receiving',
    );
    const found = receiving.find(({ url }) => earlier.some((one) => one.url === url));
    await Promise.all(earlier.filter(({ url }) => url !== found?.url).map((one) => one.forget()));
    if (found) return found;
  }
  return beginUpload(
    fileUpload,
    { id: fileUpload.upload, document: fileUpload.document, name: file.name, bytes: file.size, redacted: fileUpload.redacted, notSecret: true },
    signal,
  );
}

/** Fails where the file was moved or changed meanwhile, so that this is not taken for a lost connection. */
const refuseUnreadable = async (file: File): Promise<void> => void (await file.slice(0, 1).arrayBuffer());

/** Sends the bytes that the server does not have yet, however often the connection is lost. */
async function send(run: UploadRun): Promise<Upload> {
  const { file, fileUpload, signal, report } = run;
  let upload = fileUpload.begun ? fileUpload.upload : undefined;
  return retryWhileOffline(
    signal,
    (cut) => report({ cut }),
    async (onAdvance) => {
      await refuseUnreadable(file);
      const begun = upload === undefined ? await begin(run) : await readUpload(upload, signal);
      upload = begun.id;
      report({ upload: begun.id, document: begun.document, begun: true, ...(begun.state === 'receiving' ? { sent: begun.received } : {}) });
      if (begun.state !== 'receiving') return begun;
      const { sendBytes } = await loadedLater(() => import('./send-bytes.ts'));
      const onProgress = (sent: number) => {
        onAdvance();
        report({ sent });
      };
      await sendBytes({ file, url: begun.url, fingerprint: fingerprintOf(run), signal, onProgress });
      return begun;
    },
  );
}

/** Waits until the server has inspected the file. */
async function outcomeOf(upload: string, { signal, report }: UploadRun): Promise<Upload> {
  for (let wait = FIRST_POLL; ; wait = Math.min(2 * wait, LONGEST_POLL)) {
    const answer = await retryWhileOffline(
      signal,
      (cut) => report({ cut }),
      () => readUpload(upload, signal),
    );
    if (answer.state === 'kept' || answer.state === 'refused' || answer.state === 'cancelled') return answer;
    await pause(wait, signal);
  }
}

const refreshLibrary = (library: SheetKey): void => {
  void libraryChanged(queryClient, library);
  void queryClient.invalidateQueries({ queryKey: uploadsQuery(library).queryKey });
};

/** Uploads one file into a library until it is kept, refused or has failed. Throws only when the signal is aborted. */
export async function uploadFile(run: UploadRun): Promise<void> {
  const { fileUpload, signal, report, file } = run;
  try {
    const { id } = await send(run);
    report({ state: 'checking', sent: file.size });
    const { state, document, refusal } = await outcomeOf(id, run);
    if (state === 'kept') report({ state: 'kept', keptIn: document });
    else report({ state: 'refused', why: refusal?.message ?? null });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Refused) report({ state: 'refused', why: [error.problem.title, error.problem.detail].filter(Boolean).join(' ') });
    else report({ state: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
  refreshLibrary(fileUpload);
}
