import { Group, Stack, Text } from '@mantine/core';
import { inLanguage } from '@parindex/core/words/index';
import type { ReactNode } from 'react';
import { Link } from '../../kit/page/link.tsx';
import { useLanguage } from '../../kit/words/language.tsx';
import { useSheet } from './sheet-at-work.tsx';

interface ItemLineProps {
  /** null: of no item. */
  readonly code: string | null;
  /** At the end of the line. */
  readonly points: string | null;
  readonly children?: ReactNode;
}

/** A linked item with a remark, and points at the end of the line. */
export function ItemLine({ code, points, children }: ItemLineProps) {
  const { language } = useLanguage();
  const { sheet, names } = useSheet();
  return (
    <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
      <Stack gap={2}>
        {code === null ? null : (
          <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={sheet} search={{ item: code }} fw={600}>
            {code}. {inLanguage(names.item(code)?.title, language)}
          </Link>
        )}
        {children === undefined ? null : <Text size="sm">{children}</Text>}
      </Stack>
      {points === null ? null : (
        <Text size="sm" className="figures" ta="right">
          {points}
        </Text>
      )}
    </Group>
  );
}
