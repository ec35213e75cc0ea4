/**
 * Whether a compact JWS (RFC 7515) is spelt in the only way it should be. Decoders pass over white space and bits that
 * nothing needs, so that one signature could be written in many ways.
 */
export function isCanonicalJws(token: string): boolean {
  const parts = token.split('.');
  return (
    parts.length === 3 && parts.every(part => Buffer.from(part, 'base64url').toString('base64url') === part)
  );
}
