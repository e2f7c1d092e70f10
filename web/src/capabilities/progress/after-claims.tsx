import { Group } from '@mantine/core';
import { LinkButton } from '../../kit/page/link.tsx';
import type { Tone } from '../../kit/page/state-badge.tsx';
import { TileLink, Tiles } from '../../kit/page/tile.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Board, BoardRow } from './queries/board.ts';
import { afterClaimsTexts } from './texts/after-claims.ts';

const total = (rows: readonly BoardRow[], of: (row: BoardRow) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

/** How far the appraisal of a round has come over all its bodies; of a closed one, the way to its result. */
export function AfterClaims({ board, closed }: { readonly board: Board; readonly closed: boolean }) {
  const texts = useTexts(afterClaimsTexts);
  const { language } = useLanguage();
  const { round, rows, steps } = board;
  const runs = steps.some(({ step, open }) => open && (step === 'appraisal' || step === 'secondAppraisal'));
  if (closed)
    return (
      <Notice kind="note">
        <Group justify="space-between">
          <span>{texts.closed}</span>
          <LinkButton to="/lam-viec/ky-danh-gia/$round/xep-hang" params={{ round }} className="screen-only">
            {texts.toResult}
          </LinkButton>
        </Group>
      </Notice>
    );
  const tile = (label: string, value: number, more: string, tone: Tone) => (
    <TileLink
      to="/lam-viec/ky-danh-gia/$round/tham-dinh"
      params={{ round }}
      label={label}
      value={formatCount(value, language)}
      more={more}
      tone={value === 0 ? 'quiet' : tone}
    />
  );
  const bodies = (has: (row: BoardRow) => boolean) => rows.filter(has).length;
  const ofBodies = texts.of(formatCount(rows.length, language));
  return (
    <>
      <Tiles label={texts.appraisal}>
        {tile(
          texts.items,
          total(rows, ({ appraised }) => appraised),
          texts.ofItems(
            formatCount(
              total(rows, ({ asked }) => asked),
              language,
            ),
          ),
          'act',
        )}
        {tile(
          texts.decided,
          bodies(({ asked, appraised }) => asked > 0 && appraised >= asked),
          ofBodies,
          'good',
        )}
        {tile(
          runs ? texts.begun : texts.inPart,
          bodies(({ asked, appraised }) => appraised > 0 && appraised < asked),
          ofBodies,
          'act',
        )}
        {tile(
          texts.notBegun,
          bodies(({ appraised }) => appraised === 0),
          ofBodies,
          'warn',
        )}
      </Tiles>
      <h2 className="overview-part">{texts.claims}</h2>
    </>
  );
}
