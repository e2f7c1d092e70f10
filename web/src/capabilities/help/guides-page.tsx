import { Text, Title } from '@mantine/core';
import { GUIDES } from '@parindex/core/words/guides/guide';
import { GUIDE_TEXTS, guideEdition, guideFor } from '@parindex/core/words/guides/guides';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../../client/session.ts';
import { DocumentButtons } from '../../kit/acts/document-buttons.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { PageTab, PageTabs } from '../../kit/page/page-tabs.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { shellTexts } from '../../kit/words/shell-texts.ts';
import { workQuery } from '../work/queries/work.ts';
import './guides.css';
import { takeGuide } from './queries/guides.ts';
import { guidesTexts } from './texts/guides.ts';

const route = getRouteApi('/lam-viec/huong-dan');

/** A guide for each kind of work; the reader's own opens first. */
export function GuidesPage() {
  const texts = useTexts(guidesTexts);
  const { home } = useTexts(shellTexts);
  const { language } = useLanguage();
  const { guide: named } = route.useSearch();
  const roles = useQuery(sessionQuery).data?.memberships.map(({ role }) => role) ?? [];
  const works = useQuery(workQuery).data?.items ?? [];
  const hasSheet = works.length === 0 || works.some(({ sheet }) => sheet !== null);
  const guide = named ?? guideFor(roles, hasSheet);
  const { title, lead, sections } = GUIDE_TEXTS[guide][language];
  return (
    <Page
      title={texts.title}
      path={[
        <Link key="home" to="/lam-viec">
          {home}
        </Link>,
      ]}
    >
      <PageTabs label={texts.roles}>
        {GUIDES.map((one) => (
          <PageTab
            key={one}
            to="/lam-viec/huong-dan"
            search={{ guide: one }}
            label={GUIDE_TEXTS[one][language].short}
            aria-current={one === guide ? 'page' : undefined}
          />
        ))}
      </PageTabs>
      <article className="card guide" aria-labelledby="huong-dan-ten">
        <Title order={2} size="h3" id="huong-dan-ten">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {guideEdition[language].of}
        </Text>
        <Text>{lead}</Text>
        <DocumentButtons take={(format) => takeGuide(guide, format)} name={`huong-dan-${guide}`} texts={texts.files} done={texts.taken} />
        {sections.map((section, index) => (
          <section key={section.title}>
            <Title order={3} size="h5">
              {index + 1}. {section.title}
            </Title>
            {section.text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </article>
    </Page>
  );
}
