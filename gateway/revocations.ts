import type { Logger } from '#platform/logger.ts';
import type { PrincipalSigner } from '#platform/principal.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { followWords } from './follow-words.ts';

const CREDENTIALS_ENDED = `subscription CredentialsEnded($after: String) {
  credentialsEnded(after: $after) { cursor credentialIds }
}`;

interface RevocationsOptions {
  identity: Subgraph;
  sign: PrincipalSigner;
  log: Logger;
  onEnded(credentialIds: readonly string[]): void;
}

/** Follows what identity says of revoked credentials. Returns the function that ends it. */
export function followRevocations({ identity, sign, log, onEnded }: RevocationsOptions): () => void {
  return followWords({
    subgraph: identity,
    sign,
    log,
    query: CREDENTIALS_ENDED,
    field: 'credentialsEnded',
    warning: 'identity does not tell revocations; trying until it does',
    onWord(word) {
      const credentialIds = word['credentialIds'] as string[];
      if (credentialIds.length > 0) onEnded(credentialIds);
    },
  });
}
