import { addressesOf, isLoopback, isPublicAddress } from './public-address.ts';

const MAX_LENGTH = 2000;

/** Why a URL that a user gave must not be asked by us, or `null`. It is checked again at every connection: names move. */
export async function urlFault(text: string, allowsLoopback: boolean): Promise<string | null> {
  if (text.length > MAX_LENGTH || !URL.canParse(text))
    return `Give a complete address of up to ${MAX_LENGTH} characters.`;
  const url = new URL(text);
  if (url.username || url.password) return 'An address with a user name or password is not taken.';
  if (url.protocol !== 'https:' && !(allowsLoopback && url.protocol === 'http:'))
    return 'The address must start with https://.';
  const addresses = await addressesOf(url.hostname).catch(() => []);
  if (addresses.length === 0) return `The name ${url.hostname} cannot be resolved.`;
  const isFine = (address: string) => isPublicAddress(address) || (allowsLoopback && isLoopback(address));
  return addresses.every(isFine) ? null : 'The address must lie on the public internet.';
}
