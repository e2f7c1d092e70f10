import { Button, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useRights } from '../../../client/rights.ts';
import { More } from '../../../kit/lists/more.tsx';
import { NotLoaded } from '../../../kit/reading/loaded.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { useSheet } from '../../sheets/sheet-at-work.tsx';
import { beginThread, type NewComment, type Thread, type ThreadKind, threadsQuery } from '../queries/comments.ts';
import { commentTexts } from '../texts/comments.ts';
import { CommentForm } from './comment-form.tsx';
import { ThreadCard } from './thread-card.tsx';

/** All threads at an item: internal ones, and those shared with the appraisers. */
export function ItemComments({ item, wanted }: { item: string; wanted: string | undefined }) {
  const { sheet, shown } = useSheet();
  const { mayAnywhere } = useRights();
  const threads = useInfiniteQuery(threadsQuery(sheet, item));
  const { enters } = shown.answer;
  const inside = enters !== null;
  const writes = inside || mayAnywhere('comment.shared');
  if (!threads.data) return <NotLoaded error={threads.error} retry={threads.refetch} />;
  const all = threads.data.pages.flatMap(({ items }) => items);
  // A department writes in internal threads; only the body writes to appraisers.
  const listens = enters === 'propose';
  const kinds: readonly ThreadKind[] = (['internal', 'shared'] as const).filter((kind) =>
    kind === 'internal' ? inside : !listens || all.some((thread) => thread.kind === kind),
  );
  return (
    <Stack gap="lg">
      {kinds.map((kind) => (
        <Threads
          key={`${item} ${kind}`}
          item={item}
          kind={kind}
          threads={all.filter((thread) => thread.kind === kind)}
          writes={writes && !(listens && kind === 'shared')}
          {...{ inside, wanted }}
        />
      ))}
      {threads.hasNextPage ? (
        <More shown={all.length} hasMore pending={threads.isFetchingNextPage} error={threads.error} onMore={() => void threads.fetchNextPage()} />
      ) : null}
    </Stack>
  );
}

interface ThreadsProps {
  readonly item: string;
  readonly kind: ThreadKind;
  readonly threads: readonly Thread[];
  readonly inside: boolean;
  readonly writes: boolean;
  readonly wanted: string | undefined;
}

function Threads({ item, kind, threads, inside, writes, wanted }: ThreadsProps) {
  const texts = useTexts(commentTexts);
  const { language } = useLanguage();
  const { sheet } = useSheet();
  const [writing, setWriting] = useState(false);
  const [all, setAll] = useState(false);
  // The id stays the same however often the form is sent.
  const id = useRef('');
  const shown = threads.filter((thread) => all || !thread.resolved || thread.id === wanted);
  const hidden = threads.length - shown.length;
  const write = () => {
    id.current = crypto.randomUUID();
    setWriting(true);
  };
  const begin = inside ? texts.begin[kind] : texts.beginFromOutside;
  return (
    <Stack gap="sm" component="section" aria-label={texts.kinds[kind]}>
      <Title order={4} size="h5">
        {texts.kinds[kind]}
      </Title>
      {threads.length === 0 ? (
        <Text size="sm" c="dimmed">
          {kind === 'internal' ? texts.onlyInside : texts.bothSides} {texts.none}
        </Text>
      ) : null}
      {shown.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} writes={writes} wanted={thread.id === wanted} />
      ))}
      {hidden > 0 ? (
        <Button w="fit-content" size="compact-sm" variant="default" onClick={() => setAll(true)}>
          {texts.showResolved(formatCount(hidden, language))}
        </Button>
      ) : null}
      {writing ? (
        <CommentForm
          title={begin}
          of={`${item} ${kind}`}
          kind={kind}
          send={(comment: NewComment) => beginThread(sheet, { id: id.current, item, kind, comment })}
          onDone={() => setWriting(false)}
          onCancel={() => setWriting(false)}
        />
      ) : writes ? (
        <Button w="fit-content" variant="default" onClick={write}>
          {begin}
        </Button>
      ) : null}
    </Stack>
  );
}
