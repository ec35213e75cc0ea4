import { Migration } from '@mikro-orm/migrations';

export class Sessions extends Migration {
  override up(): void {
    this.addSql(`create table sessions (
      id uuid primary key,
      organization_id uuid not null references organizations on delete restrict,
      user_id uuid not null references users on delete cascade,
      hash text not null unique,
      method text not null,
      user_agent text,
      address text,
      created_at timestamptz not null,
      last_used_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz
    )`);
    this.addSql('create index sessions_user on sessions (user_id, id)');
  }
}
