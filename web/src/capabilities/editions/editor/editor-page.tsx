import { readJson } from '@parindex/core/reading/json';
import { isObject, type Raw } from '@parindex/core/reading/raw';
import { readYaml } from '@parindex/core/reading/yaml';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ownedBodies } from '../../../client/rights.ts';
import { sessionQuery } from '../../../client/session.ts';
import { Link } from '../../../kit/page/link.tsx';
import { Page } from '../../../kit/page/page.tsx';
import { NotLoaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { useEditionWords } from '../edition-words.ts';
import { draftServer, readDraft } from '../queries/draft-server.ts';
import { type Edition, readEditionTexts } from '../queries/editions.ts';
import { editionTexts } from '../texts/editions.ts';
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

/** Reads the draft and its text as of one version. */
async function openDraft(id: string): Promise<OpenedDraft> {
  const edition = await readDraft(id);
  if (edition.state !== 'draft') return { edition, writing: undefined };
  const texts = await readEditionTexts(id);
  const document = documentIn(texts.document);
  return { edition, writing: document === undefined ? undefined : new DraftWriting(document, edition.version, draftServer(id)) };
}

/** A draft as it is written: tree, points, rules. */
export function EditorPage() {
  const texts = useTexts(editorTexts);
  const own = useTexts(editionTexts);
  const words = useEditionWords();
  const client = useQueryClient();
  const { edition: id } = route.useParams();
  const { item } = route.useSearch();
  const queryKey = ['editor', id];
  const { data, error, refetch } = useQuery({
    ...{ queryKey, queryFn: () => openDraft(id), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ...{ structuralSharing: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
  const owned = ownedBodies(useQuery(sessionQuery).data);
  const edition = data?.edition;
  const mayWrite = edition?.state === 'draft' && owned.some((body) => body.id === edition.ownerBody);
  const name = edition && (words.title(edition) ?? edition.id);
  return (
    <Page
      path={[
        <Link key="editions" to="/lam-viec/bo-tieu-chi">
          {own.title}
        </Link>,
        ...(name === undefined
          ? []
          : [
              <Link key="edition" to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: id }}>
                {name}
              </Link>,
            ]),
      ]}
      title={texts.title}
      lead={texts.lead}
    >
      {data ? null : <NotLoaded error={error} retry={refetch} />}
      {edition && !mayWrite ? <Notice kind="note">{texts.notDraft}</Notice> : null}
      {mayWrite && !data?.writing ? (
        <Notice kind="warning">
          {texts.unreadable}{' '}
          <Link to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: id }}>
            {texts.toEdition}
          </Link>
        </Notice>
      ) : null}
      {mayWrite && data?.writing ? <Editor key={id} writing={data.writing} named={item} onReload={() => void client.resetQueries({ queryKey })} /> : null}
    </Page>
  );
}
