import ipaddr from 'ipaddr.js';

/**
 * What counts as one client: an IPv4 address, or the network of 64 bits in which an IPv6 client may choose its
 * address freely.
 */
export function clientOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`)}/64`;
}

/** Whether an address is one of these, or in one of these networks. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const [ipv4, ipv6] = ['/32', '/128'];
  return networks.some(network => {
    const whole = network.includes(':') ? ipv6 : ipv4;
    const [range, bits] = ipaddr.parseCIDR(network.includes('/') ? network : `${network}${whole}`);
    return parsed.kind() === range.kind() && parsed.match(range, bits);
  });
}

export function isNetwork(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
}
