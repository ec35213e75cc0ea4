import { Migration } from '@mikro-orm/migrations';

/** Keeps what a booking says of people since somebody was erased, for news of before that comes late. */
export class ErasuresKept extends Migration {
  override up(): void {
    this.addSql(`create table booking_erasures (
      booking_id text not null primary key,
      version int not null,
      people jsonb not null
    )`);
  }
}
