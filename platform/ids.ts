import { randomUUIDv7 } from 'node:crypto';
import { Type } from '@mikro-orm/core';
import { TypeID } from 'typeid-js';
import { badInput } from './errors.ts';

/**
 * Ids are TypeIDs everywhere in code and in the API (`bkg_01h455vb4pex5vsknk084sn02q`: a prefix, an underscore,
 * a UUIDv7 in base32; specification 0.3), and plain `uuid` in the database.
 */
export function newId(prefix: string): string {
  return TypeID.fromUUID(prefix, randomUUIDv7()).toString();
}

export function isId(prefix: string, id: string): boolean {
  return toUuid(prefix, id) !== null;
}

/** The UUID inside a TypeID, or `null` where the text is not a TypeID with this prefix. */
function toUuid(prefix: string, id: string): string | null {
  try {
    return TypeID.fromString(id, prefix).toUUID();
  } catch {
    return null;
  }
}

export function fromUuid(prefix: string, uuid: string): string {
  return TypeID.fromUUID(prefix, uuid).toString();
}

/** The id as it came in, if it is one of the wanted kind; otherwise `BAD_USER_INPUT` naming the field. */
export function requireId(prefix: string, id: string, field: string): string {
  if (isId(prefix, id)) return id;
  throw badInput(field, `\`${field}\` must be an id that starts with \`${prefix}_\`.`);
}

/** The UUID inside an id that is known to be well-formed, for SQL that bypasses the entity metadata. */
export function uuidOf(id: string): string {
  return TypeID.fromString(id).toUUID();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Column type of a TypeID: text with a prefix in code, sixteen bytes in the database. */
export class TypeIdColumn extends Type<string | null | undefined, string | null | undefined> {
  constructor(private readonly idPrefix: string) {
    super();
  }

  // MikroORM's Kysely plugin converts some values twice (a renamed column once under each of its names, a
  // condition in a nested query once a level), so that both directions have to leave alone what is done.
  override convertToDatabaseValue(value: string | null | undefined) {
    return value == null || UUID.test(value) ? value : uuidOf(requireId(this.idPrefix, value, 'id'));
  }

  override convertToJSValue(value: string | null | undefined) {
    return value == null || value.includes('_') ? value : fromUuid(this.idPrefix, value);
  }

  override getColumnType() {
    return 'uuid';
  }

  override compareAsType() {
    return 'string';
  }

  override ensureComparable() {
    return false;
  }
}
