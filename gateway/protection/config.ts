import { z } from 'zod';

/** How the gateway guards itself; see `docs/limits.md`. */
export const protectionConfig = {
  MAX_OPERATION_COST: z.coerce
    .number()
    .int()
    .min(1)
    .default(50_000)
    .describe('What one operation may cost by `@cost` and `@listSize` before it is refused.'),
};

const shape = z.object(protectionConfig);

export type ProtectionConfig = z.infer<typeof shape>;
