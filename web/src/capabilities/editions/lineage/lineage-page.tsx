import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Link } from '../../../kit/page/link.tsx';
import { NotLoaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { DraftPage } from '../draft-page.tsx';
import { useOpenedDraft } from '../editor/use-opened-draft.ts';
import { editionsQuery } from '../queries/editions.ts';
import { editorTexts } from '../texts/editor.ts';
import { lineageTexts } from '../texts/lineage.ts';
import { LineageOfDraft } from './lineage-of-draft.tsx';

const route = getRouteApi('/lam-viec/bo-tieu-chi/$edition/tieu-chi-ke-thua');

/** A draft held beside the edition before it: where each item comes from, as a person decides. */
export function LineagePage() {
  const texts = useTexts(lineageTexts);
  const { unreadable, toEdition } = useTexts(editorTexts);
  const { edition: id } = route.useParams();
  const { with: named } = route.useSearch();
  const { data, error, refetch, reload } = useOpenedDraft(id);
  const editions = useQuery(editionsQuery);
  return (
    <DraftPage edition={data?.edition} error={error} retry={refetch} texts={texts}>
      {editions.data ? null : <NotLoaded error={editions.error} retry={editions.refetch} />}
      {data && !data.writing ? (
        <Notice kind="warning">
          {unreadable}{' '}
          <Link to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: id }}>
            {toEdition}
          </Link>
        </Notice>
      ) : null}
      {data?.writing && editions.data ? (
        <LineageOfDraft key={id} edition={data.edition} writing={data.writing} all={editions.data} named={named} onReload={reload} />
      ) : null}
    </DraftPage>
  );
}
