-- What the platform keeps for a person or an organisation.

-- Answers to writes that carried an Idempotency-Key, for a day.
create table idempotency_keys (
  organisation_id uuid not null references identity.organisation (id) on delete cascade,
  user_id uuid not null references identity."user" (id) on delete cascade,
  key text not null,
  request_hash text not null,
  claimed_at timestamptz not null,
  -- Null until the work is done. The answer is the JSON that was sent, byte for byte.
  status smallint,
  answer text,
  primary key (organisation_id, user_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (organisation_id, claimed_at);
create index idempotency_keys_by_user on idempotency_keys (user_id);
call protect_tenant_table('idempotency_keys');

-- Jobs that failed for good, taken over from the queue's dead letters so that row security holds for them.
create table failed_jobs (
  organisation_id uuid not null references identity.organisation (id) on delete cascade,
  -- The id that the job had in the queue.
  id uuid not null,
  name text not null,
  data jsonb not null,
  attempts integer not null,
  message text not null,
  failed_at timestamptz not null,
  primary key (organisation_id, id)
);
create index failed_jobs_by_age on failed_jobs (organisation_id, failed_at desc, id desc);
call protect_tenant_table('failed_jobs');

-- Effects that jobs have had, so that a job that runs a second time has them once.
create table job_effects (
  organisation_id uuid not null references identity.organisation (id) on delete cascade,
  key text not null,
  happened_at timestamptz not null,
  primary key (organisation_id, key)
);
create index job_effects_by_age on job_effects (organisation_id, happened_at);
call protect_tenant_table('job_effects');
