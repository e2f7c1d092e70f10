import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Empty } from '../../../kit/lists/empty.tsx';
import { LinkButton } from '../../../kit/page/link.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { PageOfRound } from '../../rounds/page-of-round.tsx';
import { paperQuery } from '../queries/paper.ts';
import { paperTexts } from '../texts/paper.ts';
import { BatchesSection } from './batches-section.tsx';
import { PaperProgressSection } from './paper-progress-section.tsx';
import { PrintSection } from './print-section.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay');

/** Paper forms of a survey, for whoever leads it: made, counted back, and how far they are. */
export function PaperPage() {
  const texts = useTexts(paperTexts);
  const { round } = route.useParams();
  const query = useQuery(paperQuery(round));
  const isOpen = query.data?.state === 'open';
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          {isOpen ? (
            <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay/nhap" params={{ round }}>
              {texts.enter}
            </LinkButton>
          ) : null}
          <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra" params={{ round }} search={{}} variant="default">
            {texts.back}
          </LinkButton>
        </>
      }
    >
      <Loaded query={query}>
        {(forms) =>
          forms.state === 'notOpened' ? (
            <Empty title={texts.notOpened}>{texts.notOpenedMore}</Empty>
          ) : (
            <Stack>
              {isOpen ? <PrintSection round={round} forms={forms} /> : null}
              {forms.batches.length === 0 ? (
                <Empty title={texts.none} />
              ) : (
                <>
                  <PaperProgressSection forms={forms} />
                  <BatchesSection round={round} forms={forms} />
                </>
              )}
            </Stack>
          )
        }
      </Loaded>
    </PageOfRound>
  );
}
