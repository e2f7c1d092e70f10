import { Box, List, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { documentFacts } from '@parindex/core/contracts/schemas/evidence';
import { EVIDENCE_PHRASES } from '@parindex/core/words/evidence-phrases';
import type { FormEvent } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { FormActions } from '../../kit/forms/form-actions.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatDay } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { factsOf, hintsFor, isSameNumber, typedOf } from './facts-values.ts';
import { Proposal } from './proposal.tsx';
import { type DocumentVersion, describeDocument, documentAnswered, type LibraryDocument } from './queries/documents.ts';
import { oneDocumentTexts } from './texts/document.ts';
import { documentTexts } from './texts/documents.ts';

interface FactsFormProps {
  readonly library: SheetKey;
  readonly document: LibraryDocument;
  readonly version: DocumentVersion;
  /** The year that is assessed, once it is known. */
  readonly year: number | undefined;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** The facts of a version, prefilled from its first page and confirmed by the person submitting. */
export function FactsForm({ library, document, version, year, onCancel, onDone }: FactsFormProps) {
  const fields = useTexts(documentTexts);
  const texts = useTexts(oneDocumentTexts).facts;
  const { language } = useLanguage();
  const { values: typed, put, text, input } = useForm(typedOf(version.facts), limitsOf(documentFacts));
  const describe = useAct(() => describeDocument(library, document.id, { version: document.version, number: version.number, facts: factsOf(typed) }), {
    refresh: documentAnswered(library),
    onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    describe.mutate();
  };
  const { proposed } = version;
  const hints = hintsFor(factsOf(typed), version, year, language);
  return (
    <form onSubmit={submit}>
      <Stack>
        {proposed && proposed.remarks.length > 0 ? (
          <Notice kind="note" title={texts.remarks}>
            <List size="sm">
              {proposed.remarks.map((remark) => (
                <List.Item key={remark}>{EVIDENCE_PHRASES[language].page[remark]}</List.Item>
              ))}
            </List>
          </Notice>
        ) : null}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Box>
            <TextInput label={fields.number} {...text('number')} />
            {proposed?.number ? (
              <Proposal
                field={fields.number}
                says={proposed.number.value}
                from={proposed.number.from}
                differs={!isSameNumber(typed.number, proposed.number.value)}
                onUse={() => put({ number: proposed.number?.value ?? '' })}
              />
            ) : null}
          </Box>
          <Box>
            <DayInput label={fields.date} {...input('date')} />
            {proposed?.date ? (
              <Proposal
                field={fields.date}
                says={formatDay(proposed.date.value)}
                from={proposed.date.from}
                differs={typed.date !== proposed.date.value}
                onUse={() => put({ date: proposed.date?.value })}
              />
            ) : null}
          </Box>
        </SimpleGrid>
        <Box>
          <TextInput label={fields.issuer} {...text('issuer')} />
          {proposed?.issuer ? (
            <Proposal
              field={fields.issuer}
              says={proposed.issuer.value}
              from={proposed.issuer.from}
              differs={typed.issuer.trim() !== proposed.issuer.value}
              onUse={() => put({ issuer: proposed.issuer?.value ?? '' })}
            />
          ) : null}
        </Box>
        <Box>
          <Textarea label={fields.subject} rows={2} {...text('subject')} />
          {proposed?.subject ? (
            <Proposal
              field={fields.subject}
              says={proposed.subject.value}
              from={proposed.subject.from}
              differs={typed.subject.trim() !== proposed.subject.value}
              onUse={() => put({ subject: proposed.subject?.value ?? '' })}
            />
          ) : null}
        </Box>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <DayInput label={fields.validFrom} {...input('validFrom')} />
          <DayInput label={fields.validTo} {...input('validTo')} />
        </SimpleGrid>
        {hints.length > 0 ? (
          <Notice kind="warning" title={fields.hints}>
            <List size="sm">
              {hints.map((hint) => (
                <List.Item key={hint}>{hint}</List.Item>
              ))}
            </List>
          </Notice>
        ) : null}
        <FormActions submit={texts.confirm} act={describe} load={describe.load} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
