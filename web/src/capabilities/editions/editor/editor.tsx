import './editor.css';
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import { isObject } from '@parindex/core/reading/raw';
import { checkDraft } from '@parindex/core/studio/checking/check-draft';
import type { Keys } from '@parindex/core/studio/operations/change';
import { valueAt } from '@parindex/core/studio/operations/change';
import { partsOf, placeOfCode, startsWith } from '@parindex/core/studio/operations/places';
import { faultOfDraft } from '@parindex/core/words/draft-faults';
import { MoreHorizontal, Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Section } from '../../../kit/page/section.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editionFormTexts } from '../texts/edition-form.ts';
import { editorTexts } from '../texts/editor.ts';
import type { DraftWriting } from './draft-writing.ts';
import { EditionForm } from './edition-form.tsx';
import { faultLine } from './fault-words.ts';
import { FiguresPanel } from './figures-panel.tsx';
import { ItemForm, TITLE_FIELD } from './item-form.tsx';
import { SavingState } from './saving-state.tsx';
import { Tree } from './tree.tsx';
import { addDomain, type DoneInTree, dropped, TREE_ACTS, type TreeAct, treeAct } from './tree-acts.ts';
import { keyOf, treeRows } from './tree-rows.ts';
import { EditorContext, type Editor as EditorOf } from './use-editor.ts';

interface EditorProps {
  readonly writing: DraftWriting;
  /** The code of the part that the address names. */
  readonly named: string | undefined;
  readonly onReload: () => void;
}

