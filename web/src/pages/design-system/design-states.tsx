import { Text } from '@mantine/core';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { Empty } from '../../kit/lists/empty.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge, type Tone } from '../../kit/page/state-badge.tsx';
import { Tile, TileLink, Tiles } from '../../kit/page/tile.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { designTexts } from './texts/design-system.ts';

const TONES: readonly Tone[] = ['act', 'good', 'warn', 'bad', 'quiet'];
const NOTICES = ['note', 'good', 'warning', 'fault'] as const;
const ROWS = [
  { letter: 'A', tone: 'good', points: '57,20' },
  { letter: 'B', tone: 'bad', points: '9,05' },
] as const;

/** How pages tell what is so. */
export function DesignStates() {
  const texts = useTexts(designTexts);
  return (
    <>
      <Section title={texts.badges}>
        <div className="toolbar">
          {TONES.map((tone) => (
            <StateBadge key={tone} tone={tone}>
              {texts.tones[tone]}
            </StateBadge>
          ))}
        </div>
      </Section>
      <Section title={texts.tiles}>
        <Tiles label={texts.tiles}>
          <TileLink to="/he-thong-thiet-ke" label={texts.tones.good} value="12" more={texts.tilesOf('63')} tone="good" />
          <Tile label={texts.tones.warn} value="3" more={texts.tilesOf('63')} tone="warn" />
          <Tile label={texts.tones.bad} value="1" more={texts.tilesOf('63')} tone="bad" />
          <Tile label={texts.tones.quiet} value="47" />
        </Tiles>
      </Section>
      <Section title={texts.meters}>
        {TONES.map((tone, at) => (
          <Bar key={tone} share={(at + 1) / TONES.length} as={tone} />
        ))}
      </Section>
      <Section title={texts.notices}>
        {NOTICES.map((kind) => (
          <Notice key={kind} kind={kind}>
            {texts.noticeTexts[kind]}
          </Notice>
        ))}
      </Section>
      <Section title={texts.table}>
        <Table
          caption={texts.table}
          columns={[
            { key: 'body', title: texts.columns.body, names: true, cell: ({ letter }) => texts.bodyName(letter) },
            { key: 'state', title: texts.columns.state, cell: ({ tone }) => <StateBadge tone={tone}>{texts.tones[tone]}</StateBadge> },
            { key: 'points', title: texts.columns.points, align: 'right', cell: ({ points }) => points },
          ]}
          rows={ROWS}
          keyOf={({ letter }) => letter}
        />
      </Section>
      <Section title={texts.loading}>
        <div data-sample>
          <Loading />
        </div>
      </Section>
      <Empty title={texts.empty}>
        <Text>{texts.emptyMore}</Text>
      </Empty>
    </>
  );
}
