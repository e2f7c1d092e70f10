import { Title } from '@mantine/core';
import type { Work } from '../../capabilities/work/queries/work.ts';
import { Link } from '../../kit/page/link.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { type MyRound, RoundCard } from './round-card.tsx';
import { homeTexts } from './texts/home.ts';

/** Each round once for each body by which the user is in it. */
function byBody(items: readonly Work[]): MyRound[] {
  const groups = Map.groupBy(items, ({ round, office, parts }) => `${round.id} ${office.id} ${parts?.of.id ?? ''}`);
  return [...groups.values()].flatMap((of) => {
    const [first] = of;
    return first ? [{ ...first, roles: of.map(({ role }) => role) }] : [];
  });
}

const keyOf = ({ round, office, parts }: MyRound) => `${round.id} ${office.id} ${parts?.of.id ?? ''}`;

/** The user's rounds: those that run, then those to come; what is over is folded. */
export function Rounds({ items }: { items: readonly Work[] }) {
  const texts = useTexts(homeTexts);
  const of = (phase: Work['phase']) => byBody(items.filter((item) => item.phase === phase));
  const over = of('over');
  return (
    <>
      {(['running', 'ahead'] as const).map((phase) => {
        const rounds = of(phase);
        return rounds.length === 0 ? null : (
          <div key={phase} className="rounds">
            <Title order={2} size="h4">
              {phase === 'running' ? texts.rounds : texts.ahead}
            </Title>
            <div className="round-cards">
              {rounds.map((work) => (
                <RoundCard key={keyOf(work)} work={work} />
              ))}
            </div>
          </div>
        );
      })}
      {over.length === 0 ? null : (
        <details className="card">
          <summary>{texts.over(over.length)}</summary>
          <ul className="over-list">
            {over.map((work) => (
              <li key={keyOf(work)}>
                <Over work={work} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Over({ work: { round, office, sheet } }: { work: MyRound }) {
  const texts = useTexts(homeTexts);
  const params = { round: round.id };
  return (
    <>
      {sheet ? (
        <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ ...params, body: office.id }}>
          {round.title}
        </Link>
      ) : (
        <Link to="/lam-viec/ky-danh-gia/$round" params={params}>
          {round.title}
        </Link>
      )}
      <span className="page-lead">
        {office.name} · {sheet?.state === 'sent' ? (sheet.sentUnsigned ? texts.sentUnsigned : texts.sent) : texts.closed}
      </span>
    </>
  );
}
