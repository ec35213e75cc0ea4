import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an address belongs to this very machine. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

/**
 * Whether an address is one that anybody on the internet could reach: no private, shared, link-local,
 * documentation or multicast network, and no IPv6 form that only wraps such an IPv4 address (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** The addresses behind a host name as a URL has it; IPv6 literals come in brackets there. */
export async function addressesOf(hostname: string): Promise<string[]> {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal)) return [literal];
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}
