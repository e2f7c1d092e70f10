import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Empty } from '../../../kit/lists/empty.tsx';
import { Page } from '../../../kit/page/page.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { useEditionPath } from '../edition-path.tsx';
import { editionQuery } from '../queries/editions.ts';
import { questionnairesQuery } from '../queries/questionnaires.ts';
import { questionnairesTexts } from '../texts/questionnaires.ts';
import { FormList } from './form-list.tsx';
import { FormPreview } from './form-preview.tsx';

const route = getRouteApi('/lam-viec/bo-tieu-chi/$edition/phieu-dieu-tra');

/** The forms beside an edition, and one of them as respondents will see it. */
export function QuestionnairesPage() {
  const texts = useTexts(questionnairesTexts);
  const { language } = useLanguage();
  const { edition: id } = route.useParams();
  const { group } = route.useSearch();
  const path = useEditionPath(useQuery(editionQuery(id)).data);
  const forms = useQuery(questionnairesQuery(id, language));
  return (
    <Page path={path} title={texts.title} lead={texts.lead}>
      <Loaded query={forms} empty={<Empty title={texts.none}>{texts.noneLead}</Empty>}>
        {(all) => {
          const shown = all.find((form) => form.group === group) ?? all[0];
          return (
            <>
              <FormList edition={id} forms={all} shown={shown?.group} />
              {shown === undefined ? null : <FormPreview key={shown.group} edition={id} row={shown} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
