import { z } from 'zod';
import { ROLES } from '../../rights/roles.ts';

/** What this installation is. The sandbox lists the accounts to try it with; a real one lists none. */
export const installationAnswer = z.object({
  kind: z.enum(['sandbox', 'real']),
  sandboxAccounts: z.array(z.object({ email: z.string(), password: z.string(), name: z.string(), role: z.enum(ROLES), office: z.string().nullable() })),
});
