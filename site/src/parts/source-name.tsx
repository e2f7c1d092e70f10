import { linkOf, type Source, sourceTitle } from '@parindex/core/published/index';
import type { Context } from '../context.ts';

/** The one source whose title is a remark of whoever gathered the figures, not a name. */
const UNRELATED = /^copy of a press article/;

/** A source by its title; a link only where its host is on the allow-list. */
export function SourceName({ source, context }: { source: Source; context: Context }) {
  const { hosts } = context.data;
  const link = linkOf(source, hosts);
  if (!link) return <span>{UNRELATED.test(source.title) ? context.texts.body.unrelatedSource : sourceTitle(source, hosts)}</span>;
  return (
    <a href={link} rel="external noopener noreferrer nofollow">
      {sourceTitle(source, hosts)}
    </a>
  );
}
