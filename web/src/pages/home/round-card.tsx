import { Title } from '@mantine/core';
import { beginning } from '@parindex/core/words/language';
import { pointsOver, scoredText } from '@parindex/core/words/points-text';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { daysUntil, FEW_DAYS, stepNow, stepsFor } from '@parindex/core/work/tasks';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { lazy, Suspense, useId } from 'react';
import type { Work } from '../../capabilities/work/queries/work.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { partsOfSheet } from '../../kit/page/places.ts';
import { StateBadge, type Tone } from '../../kit/page/state-badge.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { homeTexts } from './texts/home.ts';

const BodiesProgress = lazy(async () => ({ default: (await loadedLater(() => import('./bodies-progress.tsx'))).BodiesProgress }));

/** A round with all the roles that the user holds in it by one body. */
export interface MyRound extends Work {
  readonly roles: readonly Work['role'][];
}

/** One round: how far, until when, and the way there. */
export function RoundCard({ work }: { work: MyRound }) {
  const { round, office, sheet, bodies, parts, roles } = work;
  const texts = useTexts(homeTexts);
  const names = useTexts(ROLE_NAMES);
  const id = useId();
  return (
    <section className="card round-card" aria-labelledby={id}>
      <div className="round-title">
        <Title order={3} size="h5" id={id}>
          <Link to="/lam-viec/ky-danh-gia/$round" params={{ round: round.id }}>
            {round.title}
          </Link>
        </Title>
        <span className="page-lead">{texts.office(roles.map((role) => names[role]).join('; '), office.name)}</span>
      </div>
      <Progress work={work} />
      <Days work={work} />
      <div className="toolbar">
        {sheet ? (
          <LinkButton to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round: round.id, body: office.id }} variant="default">
            {texts.toSheet}
          </LinkButton>
        ) : null}
        {bodies ? (
          <>
            <LinkButton to="/lam-viec/ky-danh-gia/$round" params={{ round: round.id }} variant="default">
              {texts.toOverview}
            </LinkButton>
            <LinkButton to="/lam-viec/ky-danh-gia/$round/tien-do" params={{ round: round.id }} variant="subtle">
              {texts.toBoard}
            </LinkButton>
          </>
        ) : null}
        {parts && parts.given > 0 ? (
          <LinkButton to="/lam-viec/viec-duoc-giao" hash={partsOfSheet(round.id, parts.of.id)} variant="default">
            {texts.toParts}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}

/** How much of it is done, in words with a bar below. */
function Progress({ work: { sheet, place, bodies, parts, steps } }: { work: MyRound }) {
  const texts = useTexts(homeTexts);
  const { language } = useLanguage();
  const share = (done: number, of: number) => (of === 0 ? 0 : done / of);
  return (
    <>
      {sheet ? (
        <div className="round-line">
          <span>{beginning(scoredText(sheet.own, language))}</span>
          <Bar share={share(sheet.own.answered, sheet.own.asked)} as={sheet.own.answered === sheet.own.asked ? 'good' : 'act'} />
          <span className="page-lead">{texts.points(pointsOver(sheet.own, sheet, language))}</span>
          {place ? <span className="page-lead">{texts.place(place.rank, place.of)}</span> : null}
          <SheetState sheet={sheet} />
        </div>
      ) : null}
      {bodies ? (
        <Suspense fallback={<Loading lines={2} />}>
          <BodiesProgress bodies={bodies} steps={steps} />
        </Suspense>
      ) : null}
      {parts ? (
        <div className="round-line">
          <span>{parts.given > 0 ? texts.given(parts.given, parts.approved, parts.of.name) : texts.noneGiven(parts.of.name)}</span>
          {parts.given > 0 ? <Bar share={share(parts.approved, parts.given)} as={parts.approved === parts.given ? 'good' : 'act'} /> : null}
        </div>
      ) : null}
    </>
  );
}

function SheetState({ sheet }: { sheet: NonNullable<Work['sheet']> }) {
  const texts = useTexts(homeTexts);
  const badges: readonly (readonly [Tone, string, boolean])[] = [
    ['act', texts.toFreeze, sheet.toFreeze],
    ['act', texts.frozen, sheet.state === 'frozen'],
    ['good', sheet.sentUnsigned ? texts.sentUnsigned : texts.sent, sheet.state === 'sent'],
    ['warn', texts.reopened, sheet.reopened],
  ];
  const shown = badges.filter(([, , holds]) => holds);
  return shown.length === 0 ? null : (
    <span className="round-row">
      {shown.map(([tone, text]) => (
        <StateBadge key={text} tone={tone}>
          {text}
        </StateBadge>
      ))}
    </span>
  );
}

/** The step that counts now, with the days that are left of it as a bar. */
function Days({ work: { steps, roles } }: { work: MyRound }) {
  const texts = useTexts(homeTexts);
  const names = useTexts(STEP_NAMES);
  const now = useNow().getTime();
  const { deadline, opening } = useStepTimes();
  const step = stepNow(stepsFor(roles, steps), now);
  if (!step) return <span className="page-lead">{texts.noCalendar}</span>;
  const [opens, closes] = [Date.parse(step.opens), Date.parse(step.closes)];
  const name = names[step.step];
  if (!step.open) {
    return (
      <span className="page-lead">
        {opens > now
          ? texts.opensAt(name, opening(step.opens), Math.max(1, Math.ceil((opens - now) / 86_400_000)))
          : texts.closedAt(name, deadline(step.closes))}
      </span>
    );
  }
  const days = Math.max(0, daysUntil(closes, now));
  return (
    <div className="round-line">
      <span>{texts.now(name, days, deadline(step.closes))}</span>
      <Bar share={(now - opens) / Math.max(1, closes - opens)} as={days <= FEW_DAYS ? 'warn' : 'quiet'} />
    </div>
  );
}
