import type { Target } from '@parindex/core/ledger/entry';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { draftKeyOf } from '../../device/pending-edits/store.ts';
import { useDraftNames, useTyping } from '../../device/pending-edits/use-pending-edits.tsx';
import { useSheet } from './sheet-at-work.tsx';

interface FieldPlace {
  readonly target: Target;
  readonly fields: readonly string[];
}

/** What of a sheet stands on this device alone. */
interface OnDevice {
  /** Somebody is typing: it becomes an entry by itself. */
  readonly typing: boolean;
  /** Texts that are no entries, and that nobody types on. */
  readonly left: readonly FieldPlace[];
}

export function useUnsaved({ round, body }: SheetKey): OnDevice {
  const drafts = useDraftNames();
  const typing = useTyping();
  return useMemo(() => {
    const places = drafts.flatMap((name) => {
      const [, ofRound, ofBody, kind, id, field] = draftKeyOf(name);
      if (ofRound !== round || ofBody !== body) return [];
      return [{ target: { kind, id }, fields: [field], typing: typing.has(name) }];
    });
    return { typing: places.some((place) => place.typing), left: places.filter((place) => !place.typing) };
  }, [drafts, typing, round, body]);
}

/** How often a frame is waited for the field to be on the page. */
const FRAMES = 60;

/** Opens the item of a field and puts the focus there. */
export function useGoToField(): (place: FieldPlace) => void {
  const { sheet, shown } = useSheet();
  const navigate = useNavigate();
  return ({ target, fields }) => {
    const item =
      target.kind === 'item'
        ? target.id
        : [...shown.rules.forms.values()].find(({ fields: of }) => of.some((field) => field.target.kind === 'figure' && field.target.id === target.id))?.item;
    if (item === undefined) return;
    const begin = `o-${target.kind}-${target.id}-`;
    const find = () =>
      fields.map((field) => document.getElementById(begin + field)).find((one) => one !== null) ?? document.querySelector(`[id^=${JSON.stringify(begin)}]`);
    const focus = (frames: number) => {
      const place = find();
      if (!place) {
        if (frames > 0) requestAnimationFrame(() => focus(frames - 1));
        return;
      }
      place.closest('details')?.setAttribute('open', '');
      place.scrollIntoView({ block: 'center' });
      place.querySelector<HTMLElement>('input, textarea, button')?.focus();
    };
    void navigate({ to: '/lam-viec/ky-danh-gia/$round/bang-diem/$body', params: sheet, search: { item }, resetScroll: false }).then(() =>
      requestAnimationFrame(() => focus(FRAMES)),
    );
  };
}
