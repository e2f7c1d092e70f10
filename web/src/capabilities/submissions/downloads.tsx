import { Button, Group } from '@mantine/core';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { useAct } from '../../kit/use-act.ts';
import { fetchReport, type SheetPlace } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

const FORMATS = ['pdf', 'docx'] as const;

/** The official report, to be signed. */
export function Downloads({ sheet }: { sheet: SheetPlace }) {
  const texts = useTexts(sendingTexts).report;
  const take = useAct(async (format: (typeof FORMATS)[number]) => ({ format, file: await fetchReport(sheet, format) }), {
    onDone: ({ format, file }) => saveFile(file, `bao-cao-tu-danh-gia-${sheet.body}.${format}`),
  });
  return (
    <>
      <Group gap="xs">
        {FORMATS.map((format) => (
          <Button key={format} variant="default" loading={take.isPending && take.variables === format} onClick={() => take.mutate(format)}>
            {texts[format]}
          </Button>
        ))}
      </Group>
      <Outcome error={take.error} />
    </>
  );
}
