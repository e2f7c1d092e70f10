import { getRouteApi } from '@tanstack/react-router';
import { Link } from '../../../kit/page/link.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { DraftPage } from '../draft-page.tsx';
import { editorTexts } from '../texts/editor.ts';
import { Editor } from './editor.tsx';
import { useOpenedDraft } from './use-opened-draft.ts';

const route = getRouteApi('/lam-viec/bo-tieu-chi/$edition/soan');

/** A draft as it is written: tree, points, rules. */
export function EditorPage() {
  const texts = useTexts(editorTexts);
  const { edition: id } = route.useParams();
  const { item } = route.useSearch();
  const { data, error, refetch, reload } = useOpenedDraft(id);
  return (
    <DraftPage edition={data?.edition} error={error} retry={refetch} texts={texts}>
      {data?.writing ? (
        <Editor key={id} writing={data.writing} named={item} onReload={reload} />
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
