import { Button, Menu } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { Ellipsis, FileDown, FileText, FileUp, Printer } from 'lucide-react';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { placeOfPart } from '../../capabilities/sheets/sheet-parts.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { workbookTexts } from '../../capabilities/sheets/texts/workbook.ts';
import type { useWorkbook } from '../../capabilities/sheets/use-workbook.tsx';
import { useTexts } from '../../kit/language.tsx';

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & { ref?: Ref<HTMLAnchorElement>; leftSection?: ReactNode };

const MenuLink = createLink((props: Rest) => <Menu.Item component="a" {...props} />);

/** What else can be done with the whole sheet. */
export function MoreMenu({ item, workbook }: { readonly item: string | undefined; readonly workbook: ReturnType<typeof useWorkbook> }) {
  const texts = useTexts(frameTexts);
  const words = useTexts(workbookTexts);
  const { sheet, shown, editable } = useSheet();
  return (
    <Menu position="bottom-end" withinPortal={false} shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          className="sheet-more"
          aria-label={texts.more}
          rightSection={<Ellipsis size={18} aria-hidden />}
          loading={workbook.isDownloading || workbook.isLoading}
        >
          {texts.more}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuLink {...placeOfPart('brief', sheet, item)} leftSection={<FileText size={16} aria-hidden />}>
          {texts.brief}
        </MenuLink>
        {shown.answer.enters === null ? null : (
          <Menu.Item leftSection={<FileDown size={16} aria-hidden />} onClick={workbook.download}>
            {words.download}
          </Menu.Item>
        )}
        {editable ? (
          <Menu.Item leftSection={<FileUp size={16} aria-hidden />} onClick={workbook.load}>
            {words.load}
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
