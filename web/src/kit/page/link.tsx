import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & { ref?: Ref<HTMLAnchorElement>; children?: ReactNode };

/** As large as the text that it stands in, unless it names a size. */
const TextAnchor = (props: AnchorProps & Rest) => <Anchor inherit={props.size === undefined} {...props} />;
const ButtonAnchor = (props: ButtonProps & Rest) => <Button component="a" {...props} />;

/** A link to a place in the workspace. */
export const Link: LinkComponent<typeof TextAnchor> = createLink(TextAnchor);

/** The same as a button, for the main action of a page. */
export const LinkButton: LinkComponent<typeof ButtonAnchor> = createLink(ButtonAnchor);
