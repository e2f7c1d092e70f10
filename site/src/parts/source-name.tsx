import { linkOf, type Source } from '@parindex/core/published/index';
import type { Context } from '../context.ts';

/** The one source whose title is a remark of whoever gathered the figures, not a name. */
const UNRELATED = /^copy of a press article/;

/** A source by its title; a link only where its host is on the allow-list. */
export function SourceName({ source, context }: { source: Source; context: Context }) {
  const link = linkOf(source, context.data.hosts);
  if (!link) return <span>{UNRELATED.test(source.title) ? context.texts.body.unrelatedSource : source.title}</span>;
  return (
    <a href={link} rel="external noopener noreferrer nofollow">
      {source.title}
    </a>
  );
}
