import { isObject, type Raw } from '@parindex/core/reading/raw';
import { readDraftText } from '@parindex/core/studio/operations/read-draft-text';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../../../client/session.ts';
import { openDraftWork } from '../../../device/draft-work.ts';
import { draftServer, readDraft } from '../queries/draft-server.ts';
import { type Edition, readEditionTexts } from '../queries/editions.ts';
import { DraftWriting } from './draft-writing.ts';

/** The document of a draft, or nothing where its text cannot be read at all. */
function documentIn(text: string): Raw | undefined {
  try {
    const { value } = readDraftText(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

interface OpenedDraft {
  readonly edition: Edition;
  readonly writing: DraftWriting | undefined;
}

/** What was left while it was being saved goes on, and is gone on with where the page is opened again. */
const unsaved = new Map<string, DraftWriting>();

/** Reads the draft and its text as of one version, with what this device has kept of it. */
async function openDraft(id: string, account: string): Promise<OpenedDraft> {
  const edition = await readDraft(id);
  if (edition.state !== 'draft') return { edition, writing: undefined };
  const key = `${account} ${id}`;
  const going = unsaved.get(key);
  if (going && going.state().saving !== 'saved') return { edition, writing: going };
  const [texts, device] = await Promise.all([readEditionTexts(id), openDraftWork(account, id)]);
  const document = documentIn(texts.document);
  if (document === undefined) return { edition, writing: undefined };
  const writing = new DraftWriting(document, edition.version, draftServer(id), device);
  unsaved.set(key, writing);
  return { edition, writing };
}

/** A draft, opened to be written; `reload` forgets what this device has of it. */
export function useOpenedDraft(id: string) {
  const client = useQueryClient();
  const account = useQuery(sessionQuery).data?.person.id;
  const queryKey = ['editor', id, account];
  const { data, error, refetch } = useQuery({
    ...{ queryKey, queryFn: () => openDraft(id, account ?? ''), enabled: account !== undefined, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ...{ structuralSharing: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
  const reload = () => {
    data?.writing?.forget();
    unsaved.delete(`${account} ${id}`);
    void client.resetQueries({ queryKey });
  };
  return { data, error, refetch, reload };
}
