-- Who somebody is (schema identity) comes before the organisation is known, so no row security is there; nothing in it
-- tells what a person does in an organisation. Who somebody is in an organisation (schema public) is under row security.
-- Secrets are stored as SHA-256 only: session cookies, refresh tokens, invitations, tokens in mails.

create table identity.organisation (
  id uuid primary key,
  name text not null check (length(name) between 2 and 160),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  -- Whoever sets the organisation up on this installation vouches for it; addresses at it, once confirmed, join as its students.
  email_domain text check (email_domain = lower(email_domain)),
  created_at timestamptz not null
);

-- "user", account and verification have the columns better-auth asks for.
create table identity."user" (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  language text not null default 'en' check (language in ('en', 'hi')),
  theme text not null default 'system' check (theme in ('light', 'dark', 'system')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table identity.account (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references identity."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index on identity.account (user_id);

create table identity.verification (
  id uuid primary key,
  identifier text not null,
  -- `<purpose>:<user id>`
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on identity.verification (identifier);
create index on identity.verification (value);

create table identity.session (
  id uuid primary key,
  user_id uuid not null references identity."user" (id) on delete cascade,
  organisation_id uuid not null references identity.organisation (id) on delete cascade,
  client text not null check (client in ('api', 'web')),
  -- Of the cookie; API clients hold refresh tokens instead.
  token_hash bytea unique,
  user_agent text,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  check ((client = 'web') = (token_hash is not null))
);
create index on identity.session (user_id);
create index on identity.session (expires_at);

-- The tokens of one session are a family: one is live, the others were rotated away and betray a thief when seen again.
create table identity.refresh_token (
  token_hash bytea primary key,
  session_id uuid not null references identity.session (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  rotated_at timestamptz
);
create index on identity.refresh_token (session_id);
create unique index refresh_token_one_live on identity.refresh_token (session_id) where rotated_at is null;

-- Wrong passwords in a row, by account and address; the empty address counts for the account as a whole. Keys are
-- keyed hashes, since unknown e-mail addresses are counted like known ones.
create table identity.lockout (
  account_key bytea not null,
  address_key bytea not null,
  failures int not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz,
  primary key (account_key, address_key)
);
create index on identity.lockout (last_failure_at);

-- Addresses from which somebody signed in: the lock of the account as a whole does not hold for them.
create table identity.known_address (
  user_id uuid not null references identity."user" (id) on delete cascade,
  address_key bytea not null,
  last_used_at timestamptz not null,
  primary key (user_id, address_key)
);

-- When a kind of mail was last sent to somebody, so that nobody can have a mailbox flooded.
create table identity.mail_sent (
  user_id uuid not null references identity."user" (id) on delete cascade,
  kind text not null,
  sent_at timestamptz not null,
  primary key (user_id, kind)
);

create table member (
  organisation_id uuid not null references identity.organisation (id) on delete cascade,
  user_id uuid not null references identity."user" (id) on delete cascade,
  -- Name and e-mail as this organisation knows them: its people are listed without looking at other organisations' accounts.
  name text not null,
  email text not null,
  role text not null check (role in ('student', 'alumni', 'recruiter', 'staff', 'admin')),
  -- 'organisation': invited, or the address at the organisation's domain is confirmed; 'guest': signed up from outside.
  affiliation text not null check (affiliation in ('guest', 'organisation')),
  onboarded_at timestamptz,
  joined_at timestamptz not null,
  last_seen_at timestamptz,
  primary key (organisation_id, user_id)
);
create index member_by_user on member (user_id);
create index member_by_name on member (organisation_id, left(lower(name), 30), user_id);

create table invitation (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation (id) on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('student', 'alumni', 'recruiter', 'staff', 'admin')),
  -- Null until the mail goes out.
  token_hash bytea unique,
  invited_by uuid references identity."user" (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (organisation_id, email)
);
create index on invitation (invited_by);

create table career_form (
  organisation_id uuid not null,
  user_id uuid not null,
  present_role text,
  target_role_id text,
  target_organisation text,
  years_of_experience double precision,
  hours_per_week double precision,
  weeks_available int,
  language text not null check (language in ('en', 'hi')),
  free_only boolean not null,
  learning_style text not null check (learning_style in ('reading', 'watching', 'doing', 'mixed')),
  updated_at timestamptz not null,
  primary key (organisation_id, user_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

call protect_tenant_table('member');
call protect_tenant_table('invitation');
call protect_tenant_table('career_form');

-- An organisation goes with its owner's hand only, never by a request.
revoke delete on identity.organisation from cairn_app;
