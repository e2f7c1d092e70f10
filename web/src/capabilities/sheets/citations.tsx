import { Button, Group, Stack, Text } from '@mantine/core';
import { type Citation, citationText } from '@parindex/core/evidence/citation';
import { MOST_CITATIONS } from '@parindex/core/ledger/citations';
import type { Target } from '@parindex/core/ledger/entry';
import { citationsIn } from '@parindex/core/ledger/fields';
import { useSearch } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { Link } from '../../kit/page/link.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { citationTexts } from '../evidence/texts/citations.ts';
import { CitationForm } from './citation-form.tsx';
import { CitationLine } from './citation-line.tsx';
import { citationsField, readCited } from './cited.ts';
import { EvidenceButtons, EvidenceUnderWay } from './evidence-add.tsx';
import { DropDecision, useDropping } from './evidence-drop.tsx';
import { FieldStanding } from './field-standing.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { evidenceDropTexts } from './texts/evidence-drop.ts';
import { useDocuments } from './use-documents.ts';
import { useField } from './use-field.ts';

interface CitationsProps {
  readonly target: Target;
  /** What else brings a document here. */
  readonly buttons?: ReactNode;
}

/** What an item cites as evidence. */
export function ItemCitations({ code }: { code: string }) {
  const texts = useTexts(citationTexts);
  const id = useId();
  const drop = useTexts(evidenceDropTexts);
  const dropping = useDropping();
  const target = useMemo(() => ({ kind: 'item' as const, id: code }), [code]);
  return (
    <section className="item-citations" aria-labelledby={id}>
      <h3 id={id}>{texts.title}</h3>
      <Citations target={target} buttons={dropping.target === null ? null : <EvidenceButtons />} />
      {dropping.target === null ? null : (
        <Stack gap="xs" pt="xs" className="screen-only">
          <EvidenceUnderWay target={dropping.target} />
          <DropDecision />
          <Text size="xs" c="dimmed">
            {dropping.isDeclared ? `${drop.hint} ${drop.declared}` : drop.hint}
          </Text>
        </Stack>
      )}
    </section>
  );
}

/** The citations of a figure, which other items with it show as well; collapsed if empty: most figures rely on their item's citations. */
export function FigureCitations({ target, sharedWith }: { readonly target: Target; readonly sharedWith: readonly string[] }) {
  const texts = useTexts(citationTexts);
  const { shown, mayEnter } = useSheet();
  const count = citationsIn(shown.cell(target)['citations']).length;
  // Stays open whatever is added or removed.
  const [opened] = useState(count > 0);
  if (count === 0 && !mayEnter(target)) return null;
  return (
    <details className="field-row" open={opened}>
      <summary>
        <Paperclip size={14} aria-hidden />
        {texts.ofFigure(count)}
      </summary>
      <Stack gap="xs" py="xs" pl="md">
        {sharedWith.length === 0 ? null : (
          <Text size="xs" c="dimmed">
            {texts.shared(sharedWith.join(', '))}
          </Text>
        )}
        <Citations target={target} />
      </Stack>
    </details>
  );
}

/** The citations of an item or figure, each with its place: chosen from the library, saved like any other field. */
function Citations({ target, buttons = null }: CitationsProps) {
  const texts = useTexts(citationTexts);
  const { sheet, mayEnter } = useSheet();
  const { item } = useSearch({ strict: false });
  const field = useMemo(() => citationsField(target), [target]);
  const editing = useField(field);
  const cited = citationsIn(editing.value);
  const [form, setForm] = useState<'new' | string>();
  const { documents, error } = useDocuments(cited.length > 0 || form !== undefined || editing.pending !== undefined);
  const place = useRef<HTMLDivElement>(null);
  const mayWrite = mayEnter(target);
  // The button may disappear with its citation, so the focus moves.
  const back = () => place.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  const save = (list: readonly string[]) => editing.choose(list.length === 0 ? null : list);
  const enter = (citation: Citation) => {
    const text = citationText(citation);
    save(form === 'new' ? [...cited, text] : cited.map((one) => (one === form ? text : one)));
    setForm(undefined);
    back();
  };
  const formOf = (before: string | undefined) => (
    <CitationForm
      before={before === undefined ? undefined : readCited(before)}
      taken={cited.filter((one) => one !== before)}
      onEnter={enter}
      onCancel={() => {
        setForm(undefined);
        back();
      }}
    />
  );
  return (
    <Stack ref={place} gap="sm" pos="relative" id={`o-${target.kind}-${target.id}-citations`}>
      {error ? <Notice kind="warning">{texts.unread}</Notice> : null}
      {cited.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.none}
        </Text>
      ) : null}
      {cited.map((text) =>
        form === text ? (
          <div key={text}>{formOf(text)}</div>
        ) : (
          <CitationLine
            key={text}
            text={text}
            documents={documents}
            {...(mayWrite
              ? {
                  onChange: () => setForm(text),
                  onRemove: () => {
                    save(cited.filter((one) => one !== text));
                    back();
                  },
                  onCite: (version: number) => {
                    const citation = readCited(text);
                    const newer = citation && citationText({ ...citation, version });
                    if (newer) save(cited.includes(newer) ? cited.filter((one) => one !== text) : cited.map((one) => (one === text ? newer : one)));
                    back();
                  },
                }
              : {})}
          />
        ),
      )}
      {editing.faults.length > 0 ? (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {editing.faults.join(' ')}
        </Text>
      ) : null}
      <FieldStanding
        field={field}
        editing={editing}
        decide={(act) => {
          act();
          back();
        }}
      />
      {form === 'new' ? formOf(undefined) : null}
      {mayWrite || buttons !== null ? (
        <Group gap="xs" className="screen-only">
          {form === undefined && cited.length < MOST_CITATIONS ? buttons : null}
          {mayWrite && form === undefined && cited.length < MOST_CITATIONS ? (
            <Button size="compact-sm" variant="default" data-add onClick={() => setForm('new')}>
              {texts.add}
            </Button>
          ) : null}
          {cited.length < MOST_CITATIONS ? null : <Text size="sm">{texts.form.most(MOST_CITATIONS)}</Text>}
          <Link
            size="sm"
            to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu"
            params={sheet}
            search={item === undefined ? {} : { from: item }}
            preload={false}
          >
            {texts.toLibrary}
          </Link>
        </Group>
      ) : null}
    </Stack>
  );
}
