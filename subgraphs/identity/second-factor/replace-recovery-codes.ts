import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import { hashRecoveryCode, mintRecoveryCode, RECOVERY_CODES } from './recovery-code.ts';

/** New recovery codes in place of all before. The caller holds the lock of the factor. */
export async function replaceRecoveryCodes(em: EntityManager, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, mintRecoveryCode);
  await rows<Tables>(em).deleteFrom('RecoveryCode').where('userId', '=', userId).execute();
  await rows<Tables>(em)
    .insertInto('RecoveryCode')
    .values(codes.map(code => ({ id: newId('rec'), userId, hash: hashRecoveryCode(code), usedAt: null })))
    .execute();
  return codes;
}
