import { z } from 'zod';
import type { GatewayConfig } from '../../config.ts';
import { type ProtectionConfig, protectionConfig } from '../../protection/config.ts';

export type Protection = Partial<ProtectionConfig & Pick<GatewayConfig, 'INTROSPECTION' | 'ALLOWED_ORIGINS'>>;

/** The gateway's ordinary limits, except that clients may spend what they like: tests ask for a lot from one address. */
export const unlimited = z.object(protectionConfig).parse({
  RATE_LIMIT_API_KEY: 'off',
  RATE_LIMIT_OAUTH: 'off',
  RATE_LIMIT_SESSION: 'off',
  RATE_LIMIT_ANONYMOUS: 'off',
  RATE_LIMIT_FIELDS: 'off',
});
