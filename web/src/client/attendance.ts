/** Whoever has not touched a page for this long may have left it. */
const LEFT_AFTER = 60_000;

let touchedAt = Date.now();

/** Begins to notice who touches the page. */
export function watchAttendance(): void {
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    addEventListener(sign, () => (touchedAt = Date.now()), { capture: true, passive: true });
}

/** Whether somebody sits before the page: what it asks by itself otherwise does not keep a session, which would never rest while a sheet stands open. */
export const isAttended = (): boolean => Date.now() - touchedAt < LEFT_AFTER;
