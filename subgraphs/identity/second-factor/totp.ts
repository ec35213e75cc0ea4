import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238 as every authenticator app does it: SHA-1, six digits, thirty seconds. */
const PERIOD_SECONDS = 30;
const CODE = /^\d{6}$/;
const ISSUER = 'Almanac';

export const mintTotpSecret = () => generateSecret();

/** What an authenticator app reads from a QR code. */
export const totpUri = (secret: string, account: string) =>
  generateURI({ issuer: ISSUER, label: account, secret });

/**
 * The thirty seconds that a code belongs to, or `null` where it is not good: now, or one period before or after
 * for clocks that are wrong. A code that was used, and any before it, is not good again.
 */
export function totpStep(
  secret: string,
  code: string,
  at: { now: number; lastStep: number | null },
): number | null {
  if (!CODE.test(code)) return null;
  const found = verifySync({
    secret,
    token: code,
    epoch: Math.floor(at.now / 1000),
    epochTolerance: PERIOD_SECONDS,
    ...(at.lastStep !== null && { afterTimeStep: at.lastStep }),
  });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
