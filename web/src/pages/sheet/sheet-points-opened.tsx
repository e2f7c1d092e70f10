import { Popover } from '@mantine/core';
import { useOpenedAtOnce } from '../../kit/acts/use-opened-at-once.ts';
import { ClaimedTotal } from './claimed-total.tsx';
import { PointsButton } from './points-button.tsx';

/** The points with all that is to be said of them, open. */
export function SheetPointsOpened() {
  const { button, opened, onChange } = useOpenedAtOnce();
  return (
    <Popover
      opened={opened}
      onChange={onChange}
      position="bottom-end"
      withinPortal={false}
      width={340}
      transitionProps={{ duration: 0 }}
      shadow="md"
      returnFocus
    >
      <Popover.Target>
        <PointsButton ref={button} onClick={() => onChange(!opened)} onKeyDown={({ key }) => key === 'Escape' && onChange(false)} />
      </Popover.Target>
      <Popover.Dropdown className="sheet-points-more">
        <ClaimedTotal />
      </Popover.Dropdown>
    </Popover>
  );
}
