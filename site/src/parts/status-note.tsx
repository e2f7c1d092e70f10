import { PHRASES, type Scheme } from '@parindex/core';
import type { Context } from '../context.ts';

/** What a scheme is: official, rebuilt, or made for comparison. Stands wherever a scheme or its points are shown. */
export function StatusNote({ scheme, context }: { scheme: Scheme; context: Context }) {
  const phrases = PHRASES[context.language];
  return (
    <p className={`status status-${scheme.status}`}>
      {context.texts.schemes.about} <strong>{phrases.status[scheme.status]}.</strong> {phrases.statusNote[scheme.status]}
      {scheme.structure === 'partsOnly' && ` ${context.texts.body.partsOnly}`}
    </p>
  );
}

/** Invented data says so, on every page that shows it. */
export function IllustrationBanner({ context }: { context: Context }) {
  return (
    <p className="banner" role="note">
      {context.texts.illustrationBanner}
    </p>
  );
}
