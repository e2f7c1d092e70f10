import { NavLink, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & { ref?: Ref<HTMLAnchorElement> };

const Anchor = (props: NavLinkProps & Rest) => <NavLink component="a" {...props} active={props['aria-current'] === 'page'} />;

const Linked = createLink(Anchor);

interface NavigationLinkProps {
  readonly to: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly exact?: boolean;
  readonly onGo: () => void;
}

/** A menu entry; on a phone, following it closes the menu. */
export function NavigationLink({ to, label, description, exact = false, onGo }: NavigationLinkProps) {
  return <Linked to={to} label={label} description={description} activeOptions={{ exact }} activeProps={{ 'aria-current': 'page' }} onClick={onGo} />;
}
