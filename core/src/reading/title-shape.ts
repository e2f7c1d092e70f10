import { anyText, object, optional, required, text } from './shape.ts';
import type { Title } from '../text/title.ts';

export const titleShape = object<Title>({ vi: required(text), en: optional(anyText) });
