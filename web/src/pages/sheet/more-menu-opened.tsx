import { Menu } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { FileDown, FileText, FileUp, Printer } from 'lucide-react';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { placeOfPart } from '../../capabilities/sheets/sheet-parts.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { useOpenedAtOnce } from '../../kit/acts/use-opened-at-once.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { MoreButton, type MoreMenuProps } from './more-button.tsx';

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & { ref?: Ref<HTMLAnchorElement>; leftSection?: ReactNode };

const MenuLink = createLink((props: Rest) => <Menu.Item component="a" {...props} />);

/** The menu itself, open. */
export function MoreMenuOpened({ item, workbook }: MoreMenuProps) {
  const texts = useTexts(frameTexts);
  const { sheet, shown, editable } = useSheet();
  const { button, opened, onChange } = useOpenedAtOnce();
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" withinPortal={false} shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <MoreButton ref={button} workbook={workbook} />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuLink {...placeOfPart('brief', sheet, item)} leftSection={<FileText size={16} aria-hidden />}>
          {texts.brief}
        </MenuLink>
        {shown.answer.enters === null ? null : (
          <Menu.Item leftSection={<FileDown size={16} aria-hidden />} onClick={workbook.download}>
            {texts.download}
          </Menu.Item>
        )}
        {editable ? (
          <Menu.Item leftSection={<FileUp size={16} aria-hidden />} onClick={workbook.load}>
            {texts.load}
          </Menu.Item>
        ) : null}
        {/* What is printed is laid out once the menu has gone. */}
        <Menu.Item leftSection={<Printer size={16} aria-hidden />} onClick={() => setTimeout(() => print())}>
          {texts.print}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
