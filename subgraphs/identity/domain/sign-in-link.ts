/** How long a link in a mail proves the address. */
export const LINK_LIFETIME_MS = 15 * 60_000;

/**
 * Links of one address that are good at the same time. Further requests send no mail until one of them ends: nobody
 * can flood a mailbox, and nobody is locked out, as the mails that were sent still let their reader in.
 */
export const OPEN_LINKS = 5;

/** Where the reader of a mail gets to. What follows the `#` is not sent to any server by opening the address. */
export function linkTo(publicUrl: string, page: string, details: Record<string, string>): string {
  return `${publicUrl.replace(/\/+$/, '')}/${page}#${new URLSearchParams(details)}`;
}
