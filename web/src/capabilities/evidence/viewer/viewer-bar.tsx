import { Button, Group, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ended } from '../../../kit/acts/ended.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { viewerTexts } from '../texts/viewer.ts';
import { LARGEST, SMALLEST, type Zooming } from './zoom.ts';

interface ViewerBarProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  /** Where zooming is possible. */
  readonly zooming: Zooming | undefined;
}

/** Turns pages, jumps to a page, zooms. */
export function ViewerBar({ page, pages, onPage, zooming }: ViewerBarProps) {
  const texts = useTexts(viewerTexts);
  return (
    <Group gap="xs" className="screen-only">
      {pages > 1 ? (
        <Group gap={4}>
          <Button size="compact-sm" variant="default" {...ended(page <= 1)} onClick={() => onPage(page - 1)}>
            {texts.previous}
          </Button>
          <Button size="compact-sm" variant="default" {...ended(page >= pages)} onClick={() => onPage(page + 1)}>
            {texts.next}
          </Button>
          <PageInput page={page} onPage={onPage} />
          <Text size="sm">{texts.of(pages)}</Text>
        </Group>
      ) : null}
      {zooming ? (
        <Group gap={4}>
          <Button size="compact-sm" variant="default" {...ended(zooming.zoom <= SMALLEST)} onClick={() => zooming.by(-1)}>
            {texts.smaller}
          </Button>
          <Button size="compact-sm" variant="default" {...ended(zooming.zoom >= LARGEST)} onClick={() => zooming.by(1)}>
            {texts.larger}
          </Button>
          <Button size="compact-sm" variant="default" {...ended(zooming.zoom === 1)} onClick={() => zooming.by(0)}>
            {texts.fit}
          </Button>
          <Text size="sm" c="dimmed" className="figures">
            {texts.percent(Math.round(zooming.zoom * 100))}
          </Text>
        </Group>
      ) : null}
      <span role="status" className="unseen">
        {pages > 1 ? texts.at(page, pages) : ''}
      </span>
    </Group>
  );
}

function PageInput({ page, onPage }: Pick<ViewerBarProps, 'page' | 'onPage'>) {
  const texts = useTexts(viewerTexts);
  const [typed, setTyped] = useState(String(page));
  useEffect(() => setTyped(String(page)), [page]);
  const go = () => {
    if (/^\d{1,6}$/.test(typed.trim())) onPage(Number(typed));
    else setTyped(String(page));
  };
  return (
    <TextInput
      aria-label={texts.page}
      size="xs"
      w="4rem"
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={go}
      onKeyDown={({ key }) => {
        if (key === 'Enter') go();
      }}
    />
  );
}
