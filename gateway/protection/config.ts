import { z } from 'zod';
import type { Budget } from '#platform/rate-limit.ts';
import { persistedModes } from './persisted-operations.ts';

const BUDGET = /^([1-9]\d*)\/([1-9]\d*)$/;

function readBudget(text: string): Budget | null {
  const [, points, seconds] = BUDGET.exec(text.trim()) ?? [];
  return points && seconds ? { points: Number(points), seconds: Number(seconds) } : null;
}

const isOff = (text: string) => text.trim() === 'off';

/** Budgets in the form `120/60,5000/3600`: points within seconds, all of which hold. */
export function budgets(fallback: string) {
  return z
    .string()
    .default(fallback)
    .refine(
      text => isOff(text) || text.split(',').every(readBudget),
      'must be points/seconds, several separated by commas, or off: 120/60,5000/3600',
    )
    .transform(text => (isOff(text) ? [] : text.split(',').flatMap(part => readBudget(part) ?? [])));
}

interface FieldBudget extends Budget {
  /** Fields at the root, each of which is counted by itself. */
  fields: readonly string[];
}

function readTier(text: string): FieldBudget | null {
  const [budget = '', fields = ''] = text.split('=');
  const found = readBudget(budget);
  const names = fields.split(',').map(name => name.trim());
  return found && names.every(name => /^\w+$/.test(name)) ? { ...found, fields: names } : null;
}

/** In the form `5/10=signIn,completeSignIn;30/60=requestMagicLink`. */
const tiers = z
  .string()
  .default(
    [
      '5/10=signIn,completeSignIn,confirmSecondFactor,confirmEmailChange,verifyContact,signUpByInvitation',
      '30/60=requestMagicLink,requestEmailChange,resendContactCode,inviteMember,inviteToOrganization',
      '500/3600=createManagedUser,createApiKey,createOAuthClient,createWebhookEndpoint,submitRoutingForm',
    ].join(';'),
  )
  .refine(
    text => isOff(text) || text.split(';').every(readTier),
    'must be points/seconds=fields, several separated by semicolons, or off: 5/10=signIn,completeSignIn;30/60=inviteMember',
  )
  .transform(text => (isOff(text) ? [] : text.split(';').flatMap(part => readTier(part) ?? [])));

/** How the gateway guards itself; see `docs/limits.md`. */
export const protectionConfig = {
  MAX_OPERATION_COST: z.coerce
    .number()
    .int()
    .min(1)
    .default(50_000)
    .describe('What one operation may cost by `@cost` and `@listSize` before it is refused.'),
  PERSISTED_OPERATIONS: z
    .enum(persistedModes)
    .default('off')
    .describe(
      '`off`: whatever is sent is run; `log-unknown`: what is not in the manifest is logged; `safelist`: it is refused; `id-required`: known operations are run by their ids only.',
    ),
  PERSISTED_OPERATIONS_MANIFEST: z
    .string()
    .optional()
    .describe('A file of known operations, as `npm run manifest` and Apollo tools write it.'),
  RATE_LIMIT_API_KEY: budgets('120/60').describe(
    'Points that one API key may spend within so many seconds, `off` for any number; several, separated by commas, all hold.',
  ),
  RATE_LIMIT_OAUTH: budgets('500/60').describe('The same for one OAuth client in the name of one user.'),
  RATE_LIMIT_SESSION: budgets('300/60').describe('The same for one user who is signed in.'),
  RATE_LIMIT_ANONYMOUS: budgets('120/60').describe('The same for one client address without a credential.'),
  RATE_LIMIT_FIELDS: tiers.describe(
    'How often one client may use each of these fields at the root of operations, whatever it costs; `off` for as often as it likes.',
  ),
};

const shape = z.object(protectionConfig);

export type ProtectionConfig = z.infer<typeof shape>;
