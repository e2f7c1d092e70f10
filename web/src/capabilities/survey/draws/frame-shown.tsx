import { Stack } from '@mantine/core';
import { Table } from '../../../kit/lists/table.tsx';
import { Facts } from '../../../kit/page/facts.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import type { Population } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';

/** How large a frame is, by stratum, and what the design takes of it. */
export function FrameShown({ frame, fileName }: { frame: Population; fileName?: string }) {
  const { frame: texts, strata: heads } = useTexts(drawTexts);
  const { language } = useLanguage();
  const count = (of: number) => formatCount(of, language);
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          ...(fileName === undefined ? [] : [[texts.name, fileName] as const]),
          [texts.clusters, count(frame.clusters)],
          [texts.households, count(frame.households)],
          [texts.sample, count(frame.sample)],
        ]}
      />
      <Table
        caption={heads.caption}
        rows={frame.strata}
        keyOf={({ stratum }) => stratum}
        columns={[
          { key: 'stratum', title: heads.stratum, names: true, least: '10rem', cell: ({ stratum }) => stratum || heads.whole },
          { key: 'units', title: heads.units, align: 'right', cell: ({ units }) => count(units) },
          { key: 'households', title: heads.households, align: 'right', cell: ({ households }) => count(households) },
          { key: 'drawn', title: heads.drawn, align: 'right', cell: ({ drawn }) => count(drawn) },
        ]}
      />
      <Facts cols={1} facts={[[texts.hash, frame.hash]]} />
    </Stack>
  );
}
