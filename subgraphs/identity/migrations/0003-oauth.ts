import { Migration } from '@mikro-orm/migrations';

export class Oauth extends Migration {
  override up(): void {
    this.addSql(`create table oauth_clients (
      id uuid primary key,
      organization_id uuid not null references organizations on delete restrict,
      owner_user_id uuid references users on delete cascade,
      name text not null,
      redirect_uris text[] not null,
      scopes text[] not null,
      is_confidential boolean not null,
      is_platform boolean not null,
      secret_hash text,
      previous_secret_hash text,
      previous_secret_until timestamptz,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index oauth_clients_owner on oauth_clients (owner_user_id, id)');
    this.addSql('create index oauth_clients_organization on oauth_clients (organization_id, id)');
    // What a user allowed a client. Everything that was issued under it goes with it.
    this.addSql(`create table oauth_grants (
      id text primary key,
      client_id uuid not null references oauth_clients on delete cascade,
      user_id uuid not null references users on delete cascade,
      scopes text[] not null,
      payload jsonb not null,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`);
    this.addSql('create index oauth_grants_user on oauth_grants (user_id, client_id)');
    this.addSql('create index oauth_grants_client on oauth_grants (client_id)');
    this.addSql(`create table oauth_access_tokens (
      id text primary key,
      kind text not null,
      client_id uuid not null references oauth_clients on delete cascade,
      user_id uuid references users on delete cascade,
      grant_id text constraint oauth_access_tokens_grant references oauth_grants on delete cascade,
      scopes text[] not null,
      audience text not null,
      issued_at timestamptz not null,
      expires_at timestamptz not null
    )`);
    this.addSql('create index oauth_access_tokens_grant on oauth_access_tokens (grant_id)');
    this.addSql('create index oauth_access_tokens_expiry on oauth_access_tokens (expires_at)');
    // Whatever took a token away, a client, a grant or a user that went: the gateway is told by the row itself.
    this.addSql(`create function tell_token_end() returns trigger language plpgsql set search_path from current as $$
    begin
      perform append_event(
        jsonb_build_object(
          'id', uuidv7(), 'name', 'access_token.revoked', 'aggregateType', 'access_token', 'aggregateId', old.id,
          'version', 2, 'payload', jsonb_build_object('accessTokenId', old.id), 'audience', '[]'::jsonb,
          'metadata', jsonb_build_object(
            'actor', jsonb_build_object('kind', 'SERVICE', 'id', 'identity'), 'organizationId', null,
            'occurredAt', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'correlationId', old.id, 'causationId', null)),
        '{}');
      return null;
    end $$`);
    this.addSql(`create trigger oauth_access_tokens_end after delete on oauth_access_tokens
      for each row when (old.expires_at > now()) execute function tell_token_end()`);
    // Codes, refresh tokens and what browsers are in the middle of, found by hash and encrypted.
    this.addSql(`create table oauth_artifacts (
      kind text not null,
      id_hash text not null,
      uid_hash text,
      grant_id text constraint oauth_artifacts_grant references oauth_grants on delete cascade,
      payload text not null,
      consumed_at timestamptz,
      expires_at timestamptz not null,
      primary key (kind, id_hash)
    )`);
    this.addSql('create index oauth_artifacts_uid on oauth_artifacts (uid_hash) where uid_hash is not null');
    this.addSql('create index oauth_artifacts_grant on oauth_artifacts (grant_id)');
    this.addSql('create index oauth_artifacts_expiry on oauth_artifacts (expires_at)');
    this.addSql(`create table signing_keys (
      id text primary key,
      public_key jsonb not null,
      private_key text not null,
      created_at timestamptz not null
    )`);
    this.addSql(`create table managed_users (
      user_id uuid primary key references users on delete cascade,
      client_id uuid not null references oauth_clients on delete restrict,
      email text not null,
      created_at timestamptz not null,
      constraint managed_users_client_email_key unique (client_id, email)
    )`);
  }
}
