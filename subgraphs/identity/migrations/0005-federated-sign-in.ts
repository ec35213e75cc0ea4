import { Migration } from '@mikro-orm/migrations';

export class FederatedSignIn extends Migration {
  override up(): void {
    this.addSql(`create table sso_connections (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      protocol text not null check (protocol in ('OIDC', 'SAML')),
      name text not null,
      issuer text not null,
      client_id text,
      client_secret text,
      sign_in_url text,
      certificates text[] not null,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index sso_connections_organization on sso_connections (organization_id, id)');
    // The source is a connection or a provider of the whole deployment: an issuer's name alone proves nothing, as
    // whoever administers an organization may write any name into a connection.
    this.addSql(`create table federated_identities (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      connection_id uuid references sso_connections on delete cascade,
      source text not null,
      issuer text not null,
      subject text not null,
      email text,
      created_at timestamptz not null,
      last_used_at timestamptz not null,
      constraint federated_identities_subject_key unique (source, issuer, subject)
    )`);
    this.addSql('create index federated_identities_user on federated_identities (user_id, id)');
    this.addSql('create index federated_identities_connection on federated_identities (connection_id)');
    // One attempt: from asking for it until a session has begun, or until an account was linked.
    this.addSql(`create table federated_sign_ins (
      id uuid primary key,
      source text not null,
      connection_id uuid references sso_connections on delete cascade,
      user_id uuid references users on delete cascade,
      start_hash text not null unique,
      browser_hash text,
      state_hash text unique,
      secrets text,
      issuer text,
      subject text,
      email text,
      is_email_proven boolean,
      name text,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      started_at timestamptz,
      answered_at timestamptz,
      linked_at timestamptz
    )`);
    this.addSql('create index federated_sign_ins_expiry on federated_sign_ins (expires_at)');
    this.addSql('create index federated_sign_ins_connection on federated_sign_ins (connection_id)');
    this.addSql('create index federated_sign_ins_user on federated_sign_ins (user_id)');
    this.addSql(`create table saml_assertions (
      connection_id uuid not null references sso_connections on delete cascade,
      assertion_hash text not null,
      expires_at timestamptz not null,
      primary key (connection_id, assertion_hash)
    )`);
    this.addSql('create index saml_assertions_expiry on saml_assertions (expires_at)');
  }
}
