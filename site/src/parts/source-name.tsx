import { linkOf, type Source, sourceTitle } from '@parindex/core/published/index';
import type { Context } from '../context.ts';

/** The one source whose title is a remark of whoever gathered the figures, not a name. */
const UNRELATED = /^copy of a press article/;

/** What a source is called, to a reader. */
export const sourceText = (source: Source, { texts, data }: Context): string =>
  UNRELATED.test(source.title) ? texts.body.unrelatedSource : sourceTitle(source, data.hosts);

/** A source by its title; a link only where its host is on the allow-list. */
export function SourceName({ source, context }: { source: Source; context: Context }) {
  const { hosts } = context.data;
  const link = linkOf(source, hosts);
  if (!link) return <span>{sourceText(source, context)}</span>;
  return (
    <a href={link} rel="external noopener noreferrer nofollow">
      {sourceTitle(source, hosts)}
    </a>
  );
}
