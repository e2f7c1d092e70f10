import { loadedLater } from '../../client/loaded-later.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { type FileUpload, isUnfinished } from './file-upload.ts';
import { giveUpUpload } from './queries.ts';

/** Simultaneous uploads; more would only share the same connection. */
const MOST_AT_ONCE = 2;

/** The document to which a file is added as the next version. */
export interface VersionOf {
  readonly document: string;
  readonly redacted: boolean;
}

const holdWindow = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Files that a person uploads from this window, continuing while they move about in the workspace. */
export class Uploads {
  readonly account: string;
  #list: readonly FileUpload[] = [];
  #files = new Map<string, File>();
  #runs = new Map<string, AbortController>();
  #listeners = new Set<() => void>();

  constructor(account: string) {
    this.account = account;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  getState = (): readonly FileUpload[] => this.#list;

  /** Adds files, and tells their keys; the person has declared that none is a state secret. */
  add({ round, body }: SheetKey, files: readonly File[], version?: VersionOf): readonly string[] {
    const added = files.map((file): FileUpload => {
      const key = crypto.randomUUID();
      this.#files.set(key, file);
      return {
        key,
        round,
        body,
        upload: crypto.randomUUID(),
        begun: false,
        document: version?.document ?? crypto.randomUUID(),
        isVersion: version !== undefined,
        redacted: version?.redacted ?? false,
        name: file.name,
        bytes: file.size,
        sent: 0,
        state: 'waiting',
        cut: false,
        keptIn: null,
        why: null,
      };
    });
    this.#set([...this.#list, ...added]);
    this.#next();
    return added.map(({ key }) => key);
  }

  pause(key: string): void {
    this.#stop(key);
    this.#change(key, { state: 'paused', cut: false });
    this.#next();
  }

  goOn(key: string): void {
    this.#change(key, { state: 'waiting' });
    this.#next();
  }

  /** Cancels a file; the server deletes what has arrived, at once or after a day. */
  cancel(key: string): void {
    const fileUpload = this.#list.find((one) => one.key === key);
    this.#stop(key);
    this.forget(key);
    if (fileUpload?.begun) void giveUpUpload(fileUpload.upload).catch(() => undefined);
    this.#next();
  }

  /** Removes finished files from the list. */
  forget(key: string): void {
    this.#files.delete(key);
    this.#set(this.#list.filter((one) => one.key !== key));
  }

  end(): void {
    for (const key of this.#runs.keys()) this.#stop(key);
    this.#files.clear();
    this.#set([]);
  }

  #set(list: readonly FileUpload[]): void {
    this.#list = list;
    if (list.some(isUnfinished)) addEventListener('beforeunload', holdWindow);
    else removeEventListener('beforeunload', holdWindow);
    for (const listener of this.#listeners) listener();
  }

  #change(key: string, change: Partial<FileUpload>): void {
    this.#set(this.#list.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }

  #stop(key: string): void {
    this.#runs.get(key)?.abort();
    this.#runs.delete(key);
  }

  #next(): void {
    const free = MOST_AT_ONCE - this.#list.filter(({ state }) => state === 'sending').length;
    for (const { key } of this.#list.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) void this.#run(key);
  }

  async #run(key: string): Promise<void> {
    const run = new AbortController();
    const { signal } = run;
    this.#runs.set(key, run);
    this.#change(key, { state: 'sending' });
    const fileUpload = this.#list.find((one) => one.key === key);
    const file = this.#files.get(key);
    if (!fileUpload || !file) return;
    const report = (change: Partial<FileUpload>) => {
      if (signal.aborted) return;
      this.#change(key, change);
      if (change.state !== undefined) this.#next();
    };
    try {
      const { uploadFile } = await loadedLater(() => import('./upload-file.ts'));
      await uploadFile({ account: this.account, file, fileUpload, signal, report });
    } catch (error) {
      if (signal.aborted) return;
      // The uploader could not be loaded; the person may continue later.
      report({ state: 'paused', cut: true, why: error instanceof Error ? error.message : String(error) });
    } finally {
      if (this.#runs.get(key) === run) this.#runs.delete(key);
    }
  }
}
