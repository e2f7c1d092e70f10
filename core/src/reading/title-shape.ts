import type { Title } from '../text/title.ts';
import { anyText, object, optional, required, text } from './shape.ts';

export const titleShape = object<Title>({ vi: required(text), en: optional(anyText) });
