/** The product's own mark: steps that rise. No emblem of state is used. */
export function Mark({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" className="mark-ground" />
      <rect x="6" y="18" width="5" height="8" className="mark-step" />
      <rect x="13.5" y="12" width="5" height="14" className="mark-step" />
      <rect x="21" y="6" width="5" height="20" className="mark-last" />
    </svg>
  );
}