/** The tree of a draft beside the part that is written, checked with each keystroke. */
export function Editor({ writing, named, onReload }: EditorProps) {
  const texts = useTexts(editorTexts);
  const edition = useTexts(editionFormTexts);
  const { language } = useLanguage();
  const state = useSyncExternalStore(writing.subscribe, writing.state);
  const { document: draft, chosen } = state;
  const checked = useMemo(() => checkDraft(draft), [draft]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => treeRows(draft, checked, closed), [draft, checked, closed]);
  const focusTitle = useRef(false);
  const words = texts.acts;

  useEffect(() => {
    const place = named === undefined ? undefined : placeOfCode(draft, named);
    if (place) writing.choose(place);
  }, [named]);
  useEffect(() => {
    if (!focusTitle.current) return;
    focusTitle.current = false;
    const field = document.getElementById(TITLE_FIELD) as HTMLTextAreaElement | null;
    field?.focus();
    field?.select();
  });
  const open = useCallback(
    (keys: Keys) => {
      setClosed((before) => {
        const shut = [2, 4].map((length) => keyOf(keys.slice(0, length))).filter((key) => before.has(key) && key !== keyOf(keys));
        return shut.length === 0 ? before : new Set([...before].filter((key) => !shut.includes(key)));
      });
      writing.choose(keys);
    },
    [writing],
  );
  const done = (act: DoneInTree | undefined) => {
    if (!act || writing.do(act.operations) || !act.open) return;
    focusTitle.current = true;
    open(act.open);
  };
  const actAt = (keys: Keys, act: TreeAct) => {
    // What is acted on is what is written next.
    if (act !== 'remove' && keyOf(keys) !== (chosen && keyOf(chosen))) writing.choose(keys);
    done(treeAct(draft, keys, act, words));
  };
  const choose = (keys: Keys, then: 'look' | 'title') => {
    focusTitle.current = then === 'title';
    open(keys);
  };
  const editor: EditorOf = useMemo(() => {
    const at = new Map(checked.faults.map((fault) => [keyOf(fault.keys), fault]));
    return {
      ...{ writing, document: draft, checked },
      faultAt: (keys) => {
        const fault = at.get(keyOf(keys));
        return fault && faultOfDraft(fault, language);
      },
    };
  }, [writing, draft, checked, language]);
  const goToFault = (keys: Keys) => {
    const part = partsOf(draft).findLast((each) => startsWith(keys, each.keys));
    // What is no part of the tree is written of the whole edition, or of the figures.
    if (!part && keys[0] === 'figures') return;
    if (part) open(part.keys);
    else writing.choose([]);
    requestAnimationFrame(() => {
      const fields = [...document.querySelectorAll<HTMLElement>('[data-place]')];
      const place = keyOf(keys);
      fields.find(({ dataset }) => dataset['place'] === place || dataset['place']?.startsWith(`${place}/`))?.focus();
    });
  };
  const isChosen = chosen !== undefined && isObject(valueAt(draft, chosen));
  const total = checked.points.find(({ keys }) => keys[0] === 'groups');
  return (
    <EditorContext value={editor}>
      <SavingState writing={writing} onReload={onReload} />
      <div className="editor-columns" data-step={isChosen ? 'form' : 'tree'}>
        <section className="editor-side" aria-label={texts.tree.label}>
          <Group className="editor-acts" gap="xs" role="group" aria-label={words.label}>
            <Button size="compact-sm" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => done(addDomain(draft, words))}>
              {words.addDomain}
            </Button>
            {(['addBeside', 'addBelow'] as const).map((act) => (
              <Button
                key={act}
                size="compact-sm"
                variant="default"
                disabled={!isChosen || !treeAct(draft, chosen, act, words)}
                onClick={() => chosen && actAt(chosen, act)}
              >
                {words[act]}
              </Button>
            ))}
            <Button size="compact-sm" variant="default" onClick={() => writing.choose([])}>
              {edition.open}
            </Button>
            <Menu withinPortal>
              <Menu.Target>
                <ActionIcon variant="default" aria-label={words.more} title={words.more}>
                  <MoreHorizontal size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {TREE_ACTS.filter((act) => act !== 'addBeside' && act !== 'addBelow').map((act) => (
                  <Menu.Item key={act} disabled={!isChosen || !treeAct(draft, chosen, act, words)} onClick={() => chosen && actAt(chosen, act)}>
                    {words[act]}
                  </Menu.Item>
                ))}
                <Menu.Item onClick={() => void writing.do([{ operation: 'renumber' }])}>{words.renumberAll}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
          <Text size="xs" c="dimmed" className="editor-keys">
            {texts.tree.keys}
          </Text>
          {rows.length === 0 ? <Text size="sm">{texts.tree.empty}</Text> : null}
          <Tree
            rows={rows}
            chosen={chosen}
            onChoose={choose}
            onToggle={(key, isOpen) =>
              setClosed((before) => {
                const next = new Set(before);
                if (isOpen) next.delete(key);
                else next.add(key);
                return next;
              })
            }
            onAct={actAt}
            onDrop={(from, over, where) => {
              writing.choose(from);
              done(dropped(draft, from, over, where));
            }}
          />
          {total?.sum ? (
            <Text size="sm" mt="xs" className="figures">
              {texts.tree.total(displayDecimal(total.sum, language))}
              {total.over ? `; ${texts.tree.over(displayDecimal(total.over, language))}` : ''}
              {total.missing ? `; ${texts.tree.missing(displayDecimal(total.missing, language))}` : ''}
            </Text>
          ) : null}
        </section>
        <div className="editor-main">
          <section className="card">
            {isChosen && chosen?.length === 0 ? (
              <EditionForm onBack={() => writing.choose(undefined)} />
            ) : isChosen && chosen ? (
              <ItemForm key={keyOf(chosen)} at={chosen} onBack={() => writing.choose(undefined)} />
            ) : (
              <Text size="sm">{texts.form.none}</Text>
            )}
          </section>
          <Section title={texts.faults.title}>
            {checked.faults.length === 0 ? (
              <Text size="sm">{texts.faults.none}</Text>
            ) : (
              <ul className="editor-faults">
                {checked.faults.map((fault) => (
                  <li key={`${fault.code} ${fault.path}`}>
                    <button type="button" onClick={() => goToFault(fault.keys)}>
                      {faultLine(fault, draft, language)}
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {checked.faults.length > 0 ? (
              <Text size="xs" c="dimmed">
                {texts.tree.faults(formatCount(checked.faults.length, language))}
              </Text>
            ) : null}
          </Section>
          <FiguresPanel />
        </div>
      </div>
    </EditorContext>
  );
}
