import { Button, Group } from '@mantine/core';
import { Outcome } from './outcome.tsx';
import { saveFile } from './save-file.ts';
import { useAct } from './use-act.ts';

const FORMATS = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof FORMATS)[number];

interface DocumentButtonsProps {
  readonly take: (format: DocumentFormat) => Promise<Blob>;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly texts: Readonly<Record<DocumentFormat, string>>;
  /** Said once it is there. */
  readonly done?: string;
}

/** An official document, for download as PDF or DOCX. */
export function DocumentButtons({ take, name, texts, done }: DocumentButtonsProps) {
  const taking = useAct(async (format: DocumentFormat) => ({ format, file: await take(format) }), {
    onDone: ({ format, file }) => saveFile(file, `${name}.${format}`),
  });
  return (
    <>
      <Group gap="xs">
        {FORMATS.map((format) => (
          <Button key={format} variant="default" loading={taking.isPending && taking.variables === format} onClick={() => taking.mutate(format)}>
            {texts[format]}
          </Button>
        ))}
      </Group>
      <Outcome error={taking.error} done={taking.isSuccess ? done : undefined} />
    </>
  );
}
