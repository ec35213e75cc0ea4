import { sql } from 'kysely';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { rows, statements } from '#platform/orm.ts';
import { isForeignKeyViolation } from '#platform/postgres-errors.ts';
import { refreshTokenUse } from '../domain/refresh-token.ts';
import type { Tables } from '../tables.ts';
import { forkOf, type OauthParts } from './oauth-parts.ts';
import { deriveKeys, sha256, successorOf } from './secrets.ts';

interface Stored {
  payload: AdapterPayload;
  consumedAt: number | null;
}

const placeOf = (kind: string, idHash: string) => ({
  tenant: 'identity',
  table: 'oauth_artifacts',
  row: `${kind}/${idHash}`,
  column: 'payload',
});

/** The grant went while something was being issued under it. */
function refuseOrphan(error: unknown): never {
  if (isForeignKeyViolation(error, 'oauth_artifacts_grant')) {
    throw new errors.InvalidGrant('grant was revoked');
  }
  throw error;
}

async function read(parts: OauthParts, kind: string, column: 'id_hash' | 'uid_hash', hash: string) {
  const { rows: found } = await sql<{ id_hash: string; payload: string; consumed_at: string | null }>`
    select id_hash, payload, consumed_at from oauth_artifacts
    where kind = ${kind} and ${sql.ref(column)} = ${hash} and expires_at > ${new Date(parts.now())}`.execute(
    statements(forkOf(parts)),
  );
  const [row] = found;
  if (!row) return null;
  const payload = JSON.parse(parts.encryption.decrypt(row.payload, placeOf(kind, row.id_hash)));
  const consumedAt = row.consumed_at === null ? null : new Date(row.consumed_at).getTime();
  return { payload, consumedAt } as Stored;
}

/** What using it now means; a code has no grace. */
async function judgeUse(parts: OauthParts, kind: string, id: string, { consumedAt }: Stored) {
  if (consumedAt === null) return 'FIRST';
  if (kind !== 'RefreshToken') return 'REUSE';
  const key = deriveKeys(parts.secrets, 'refresh tokens')[0] ?? '';
  const successor = await read(parts, kind, 'id_hash', sha256(successorOf(id, key)));
  const isSuccessorConsumed = successor !== null && successor.consumedAt !== null;
  return refreshTokenUse({ consumedAt, isSuccessorConsumed }, parts.now());
}

/** Codes, refresh tokens, sessions and interactions of oidc-provider. */
export function createArtifactStorage(parts: OauthParts, kind: string): Adapter {
  const tables = () => rows<Tables>(forkOf(parts));
  return {
    async upsert(id, payload, expiresIn = 0) {
      const idHash = sha256(id);
      const row = {
        uidHash: payload.uid ? sha256(payload.uid) : null,
        grantId: payload.grantId && kind !== 'Interaction' ? payload.grantId : null,
        payload: parts.encryption.encrypt(JSON.stringify(payload), placeOf(kind, idHash)),
        expiresAt: new Date(parts.now() + expiresIn * 1000),
      };
      await tables()
        .insertInto('OauthArtifact')
        .values({ kind, idHash, consumedAt: null, ...row })
        .onConflict(conflict => {
          const known = conflict.columns(['kind', 'idHash']);
          // A repeated refresh makes the successor that is there already.
          return kind === 'RefreshToken' ? known.doNothing() : known.doUpdateSet(row);
        })
        .execute()
        .catch(refuseOrphan);
    },
    async find(id) {
      const found = await read(parts, kind, 'id_hash', sha256(id));
      if (!found) return undefined;
      const isReuse = (await judgeUse(parts, kind, id, found)) === 'REUSE';
      return isReuse ? { ...found.payload, consumed: true } : found.payload;
    },
    async findByUid(uid) {
      return (await read(parts, kind, 'uid_hash', sha256(uid)))?.payload;
    },
    findByUserCode: async () => undefined,
    /** One of two who come at once consumes it; the other one is told apart here, not where it was read. */
    async consume(id) {
      const idHash = sha256(id);
      const consumed = await tables()
        .updateTable('OauthArtifact')
        .set({ consumedAt: new Date(parts.now()) })
        .where('kind', '=', kind)
        .where('idHash', '=', idHash)
        .where('consumedAt', 'is', null)
        .returning('idHash')
        .execute();
      if (consumed.length === 1) return;
      const found = await read(parts, kind, 'id_hash', idHash);
      if (found && (await judgeUse(parts, kind, id, found)) === 'REPEAT') return;
      const grantId = found?.payload.grantId;
      if (grantId) await tables().deleteFrom('OauthGrant').where('id', '=', grantId).execute();
      throw new errors.InvalidGrant('already used');
    },
    async destroy(id) {
      await tables()
        .deleteFrom('OauthArtifact')
        .where('kind', '=', kind)
        .where('idHash', '=', sha256(id))
        .execute();
    },
    async revokeByGrantId(grantId) {
      await tables()
        .deleteFrom('OauthArtifact')
        .where('grantId', '=', grantId)
        .where('kind', '=', kind)
        .execute();
    },
  };
}
