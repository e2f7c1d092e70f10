import { type LibraryKey, libraryChanged } from '../../capabilities/evidence/queries/documents.ts';
import { beginUpload, listUploads, readUpload, type Upload, uploadsQuery } from '../../capabilities/evidence/queries/uploads.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import { queryClient } from '../../client/query-client.ts';
import { Refused } from '../../client/request.ts';
import { persistently, rest } from './persistently.ts';
import type { Sending } from './sending.ts';

type Change = Partial<Pick<Sending, 'upload' | 'begun' | 'document' | 'sent' | 'state' | 'cut' | 'keptIn' | 'why'>>;

interface UploadWindow {
  readonly account: string;
  readonly file: File;
  readonly sending: Sending;
  readonly signal: AbortSignal;
  readonly tell: (change: Change) => void;
}

const FIRST_LOOK = 500;
const LONGEST_LOOK = 5_000;

/** What tells a file again on this device: name, size and time of its last change, brought by the same person to the same place. */
const fingerprintOf = ({ account, file, sending: { round, body, document, isVersion, redacted } }: UploadWindow): string =>
  JSON.stringify(['parindex', account, round, body, isVersion ? document : '', redacted, file.name, file.size, file.lastModified]);

/** The upload that the same file is on its way by from before, or a new one. */
async function begin(bringing: UploadWindow): Promise<Upload> {
  const { account, file, sending, signal } = bringing;
  const { earlierUploads } = await loadedLater(() => import('./send-bytes.ts'));
  const earlier = await earlierUploads(file, fingerprintOf(bringing));
  if (earlier.length > 0) {
    const there = (await listUploads(sending, signal)).filter(({ by, bytes, state }) => by.id === account && bytes === file.size && state === 'receiving');
    const found = there.find(({ url }) => earlier.some((one) => one.url === url));
    await Promise.all(earlier.filter(({ url }) => url !== found?.url).map((one) => one.forget()));
    if (found) return found;
  }
  return beginUpload(
    sending,
    { id: sending.upload, document: sending.document, name: file.name, bytes: file.size, redacted: sending.redacted, notSecret: true },
    signal,
  );
}

/** A file that was moved or changed meanwhile cannot be read any more: that is no cut line. */
const refuseUnreadable = async (file: File): Promise<void> => void (await file.slice(0, 1).arrayBuffer());

/** Sends all that the server lacks of a file, over as many cut lines as there are. */
async function send(bringing: UploadWindow): Promise<Upload> {
  const { file, sending, signal, tell } = bringing;
  let upload = sending.begun ? sending.upload : undefined;
  return persistently(
    signal,
    (cut) => tell({ cut }),
    async (cameOn) => {
      await refuseUnreadable(file);
      const begun = upload === undefined ? await begin(bringing) : await readUpload(upload, signal);
      upload = begun.id;
      tell({ upload: begun.id, document: begun.document, begun: true, ...(begun.state === 'receiving' ? { sent: begun.received } : {}) });
      if (begun.state !== 'receiving') return begun;
      const { sendBytes } = await loadedLater(() => import('./send-bytes.ts'));
      const onProgress = (sent: number) => {
        cameOn();
        tell({ sent });
      };
      await sendBytes({ file, url: begun.url, fingerprint: fingerprintOf(bringing), signal, onProgress });
      return begun;
    },
  );
}

/** Waits until the server has looked into what came. */
async function outcomeOf(upload: string, { signal, tell }: UploadWindow): Promise<Upload> {
  for (let pause = FIRST_LOOK; ; pause = Math.min(2 * pause, LONGEST_LOOK)) {
    const told = await persistently(
      signal,
      (cut) => tell({ cut }),
      () => readUpload(upload, signal),
    );
    if (told.state === 'kept' || told.state === 'refused' || told.state === 'cancelled') return told;
    await rest(pause, signal);
  }
}

const anew = (library: LibraryKey): void => {
  void libraryChanged(queryClient, library);
  void queryClient.invalidateQueries({ queryKey: uploadsQuery(library).queryKey });
};

/** Brings one file into a library to its end. Throws only what the signal was stopped for. */
export async function bring(bringing: UploadWindow): Promise<void> {
  const { sending, signal, tell, file } = bringing;
  try {
    const { id } = await send(bringing);
    tell({ state: 'checking', sent: file.size });
    const { state, document, refusal } = await outcomeOf(id, bringing);
    if (state === 'kept') tell({ state: 'kept', keptIn: document });
    else tell({ state: 'refused', why: refusal?.message ?? null });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Refused) tell({ state: 'refused', why: [error.problem.title, error.problem.detail].filter(Boolean).join(' ') });
    else tell({ state: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
  anew(sending);
}
