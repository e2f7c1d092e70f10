import { WAITS, type WaitKind } from '@parindex/core/progress/waits';
import { waitText } from '@parindex/core/words/progress-words';
import { Link } from '../../kit/page/link.tsx';
import { StateBadge, type Tone } from '../../kit/page/state-badge.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type Board, hasBegun } from './queries/board.ts';
import { boardOverviewTexts } from './texts/board-overview.ts';

interface Waiting {
  readonly kind: WaitKind;
  readonly domain: string | null;
  readonly count: number;
  readonly bodies: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}

/** The same wait of all bodies as one, in display order. */
function waitingIn({ rows }: Board): Waiting[] {
  const all = rows.flatMap(({ body, waits }) => waits.map((wait) => ({ ...wait, body })));
  return [...Map.groupBy(all, ({ kind, domain }) => `${WAITS.indexOf(kind)} ${domain ?? ''}`)]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, same]) => ({
      kind: (same[0] as (typeof all)[number]).kind,
      domain: same[0]?.domain ?? null,
      count: same.reduce((sum, { count }) => sum + count, 0),
      bodies: same.toSorted((a, b) => b.count - a.count).map(({ body, count }) => ({ id: body.id, name: body.name, count })),
    }));
}

const TONES: Readonly<Record<WaitKind, Tone>> = {
  notBegun: 'warn',
  unanswered: 'quiet',
  mustMend: 'warn',
  partsReturned: 'quiet',
  partsProposed: 'quiet',
  partsLate: 'bad',
  head: 'act',
  sending: 'act',
  appraisal: 'quiet',
};

/** For whom how many sheets wait: a line each, which opens to the bodies. */
export function WaitsDigest({ board }: { board: Board }) {
  const texts = useTexts(boardOverviewTexts);
  const { language } = useLanguage();
  const waiting = waitingIn(board);
  if (waiting.length === 0) {
    const open = hasBegun(board, 'appraisal') ? board.rows.reduce((sum, { asked, appraised }) => sum + asked - appraised, 0) : 0;
    return <p>{open > 0 ? texts.digest.leftOpen(formatCount(open, language)) : texts.digest.none}</p>;
  }
  return (
    <div className="digest">
      {waiting.map(({ kind, domain, count, bodies }) => (
        <details key={`${kind} ${domain}`}>
          <summary>
            <span>{waitText({ kind, count, domain }, language)}</span>
            <StateBadge tone={TONES[kind]}>{texts.digest.bodies(formatCount(bodies.length, language))}</StateBadge>
          </summary>
          <ul>
            {bodies.map((body) => (
              <li key={body.id}>
                <Link to="/lam-viec/ky-danh-gia/$round/tien-do" params={{ round: board.round }} search={{ body: body.id }}>
                  {body.name}
                </Link>
                {body.count > 1 ? ` (${formatCount(body.count, language)})` : ''}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
