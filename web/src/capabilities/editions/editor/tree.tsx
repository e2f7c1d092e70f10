import { displayDecimal } from '@parindex/core/quantity/display';
import type { Keys } from '@parindex/core/studio/operations/change';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import type { TreeAct } from './tree-acts.ts';
import { keyOf, type TreeRow } from './tree-rows.ts';

export type Landing = { readonly over: string; readonly where: 'before' | 'after' | 'below' };

interface TreeProps {
  readonly rows: readonly TreeRow[];
  readonly chosen: Keys | undefined;
  readonly onChoose: (keys: Keys, then: 'look' | 'title') => void;
  readonly onToggle: (key: string, open: boolean) => void;
  readonly onAct: (keys: Keys, act: TreeAct) => void;
  readonly onDrop: (from: Keys, over: Keys, where: Landing['where']) => void;
}

const ALT: Readonly<Record<string, TreeAct>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'indent', ArrowLeft: 'outdent' };

/** Domains, criteria and sub-criteria with their points as they are checked; written with keys, or by dragging. */
export function Tree({ rows, chosen, onChoose, onToggle, onAct, onDrop }: TreeProps) {
  const texts = useTexts(editorTexts).tree;
  const [at, setAt] = useState<string>();
  const [landing, setLanding] = useState<Landing>();
  const dragged = useRef<Keys>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const chosenKey = chosen && keyOf(chosen);
  const index = Math.max(
    0,
    rows.findIndex(({ key }) => key === (at ?? chosenKey)),
  );
  const here = rows[index];
  // What is chosen elsewhere, or has moved, is where the keys go on.
  useEffect(() => {
    if (chosenKey === undefined) return;
    setAt(chosenKey);
    const row = box.current?.querySelector<HTMLElement>(`[data-key="${chosenKey}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    if (box.current?.contains(document.activeElement)) row?.focus();
  }, [chosenKey]);

  const goTo = (row: TreeRow | undefined) => {
    if (!row) return;
    setAt(row.key);
    box.current?.querySelector<HTMLElement>(`[data-key="${row.key}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (!here) return;
    const act = event.altKey ? ALT[event.key] : event.key === 'Insert' ? 'addBeside' : event.key === 'Delete' ? 'remove' : undefined;
    const done = (run: () => void) => {
      event.preventDefault();
      run();
    };
    if (act) return done(() => onAct(here.keys, act));
    if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
    switch (event.key) {
      case 'ArrowDown':
        return done(() => goTo(rows[index + 1]));
      case 'ArrowUp':
        return done(() => goTo(rows[index - 1]));
      case 'Home':
        return done(() => goTo(rows[0]));
      case 'End':
        return done(() => goTo(rows.at(-1)));
      case 'ArrowRight':
        return done(() => (here.isDivided && !here.isOpen ? onToggle(here.key, true) : here.isOpen ? goTo(rows[index + 1]) : undefined));
      case 'ArrowLeft':
        return done(() => (here.isOpen ? onToggle(here.key, false) : goTo(rows.find(({ key }) => key === keyOf(here.keys.slice(0, -2))))));
      case 'Enter':
      case ' ':
        return done(() => onChoose(here.keys, 'look'));
      case 'F2':
        return done(() => onChoose(here.keys, 'title'));
    }
    return undefined;
  };
  const rowOf = (event: DragEvent): TreeRow | undefined => {
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset['key'];
    return rows.find((row) => row.key === key);
  };
  const over = (event: DragEvent) => {
    const row = rowOf(event);
    if (!row || !dragged.current) return;
    event.preventDefault();
    const { top, height } = ((event.target as HTMLElement).closest('[data-key]') as HTMLElement).getBoundingClientRect();
    const share = (event.clientY - top) / height;
    // A part lands below another of the level above its own, else before or after it.
    const isAbove = row.keys.length === dragged.current.length - 2;
    const where = isAbove && share > 0.3 ? 'below' : share < 0.5 ? 'before' : 'after';
    if (landing?.over !== row.key || landing.where !== where) setLanding({ over: row.key, where });
  };
  const end = () => {
    dragged.current = undefined;
    setLanding(undefined);
  };
  return (
    <div
      ref={box}
      role="tree"
      aria-label={texts.label}
      className="editor-tree"
      tabIndex={-1}
      onKeyDown={press}
      onClick={(event) => {
        const target = event.target as HTMLElement;
        const row = rows.find(({ key }) => key === target.closest<HTMLElement>('[data-key]')?.dataset['key']);
        if (!row) return;
        if (target.closest('[data-toggle]')) onToggle(row.key, !row.isOpen);
        else onChoose(row.keys, 'look');
      }}
      onDragStart={(event) => {
        const row = rowOf(event);
        if (!row) return;
        dragged.current = row.keys;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', row.title);
      }}
      onDragOver={over}
      onDragEnd={end}
      onDrop={(event) => {
        event.preventDefault();
        const target = rows.find(({ key }) => key === landing?.over);
        if (target && landing && dragged.current) onDrop(dragged.current, target.keys, landing.where);
        end();
      }}
    >
      {rows.map((row) => (
        <Row
          key={row.key}
          row={row}
          isChosen={row.key === chosenKey}
          isAt={row.key === here?.key}
          landing={landing?.over === row.key ? landing.where : undefined}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: TreeRow;
  readonly isChosen: boolean;
  readonly isAt: boolean;
  readonly landing: Landing['where'] | undefined;
}

const sameRow = (one: RowProps, other: RowProps): boolean =>
  one.isChosen === other.isChosen &&
  one.isAt === other.isAt &&
  one.landing === other.landing &&
  (Object.keys(one.row) as (keyof TreeRow)[]).every((key) => key === 'keys' || one.row[key] === other.row[key]);

/** A part with its points. What has not changed is not drawn again: a keystroke is to touch its own row only. */
const Row = memo(({ row, isChosen, isAt, landing }: RowProps) => {
  const texts = useTexts(editorTexts).tree;
  const { language } = useLanguage();
  const number = (text: string) => displayDecimal(text, language);
  const count = (many: number) => formatCount(many, language);
  return (
    <div
      role="treeitem"
      className="editor-row"
      data-key={row.key}
      data-level={row.level}
      data-landing={landing}
      draggable
      aria-level={row.depth}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-selected={isChosen}
      {...(row.isDivided ? { 'aria-expanded': row.isOpen } : {})}
      tabIndex={isAt ? 0 : -1}
    >
      <span className="editor-toggle" data-toggle={row.isDivided || undefined} aria-hidden>
        {row.isDivided ? row.isOpen ? <ChevronDown size={16} /> : <ChevronRight size={16} /> : null}
      </span>
      <span className="editor-code figures">{row.code}</span>
      <span className="editor-title">{row.title === '' ? texts.untitled : row.title}</span>
      <span className="editor-points figures">{row.points === null ? texts.noPoints : texts.points(number(row.points))}</span>
      {row.over !== null || row.missing !== null || row.open > 0 || row.faults > 0 ? (
        <span className="editor-marks">
          {row.over === null ? null : <span data-mark="over">{texts.over(number(row.over))}</span>}
          {row.missing === null ? null : <span data-mark="missing">{texts.missing(number(row.missing))}</span>}
          {row.open > 0 ? <span data-mark="open">{texts.open(count(row.open))}</span> : null}
          {row.faults > 0 ? <span data-mark="faults">{texts.faults(count(row.faults))}</span> : null}
        </span>
      ) : null}
    </div>
  );
}, sameRow);
