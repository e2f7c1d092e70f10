import { Button, List, Text } from '@mantine/core';
import { Table } from '../../kit/lists/table.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatBytes } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { JudgedFile } from './judge-files.ts';
import { uploadTexts } from './texts/uploads.ts';

/** Files waiting for the declaration, each with its faults. */
export function ChosenFiles({ files, onRemove }: { files: readonly JudgedFile[]; onRemove: (file: File) => void }) {
  const texts = useTexts(uploadTexts);
  const { remove } = useTexts(controlTexts);
  const { language } = useLanguage();
  return (
    <Table
      caption={texts.chosen}
      dense
      rows={files}
      keyOf={({ file }) => `${file.name} ${file.size} ${file.lastModified}`}
      columns={[
        {
          key: 'file',
          title: texts.file,
          names: true,
          least: '7rem',
          cell: ({ file }) => (
            <>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {file.name}
              </Text>
              <Text size="xs" c="dimmed" className="figures">
                {formatBytes(file.size, language)}
              </Text>
            </>
          ),
        },
        { key: 'judged', title: texts.judged, least: '8rem', cell: (row) => <Judged {...row} /> },
        {
          key: 'actions',
          title: texts.actions,
          cell: ({ file }) => (
            <Button size="compact-xs" variant="subtle" onClick={() => onRemove(file)} aria-label={`${remove}: ${file.name}`}>
              {remove}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Judged({ faults, keptAs }: JudgedFile) {
  const texts = useTexts(uploadTexts);
  if (faults.length === 0) return keptAs === null ? texts.sound : texts.renamed(keptAs);
  return (
    <List size="sm" listStyleType="none" c="var(--mantine-color-error)">
      {faults.map((fault) => (
        <List.Item key={fault}>{fault}</List.Item>
      ))}
    </List>
  );
}
