/** Longer than any attempt. */
const SECONDS = 3600;
const SHAPE = /^[\w-]{43}$/;

/**
 * What ties an attempt to the browser that began it: without it, an attacker could let a victim finish the
 * attacker's own sign-in.
 */
export function browserCookie(publicUrl: string) {
  const isSecure = publicUrl.startsWith('https:');
  const name = isSecure ? '__Host-almanac_sso' : 'almanac_sso';
  return {
    read(header: string | undefined): string {
      const found = (header ?? '').split(/;\s*/).find(cookie => cookie.startsWith(`${name}=`));
      const value = found?.slice(name.length + 1) ?? '';
      return SHAPE.test(value) ? value : '';
    },
    write: (value: string) =>
      `${name}=${value}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
  };
}
