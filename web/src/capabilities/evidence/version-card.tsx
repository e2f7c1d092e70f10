import { Anchor, Group, List, Stack, Text, Title } from '@mantine/core';
import { EVIDENCE_PHRASES } from '@parindex/core/words/evidence-phrases';
import { FILE_KIND_WORDS, findingText, PAGE_ORIGIN_WORDS } from '@parindex/core/words/file-words';
import { signatureText } from '@parindex/core/words/signature-words';
import type { ReactNode } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { Facts } from '../../kit/page/facts.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatBytes, formatCount, formatDay, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { isReadable } from './document-name.ts';
import { VersionFacts } from './facts-section.tsx';
import { type DocumentFile, type DocumentVersion, fileAddress } from './queries/documents.ts';
import { oneDocumentTexts } from './texts/document.ts';
import { documentTexts } from './texts/documents.ts';
import { ViewLink } from './view-link.tsx';

interface VersionCardProps {
  readonly library: SheetKey;
  readonly document: string;
  readonly version: DocumentVersion;
  /** Facts of earlier versions; those of the newest are shown above. */
  readonly withFacts: boolean;
}

/** A version with everything found in its file. */
export function VersionCard({ library, document, version, withFacts }: VersionCardProps) {
  const texts = useTexts(oneDocumentTexts).versions;
  const { number, file, redacted, late, uploaded } = version;
  const facts: [string, ReactNode][] = [
    [texts.uploaded, texts.by(uploaded.by.name, formatMoment(uploaded.at))],
    ...(late ? [[texts.late, texts.lateBy(late.document.number, formatDay(late.document.date))] as [string, ReactNode]] : []),
  ];
  return (
    <article className="card" aria-label={texts.one(number)}>
      <Stack gap="sm">
        <Title order={3} size="h5">
          {texts.one(number)}
        </Title>
        {redacted ? <Text size="sm">{texts.redacted}</Text> : null}
        <Facts facts={facts} />
        {withFacts ? <VersionFacts facts={version.facts} /> : null}
        {file ? <FileFacts library={library} document={document} number={number} file={file} /> : null}
      </Stack>
    </article>
  );
}

interface FileFactsProps {
  readonly library: SheetKey;
  readonly document: string;
  readonly number: number;
  readonly file: DocumentFile;
}

function FileFacts({ library, document, number, file }: FileFactsProps) {
  const texts = useTexts(oneDocumentTexts).versions;
  const all = useTexts(documentTexts);
  const { language } = useLanguage();
  const { state, pages, pagesAre } = file;
  const hash = (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {texts.sha256}: {file.sha256}
    </Text>
  );
  if (state === 'withheld') return <Notice kind="note">{texts.whyNot.withheld}</Notice>;
  if (state === 'gone')
    return (
      <>
        {hash}
        <Notice kind="note">{texts.whyNot.gone}</Notice>
      </>
    );
  return (
    <>
      <Facts
        facts={[
          [texts.file, all.fileOf(file.name, FILE_KIND_WORDS[file.kind][language], formatBytes(file.bytes, language))],
          [texts.state, all.fileState[state]],
          ...(pages === null ? [] : [[texts.pages, formatCount(pages, language)] as [string, ReactNode]]),
        ]}
      />
      {pagesAre === null || pagesAre === 'real' ? null : <Text size="sm">{PAGE_ORIGIN_WORDS[pagesAre][language]}</Text>}
      {hash}
      {isReadable(file) ? (
        <Group gap="sm">
          <ViewLink library={library} document={document} version={number} />
          <Anchor href={fileAddress(library, document, number)} download size="sm">
            {all.download}
          </Anchor>
        </Group>
      ) : (
        <Notice kind={state === 'infected' ? 'fault' : 'note'}>{texts.whyNot[state as keyof typeof texts.whyNot]}</Notice>
      )}
      <InspectionResult file={file} />
    </>
  );
}

/** The results of inspecting a file: findings, signatures, signs of personal data. */
function InspectionResult({ file: { kind, findings, signatures, personalFound } }: { file: DocumentFile }) {
  const texts = useTexts(oneDocumentTexts).versions;
  const { language } = useLanguage();
  const list = (title: string, sentences: readonly string[], none: string) => (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {sentences.length === 0 ? (
        <Text size="sm">{none}</Text>
      ) : (
        <List size="sm">
          {sentences.map((sentence, index) => (
            <List.Item key={index}>{sentence}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
  const told = findings.map(({ code, count, detail }) =>
    findingText({ code, ...(count === undefined ? {} : { count }), ...(detail === undefined ? {} : { detail }) }, language),
  );
  return (
    <>
      {list(texts.findings, told, texts.noFindings)}
      {kind === 'pdf'
        ? list(
            texts.signatures,
            signatures.map((signature) => signatureText(signature, language).join(' ')),
            texts.noSignatures,
          )
        : null}
      {personalFound.length > 0
        ? list(
            texts.personal,
            personalFound.map(({ kind: found, page, count }) => EVIDENCE_PHRASES[language].personalData[found](String(page), String(count))),
            '',
          )
        : null}
    </>
  );
}
