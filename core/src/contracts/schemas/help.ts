import { z } from 'zod';
import { GUIDES } from '../../words/guides/guide.ts';

export const guideParams = z.object({ guide: z.enum(GUIDES) });
