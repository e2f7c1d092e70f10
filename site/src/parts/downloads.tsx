import type { ReactNode } from 'react';
import type { Context } from '../context.ts';

/** A table as files, by the name that its files have. */
export function Downloads({ name, context: { texts }, children }: { name: string; context: Context; children?: ReactNode }) {
  return (
    <p className="downloads">
      <span>{texts.year.files}:</span>
      {(['csv', 'xlsx', 'json'] as const).map((format) => (
        <a key={format} href={`/tai-ve/${name}.${format}`} download aria-label={`${texts.year.files}: ${format.toUpperCase()}`}>
          {format.toUpperCase()}
        </a>
      ))}
      {children}
    </p>
  );
}
