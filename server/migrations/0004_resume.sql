-- Resumes: the file's versions, what was read, and what the person corrected.

create table resume (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  file_name text not null,
  kind text not null check (kind in ('pdf', 'docx', 'text', 'markdown', 'json-resume')),
  size_bytes int not null,
  page_count int not null,
  version int not null,
  state text not null check (state in ('reading', 'read', 'refused')),
  -- The failure code, when reading was refused after the upload was accepted.
  refusal text,
  -- What engine/resume read; null until it has.
  reading jsonb,
  corrections jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade,
  check ((state = 'refused') = (refusal is not null)),
  check (state <> 'read' or reading is not null)
);
create index resume_by_person on resume (organisation_id, user_id, created_at desc, id desc);

create table resume_version (
  organisation_id uuid not null,
  resume_id uuid not null references resume (id) on delete cascade,
  version int not null,
  file_name text not null,
  storage_key text not null unique,
  size_bytes int not null,
  sha256 text not null,
  created_at timestamptz not null,
  primary key (resume_id, version)
);

call protect_tenant_table('resume');
call protect_tenant_table('resume_version');
