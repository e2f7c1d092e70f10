import { Box } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRights } from '../../client/rights.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { BodyChanges } from './body-changes.tsx';
import { BodyHistory } from './body-history.tsx';
import { BodyKin } from './body-kin.tsx';
import { BodyOnDay } from './body-on-day.tsx';
import { BodyTree } from './body-tree.tsx';
import { bodyQuery } from './queries/bodies.ts';
import { bodyTexts } from './texts/body.ts';

const route = getRouteApi('/lam-viec/co-quan/$body');

/** A body with everything recorded about it. */
export function BodyPage() {
  const texts = useTexts(bodyTexts);
  const { body: id } = route.useParams();
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const administers = useRights().may('body.write', {});
  const query = useQuery({ ...bodyQuery(id, on), placeholderData: keepPreviousData });
  const { data: body } = query;
  return (
    <Page
      title={body ? (body.onDay.name ?? body.names.at(-1)?.full ?? id) : texts.title}
      path={[
        <Link to="/lam-viec/co-quan" key="list">
          {texts.back}
        </Link>,
      ]}
    >
      <Loaded query={query}>
        {(body) => (
          <>
            <Box maw="16rem">
              <DayInput
                label={texts.another}
                description={texts.anotherMore}
                value={on}
                onChange={(day) => void navigate({ search: day === undefined ? {} : { on: day }, replace: true })}
              />
            </Box>
            <BodyOnDay body={body} />
            {administers ? <BodyChanges body={body} /> : null}
            <BodyKin body={body} />
            <BodyTree id={id} on={on} />
            <BodyHistory body={body} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
