import { isItemMine } from '@parindex/core/assignments/assigned-targets';
import { type Item, itemsOfDomains } from '@parindex/core/scheme/types';
import { isUnanswered } from '@parindex/core/scoring/claims';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';

interface Stepping {
  readonly item: Item | undefined;
  /** Whether there is an item before and after the open one. */
  readonly before: boolean;
  readonly after: boolean;
  /** Whether a department steps through its own items alone. */
  readonly isMineOnly: boolean;
  /** Whether the next unscored item was asked for, and there is none. */
  readonly noneLeft: boolean;
  /** Whether the item that comes next takes the focus: one goes on in it. */
  readonly arriving: RefObject<boolean>;
  readonly step: (by: number) => void;
  /** Likewise by a key, wherever the focus is: the item takes it. A button that steps keeps it, to be pressed again. */
  readonly stepTo: (by: number) => void;
  readonly nextOpen: () => void;
  readonly choose: (code: string) => void;
}

/** From item to item: to the one before or after, the next that is not scored, or one that was chosen. */
export function useStepping(open: string | undefined): Stepping {
  const { shown, onlyMine } = useSheet();
  const navigate = useNavigate({ from: '/lam-viec/ky-danh-gia/$round/bang-diem/$body' });
  const all = useMemo(() => itemsOfDomains(shown.rules.scheme.domains), [shown.rules.scheme]);
  const isMineOnly = onlyMine && shown.answer.enters === 'propose';
  // A department moves to the next of its own items.
  const items = useMemo(() => (isMineOnly ? all.filter(({ code }) => isItemMine(shown.partsAt(code))) : all), [all, shown, isMineOnly]);
  const arriving = useRef(false);
  const [noneLeft, setNoneLeft] = useState(false);
  const goTo = useCallback(
    (code: string) => {
      setNoneLeft(false);
      void navigate({ search: { item: code } });
    },
    [navigate],
  );
  const choose = useCallback(
    (code: string) => {
      arriving.current = true;
      goTo(code);
    },
    [goTo],
  );
  const at = items.findIndex(({ code }) => code === open);
  const step = (by: number, go: (code: string) => void) => {
    const next = items[at + by];
    if (next) go(next.code);
  };
  return {
    item: all.find(({ code }) => code === open),
    before: at > 0,
    after: at < items.length - 1,
    isMineOnly,
    noneLeft,
    arriving,
    choose,
    step: (by) => step(by, goTo),
    stepTo: (by) => step(by, choose),
    nextOpen: () => {
      const next = [...items.slice(at + 1), ...items.slice(0, at + 1)].find(({ code }) => shown.own.has(code) && isUnanswered(shown.score(code).result));
      if (next) choose(next.code);
      else setNoneLeft(true);
    },
  };
}
