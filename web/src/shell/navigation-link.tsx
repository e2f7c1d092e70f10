import { createLink } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Rest = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

const Linked = createLink(({ children, ...rest }: Rest) => (
  <a {...rest} className="frame-link">
    {children}
  </a>
));

interface NavigationLinkProps {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly exact?: boolean;
  readonly onGo: () => void;
}

/** A menu entry; on a phone, following it closes the menu. */
export function NavigationLink({ to, icon: Icon, label, exact = false, onGo }: NavigationLinkProps) {
  return (
    <Linked to={to} title={label} activeOptions={{ exact }} activeProps={{ 'aria-current': 'page' }} onClick={onGo}>
      <Icon size={18} aria-hidden />
      <span>{label}</span>
    </Linked>
  );
}
