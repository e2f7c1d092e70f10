import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useRights } from '../../client/rights.ts';
import { Page } from '../../kit/page/page.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { BodyFilterForm } from './body-filter-form.tsx';
import { BodyResults } from './body-results.tsx';
import { ImportBodies } from './import-bodies.tsx';
import { bodiesTexts } from './texts/bodies.ts';

const route = getRouteApi('/lam-viec/co-quan');

/** All bodies, with search while typing; administrators import them from files. */
export function BodiesPage() {
  const texts = useTexts(bodiesTexts);
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const administers = useRights().may('body.write', {});
  const [importing, { toggle }] = useDisclosure(false);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        administers ? (
          <Button variant="default" onClick={toggle} aria-expanded={importing}>
            {texts.import}
          </Button>
        ) : undefined
      }
    >
      {importing ? <ImportBodies /> : null}
      <BodyFilterForm filter={filter} onChange={(search) => void navigate({ search, replace: true })} />
      <BodyResults filter={filter} />
    </Page>
  );
}
