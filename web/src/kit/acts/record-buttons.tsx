import { texts } from '@parindex/core/words/texts';
import { useTexts } from '../words/language.tsx';
import { DocumentButtons, type DocumentFormat } from './document-buttons.tsx';

const recordTexts = texts({
  pdf: { vi: 'Tải biên bản (PDF)', en: 'Download the record (PDF)' },
  docx: { vi: 'Tải biên bản (DOCX)', en: 'Download the record (DOCX)' },
});

const listTexts = texts({
  pdf: { vi: 'Tải danh mục (PDF)', en: 'Download the list (PDF)' },
  docx: { vi: 'Tải danh mục (DOCX)', en: 'Download the list (DOCX)' },
});

interface RecordButtonsProps {
  readonly take: (format: DocumentFormat) => Promise<Blob>;
  /** Of the file, without its ending. */
  readonly name: string;
}

/** A record (biên bản) as a file, beside the page on which it is read. */
export const RecordButtons = (props: RecordButtonsProps) => <DocumentButtons {...props} texts={useTexts(recordTexts)} />;

/** A list (danh mục) of documents, likewise. */
export const ListButtons = (props: RecordButtonsProps) => <DocumentButtons {...props} texts={useTexts(listTexts)} />;
