import { readJson } from '@parindex/core/reading/json';
import { isObject, type Raw } from '@parindex/core/reading/raw';
import { readYaml } from '@parindex/core/reading/yaml';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../../../client/session.ts';
import { openDraftWork } from '../../../device/draft-work.ts';
import { Link } from '../../../kit/page/link.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { DraftPage } from '../draft-page.tsx';
import { draftServer, readDraft } from '../queries/draft-server.ts';
import { type Edition, readEditionTexts } from '../queries/editions.ts';
import { editorTexts } from '../texts/editor.ts';
import { DraftWriting } from './draft-writing.ts';
import { Editor } from './editor.tsx';

const route = getRouteApi('/lam-viec/bo-tieu-chi/$edition/soan');

/** The document of a draft, or nothing where its text cannot be read at all. */
function documentIn(text: string): Raw | undefined {
  try {
    const { value } = (/^\s*\{/.test(text) ? readJson : readYaml)(text);
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

/** A draft as it is written: tree, points, rules. */
export function EditorPage() {
  const texts = useTexts(editorTexts);
  const client = useQueryClient();
  const { edition: id } = route.useParams();
  const { item } = route.useSearch();
  const account = useQuery(sessionQuery).data?.person.id;
  const queryKey = ['editor', id, account];
  const { data, error, refetch } = useQuery({
    ...{ queryKey, queryFn: () => openDraft(id, account ?? ''), enabled: account !== undefined, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ...{ structuralSharing: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
  const reload = (writing: DraftWriting | undefined) => {
    writing?.forget();
    unsaved.delete(`${account} ${id}`);
    return client.resetQueries({ queryKey });
  };
  return (
    <DraftPage id={id} edition={data?.edition} error={error} retry={refetch} texts={texts}>
      {data?.writing ? (
        <Editor key={id} writing={data.writing} named={item} onReload={() => void reload(data.writing)} />
      ) : (
        <Notice kind="warning">
          {texts.unreadable}{' '}
          <Link to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: id }}>
            {texts.toEdition}
          </Link>
        </Notice>
      )}
    </DraftPage>
  );
}
