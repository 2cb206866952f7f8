-- Calls to language models: that and how they went, never what was asked or answered.
create table llm_call (
  organisation_id uuid not null,
  id uuid primary key,
  user_id uuid,
  -- Name and version: 'skills-advice.v1'.
  prompt text not null,
  provider text,
  model text,
  outcome text not null check (outcome in ('answered', 'cached', 'fell-back')),
  fallback_reason text,
  latency_ms integer not null,
  input_tokens integer not null,
  output_tokens integer not null,
  repaired boolean not null,
  failures jsonb not null,
  -- Kinds of words in the material that spoke to the model.
  injections text[] not null,
  verdict text check (verdict in ('helpful', 'not-helpful')),
  verdict_reason text,
  created_at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete set null (user_id)
);
create index llm_call_by_age on llm_call (organisation_id, created_at desc);
create index llm_call_by_person on llm_call (organisation_id, user_id);

-- Answers that hold for a time, by the hash of all that they depend on. With a person where something of theirs went in.
create table llm_answer (
  organisation_id uuid not null,
  key bytea not null,
  user_id uuid,
  output jsonb not null,
  provider text not null,
  model text not null,
  expires_at timestamptz not null,
  primary key (organisation_id, key),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index llm_answer_by_end on llm_answer (organisation_id, expires_at);
create index llm_answer_by_person on llm_answer (organisation_id, user_id);

-- The models of an organisation that has chosen its own. Keys are sealed (AES-256-GCM).
create table llm_settings (
  organisation_id uuid primary key,
  providers jsonb not null,
  daily_tokens integer not null,
  updated_at timestamptz not null,
  updated_by uuid,
  foreign key (organisation_id, updated_by) references member (organisation_id, user_id) on delete set null (updated_by)
);

call protect_tenant_table('llm_call');
call protect_tenant_table('llm_answer');
call protect_tenant_table('llm_settings');
