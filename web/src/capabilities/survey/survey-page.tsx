import { List, Stack } from '@mantine/core';
import { deadlineText, openingText } from '@parindex/core/words/step-times';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRights } from '../../client/rights.ts';
import { Facts } from '../../kit/page/facts.tsx';
import { LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { laterBelow } from '../../kit/reading/later.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { roundQuery } from '../rounds/queries/rounds.ts';
import { EndSection } from './end-section.tsx';
import { LinksSection } from './links-section.tsx';
import { OpenSurvey } from './open-survey.tsx';
import { ProgressSection } from './progress-section.tsx';
import { type Survey, surveyQuery } from './queries/survey.ts';
import { StandingSection } from './standing-section.tsx';
import { surveyTexts } from './texts/survey.ts';
import { UnitList } from './unit-list.tsx';

const AnswersSection = laterBelow(async () => (await import('./answers-section.tsx')).AnswersSection);
const ListLetterSection = laterBelow(async () => (await import('./list-letter-section.tsx')).ListLetterSection);
const PilotsSection = laterBelow(async () => (await import('./pilots-section.tsx')).PilotsSection);
const QuotasSection = laterBelow(async () => (await import('./quotas-section.tsx')).QuotasSection);
const MailsSection = laterBelow(async () => (await import('./mails-section.tsx')).MailsSection);

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/dieu-tra');

/** The survey of a round: its owners lead it, bodies list whom it asks. */
export function SurveyPage() {
  const texts = useTexts(surveyTexts);
  const { round } = route.useParams();
  const { body: looked } = route.useSearch();
  const query = useQuery(surveyQuery(round));
  const owner = useQuery(roundQuery(round)).data?.ownerBody.id;
  const { may } = useRights();
  const [leads = false, watches, reviews] = (['survey.lead', 'survey.watch', 'survey.review'] as const).map(
    (right) => owner !== undefined && may(right, { roundOwner: owner }),
  );
  const shown = (survey: Survey) => survey.bodies.filter(({ body, own }) => (looked === undefined ? own : leads && body.id === looked));
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={texts.lead}
      actions={
        looked === undefined ? (
          <>
            <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra/chon-mau" params={{ round }} variant="default">
              {texts.sample}
            </LinkButton>
            {reviews ? (
              <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra/chat-luong" params={{ round }} variant="default">
                {texts.reviews}
              </LinkButton>
            ) : null}
            {leads ? (
              <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay" params={{ round }} variant="default">
                {texts.paper}
              </LinkButton>
            ) : null}
            {leads ? (
              <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra/phong-van" params={{ round }} variant="default">
                {texts.fieldwork}
              </LinkButton>
            ) : null}
          </>
        ) : (
          <LinkButton to="/lam-viec/ky-danh-gia/$round/dieu-tra" params={{ round }} search={{}} variant="default">
            {texts.list.back}
          </LinkButton>
        )
      }
    >
      <Loaded query={query}>
        {(survey) => (
          <Stack>
            {looked === undefined ? <Standing survey={survey} /> : null}
            {leads && survey.state === 'notOpened' ? <PilotsSection round={round} opened={false} /> : null}
            {leads && survey.state === 'notOpened' && survey.obstacle === null ? <OpenSurvey round={round} /> : null}
            {survey.state !== 'notOpened'
              ? shown(survey).map((listing) => <UnitList key={listing.body.id} round={round} survey={survey} listing={listing} />)
              : null}
            {looked === undefined && survey.state !== 'notOpened' ? (
              <>
                {leads && survey.state === 'open' ? <ListLetterSection round={round} survey={survey} /> : null}
                {leads && survey.state === 'open' ? <LinksSection round={round} survey={survey} /> : null}
                {leads && survey.state === 'open' && survey.bodies.some(({ confirmation }) => confirmation !== null) ? (
                  <MailsSection round={round} survey={survey} />
                ) : null}
                {watches ? <StandingSection round={round} survey={survey} leads={leads} /> : <ProgressSection survey={survey} />}
                {watches ? <QuotasSection round={round} survey={survey} leads={leads && survey.state === 'open'} /> : null}
                {leads ? <EndSection round={round} survey={survey} /> : null}
                {leads && survey.state === 'closed' ? <AnswersSection round={round} /> : null}
                {leads ? <PilotsSection round={round} opened /> : null}
              </>
            ) : null}
          </Stack>
        )}
      </Loaded>
    </PageOfRound>
  );
}

/** How the survey stands, and by which forms it asks. */
function Standing({ survey }: { survey: Survey }) {
  const texts = useTexts(surveyTexts);
  const { language } = useLanguage();
  const { state, step, threshold, obstacle, groups } = survey;
  return (
    <Section title={texts.forms}>
      <Stack>
        <Facts
          facts={[
            [
              texts.state,
              <StateBadge key="state" tone={state === 'open' ? 'good' : 'quiet'}>
                {texts.states[state]}
              </StateBadge>,
            ],
            [texts.step, step ? texts.from(openingText(step.opens, language), deadlineText(step.closes, language)) : texts.noStep],
            ...(threshold === null ? [] : [[texts.threshold, texts.thresholdOf(formatCount(threshold, language))] as const]),
          ]}
        />
        {obstacle === null ? null : <Notice kind="warning">{obstacle}</Notice>}
        <List size="sm" aria-label={texts.forms}>
          {groups.map(({ id, title, questionnaire, questions }) => (
            <List.Item key={id}>{texts.formOf(title, questionnaire, formatCount(questions, language))}</List.Item>
          ))}
        </List>
      </Stack>
    </Section>
  );
}
