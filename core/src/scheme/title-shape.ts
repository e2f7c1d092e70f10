import { anyText, object, optional, required, text } from '../reading/shape.ts';
import type { Title } from './types.ts';

export const titleShape = object<Title>({ vi: required(text), en: optional(anyText) });
