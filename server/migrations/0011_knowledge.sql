-- What an organisation adds to what Cairn knows, or says otherwise, and what it imports from ESCO and O*NET.

create table knowledge_entry (
  organisation_id uuid not null,
  kind text not null check (kind in ('skill', 'role', 'resource')),
  entry_id text not null,
  body jsonb not null,
  source text not null check (source in ('staff', 'esco', 'onet')),
  -- The concept it was imported from.
  source_uri text,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (organisation_id, kind, entry_id),
  foreign key (organisation_id, updated_by) references member (organisation_id, user_id) on delete set null (updated_by)
);

-- Another one with each change of the entries: processes keep what they compiled by it, and a dry run holds for the one it was made with.
create table knowledge_version (
  organisation_id uuid primary key,
  version uuid not null
);

create table knowledge_import (
  organisation_id uuid not null,
  id uuid primary key,
  source text not null check (source in ('esco', 'onet')),
  state text not null check (state in ('reading', 'proposed', 'applied', 'discarded', 'failed')),
  -- Where skills go that no collection places.
  category text not null,
  files jsonb not null,
  -- The version of the organisation's knowledge that the changes were worked out against.
  base_version uuid,
  summary jsonb,
  changes jsonb not null default '[]',
  remarks jsonb not null default '[]',
  created_at timestamptz not null,
  created_by uuid,
  applied_at timestamptz,
  foreign key (organisation_id, created_by) references member (organisation_id, user_id) on delete set null (created_by)
);
create index knowledge_import_by_age on knowledge_import (organisation_id, created_at desc, id desc);

call protect_tenant_table('knowledge_entry');
call protect_tenant_table('knowledge_version');
call protect_tenant_table('knowledge_import');
