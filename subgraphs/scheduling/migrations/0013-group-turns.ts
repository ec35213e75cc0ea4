import { Migration } from '@mikro-orm/migrations';

/** Members of groups have turns in the ledger too: several at once, each with a number of its own. */
export class GroupTurns extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  // The default stays for processes of the release before, which know of one turn only.
  'alter table assignments add column part int not null default 0, add column group_name text',
  'alter table assignments drop constraint assignments_pkey, add primary key (booking_id, version, part)',
];
