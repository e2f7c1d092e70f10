import { NavLink, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & { ref?: Ref<HTMLAnchorElement> };

const Anchor = (props: NavLinkProps & Rest) => <NavLink component="a" {...props} active={props['aria-current'] === 'page'} />;

const Linked = createLink(Anchor);

/** A place of the menu; on a phone, going there folds the menu away. */
export function NavigationLink({ to, label, exact = false, onGo }: { to: string; label: string; exact?: boolean; onGo: () => void }) {
  return <Linked to={to} label={label} activeOptions={{ exact }} activeProps={{ 'aria-current': 'page' }} onClick={onGo} />;
}
