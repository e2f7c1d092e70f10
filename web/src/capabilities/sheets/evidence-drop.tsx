import { Button, Group, Stack, Text } from '@mantine/core';
import type { Target } from '@parindex/core/ledger/entry';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { createContext, type DragEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { loadBehind, loadedLater } from '../../client/loaded-later.ts';
import { sessionQuery } from '../../client/session.ts';
import { hasDeclared, keepDeclared } from '../../device/uploads/declared.ts';
import { useUploads } from '../../device/uploads/use-uploads.ts';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { libraryQuery } from '../evidence/queries/documents.ts';
import { citeOnceKept } from './cite-uploads.ts';
import { useSheet } from './sheet-at-work.tsx';
import { evidenceDropTexts } from './texts/evidence-drop.ts';

interface Dropping {
  /** Where files are cited; null: nothing can be cited here. */
  readonly target: Target | null;
  /** Files that wait for a word: for the declaration, or, pasted, for not having been meant. */
  readonly asked: readonly File[];
  /** Why files were not taken. */
  readonly faults: readonly string[];
  readonly isDeclared: boolean;
  take(files: readonly File[]): void;
  declare(): void;
  giveUp(): void;
}

const DropContext = createContext<Dropping | null>(null);

/** The item's form on which one is: what it takes of files. */
export function useDropping(): Dropping {
  const dropping = useContext(DropContext);
  if (!dropping) throw new Error('files are not taken here');
  return dropping;
}

const loadJudging = () => import('../evidence/judge-files.ts');
loadBehind(loadJudging);

/** Where something is being written: a picture that stands in the clipboard is not meant there, but beside the evidence it is. */
const isWrittenIn = (place: EventTarget | null): boolean =>
  place instanceof Element && place.closest('input, textarea, [contenteditable="true"]') !== null && place.closest('.item-citations') === null;

/** An item's form takes files dropped anywhere on it, or pasted where nothing is being written: uploaded, and cited at the item. */
export function EvidenceDrop({ code, targets, children }: { readonly code: string; readonly targets: readonly Target[]; readonly children: ReactNode }) {
  const texts = useTexts(evidenceDropTexts);
  const { language } = useLanguage();
  const { sheet, mayEnter } = useSheet();
  const client = useQueryClient();
  const uploads = useUploads();
  const [over, setOver] = useState(false);
  const [asked, setAsked] = useState<readonly File[]>([]);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const session = useQuery(sessionQuery).data;
  const [isDeclared, setDeclared] = useState(session ? hasDeclared(session) : false);
  const target = targets.find(mayEnter) ?? null;
  const send = (files: readonly File[]) => {
    if (target) citeOnceKept(uploads.add(sheet, files), target);
  };
  const take = async (files: readonly File[], isPasted = false) => {
    if (!target || files.length === 0) return;
    const { open, quota } = await client.fetchQuery(libraryQuery(sheet));
    if (!open) {
      setFaults([texts.closed]);
      return;
    }
    const { judgeFiles } = await loadedLater(loadJudging);
    const judged = judgeFiles([...asked, ...files], quota, language);
    setFaults(judged.filter((one) => one.faults.length > 0).map(({ file, faults: of }) => texts.faulty(file.name, of.join(' '))));
    const sound = judged.filter((one) => one.faults.length === 0).map(({ file }) => file);
    if (isDeclared && !isPasted) send(sound.filter((file) => !asked.includes(file)));
    else setAsked(sound);
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // Cells of a spreadsheet come as a picture too: there the text is meant.
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
      if (isWrittenIn(event.target) || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      void latest.current(files, true);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
  const dropping: Dropping = {
    ...{ target, asked, faults, isDeclared },
    take: (files) => void take(files),
    declare: () => {
      if (session) keepDeclared(session);
      setDeclared(true);
      send(asked);
      setAsked([]);
    },
    giveUp: () => setAsked([]),
  };
  const carriesFiles = (event: DragEvent) => target !== null && event.dataTransfer.types.includes('Files');
  return (
    <DropContext value={dropping}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: whoever has no mouse chooses or pastes the file */}
      <div
        className="item-work"
        data-over={over || undefined}
        onDragOver={(event) => {
          if (!carriesFiles(event)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={({ currentTarget, relatedTarget }) => {
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
        }}
        onDrop={(event) => {
          if (!carriesFiles(event)) return;
          event.preventDefault();
          setOver(false);
          void take([...event.dataTransfer.files]);
        }}
      >
        {children}
        {over ? (
          <div className="item-drop">
            <Upload size={28} aria-hidden />
            {texts.drop(code)}
          </div>
        ) : null}
      </div>
    </DropContext>
  );
}

/** What of the files is to be decided: the declaration, once a session, and whether pasted ones were meant; what was not taken, and why. */
export function DropDecision() {
  const texts = useTexts(evidenceDropTexts);
  const controls = useTexts(controlTexts);
  const { asked, faults, isDeclared, declare, giveUp } = useDropping();
  const start = isDeclared ? texts.send : texts.start;
  const place = useRef<HTMLDivElement>(null);
  // The buttons of the decision go with it: the focus returns to where files are chosen, and from there to what will be cited.
  const decide = (act: () => void) => () => {
    place.current?.closest('.item-work')?.querySelector<HTMLElement>('[data-takes-files]')?.focus();
    act();
  };
  return (
    <>
      {faults.length === 0 ? null : (
        <Stack gap={2} role="alert">
          {faults.map((fault) => (
            <Text key={fault} size="sm" c="var(--mantine-color-error)">
              {fault}
            </Text>
          ))}
        </Stack>
      )}
      {asked.length === 0 ? null : (
        <Stack ref={place} gap="xs" className="item-declare" role="group" aria-label={start}>
          <Text size="sm">{texts.asked(asked.map(({ name }) => name).join(', '))}</Text>
          {isDeclared ? null : (
            <Text size="sm" fw={600}>
              {texts.declare}
            </Text>
          )}
          <Group gap="xs">
            <Button size="compact-sm" data-autofocus onClick={decide(declare)}>
              {start}
            </Button>
            <Button size="compact-sm" variant="default" onClick={decide(giveUp)}>
              {controls.cancel}
            </Button>
          </Group>
        </Stack>
      )}
    </>
  );
}
