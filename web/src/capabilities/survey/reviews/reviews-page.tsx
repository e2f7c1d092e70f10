import { SimpleGrid, Stack, Text } from '@mantine/core';
import { REVIEW_STATES } from '@parindex/core/contracts/schemas/survey-review';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FilterChips } from '../../../kit/lists/filter-chips.tsx';
import { PagedList } from '../../../kit/lists/paged-list.tsx';
import { LinkButton } from '../../../kit/page/link.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { PageOfRound } from '../../rounds/page-of-round.tsx';
import { EVERYWHERE, PlaceSelects, placeAsked } from '../place-selects.tsx';
import { type ReviewState, reviewsQuery } from '../queries/reviews.ts';
import { type Survey, surveyQuery } from '../queries/survey.ts';
import { reviewTexts } from '../texts/reviews.ts';
import { ReviewedFormSection } from './reviewed-form.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/dieu-tra/chat-luong');

/** Forms of a survey that were noticed: looked at without a name, accepted or set aside. */
export function ReviewsPage() {
  const texts = useTexts(reviewTexts);
  const { language } = useLanguage();
  const { round } = route.useParams();
  const query = useQuery(surveyQuery(round));
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={texts.lead}
      actions={
        <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra" params={{ round }} search={{}} variant="default">
          {texts.back}
        </LinkButton>
      }
    >
      <Loaded query={query}>
        {(survey) => (
          <Stack>
            {survey.threshold === null ? null : <Text size="sm">{texts.threshold(formatCount(survey.threshold, language))}</Text>}
            {survey.state === 'ending' || survey.state === 'closed' ? <Notice kind="note">{texts.ended}</Notice> : null}
            <Forms round={round} survey={survey} />
          </Stack>
        )}
      </Loaded>
    </PageOfRound>
  );
}

function Forms({ round, survey }: { round: string; survey: Survey }) {
  const texts = useTexts(reviewTexts);
  const { language } = useLanguage();
  const [state, setState] = useState<ReviewState>('undecided');
  const [place, setPlace] = useState(EVERYWHERE);
  const list = useInfiniteQuery(reviewsQuery(round, { state, ...placeAsked(place) }));
  const counts = list.data?.pages.at(-1)?.counts;
  const titles = new Map(survey.groups.map(({ id, title }) => [id, title]));
  return (
    <>
      <section aria-label={texts.filters} className="screen-only">
        <Stack>
          <FilterChips
            label={texts.state}
            chosen={state}
            choices={REVIEW_STATES.map((value) => ({
              ...{ value, label: texts.states[value] },
              ...(counts ? { count: formatCount(counts[value] ?? 0, language) } : {}),
            }))}
            onChoose={setState}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <PlaceSelects survey={survey} chosen={place} onChoose={setPlace} />
          </SimpleGrid>
        </Stack>
      </section>
      <PagedList list={list} none={texts.none} noneMore={texts.noneMore}>
        {(forms) => (
          <Stack>
            {forms.map((form) => (
              <ReviewedFormSection key={form.id} round={round} form={form} group={titles.get(form.group) ?? form.group} open={survey.state === 'open'} />
            ))}
          </Stack>
        )}
      </PagedList>
    </>
  );
}
