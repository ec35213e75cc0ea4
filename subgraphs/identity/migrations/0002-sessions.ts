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
    this.addSql(`create table sign_in_links (
      id uuid primary key,
      email text not null,
      hash text not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`);
    this.addSql('create index sign_in_links_email on sign_in_links (email, expires_at)');
    this.addSql(`create table email_changes (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      email text not null,
      hash text not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`);
    this.addSql('create index email_changes_user on email_changes (user_id, expires_at)');
    this.addSql(`create table second_factors (
      user_id uuid primary key references users on delete cascade,
      organization_id uuid not null references organizations on delete restrict,
      secret text not null,
      last_step int,
      created_at timestamptz not null,
      confirmed_at timestamptz
    )`);
    this.addSql(`create table recovery_codes (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      hash text not null,
      used_at timestamptz,
      constraint recovery_codes_user_key unique (user_id, hash)
    )`);
    this.addSql(`create table pending_sign_ins (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      hash text not null unique,
      method text not null,
      attempts int not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`);
  }
}
