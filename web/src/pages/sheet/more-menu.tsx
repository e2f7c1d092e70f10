import { loadBehind } from '../../client/loaded-later.ts';
import { useOpenedLater } from '../../kit/reading/later.tsx';
import { MoreButton, type MoreMenuProps } from './more-button.tsx';

const loadMenu = async () => (await import('./more-menu-opened.tsx')).MoreMenuOpened;
loadBehind(loadMenu);

/** What else can be done with the whole sheet. */
export function MoreMenu(props: MoreMenuProps) {
  const [Opened, open] = useOpenedLater(loadMenu);
  return Opened ? <Opened {...props} /> : <MoreButton workbook={props.workbook} aria-haspopup="menu" aria-expanded={false} onClick={open} />;
}
