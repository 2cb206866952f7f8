-- Job ads as read, and skill gaps as analysed on the day.

create table job_ad (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  title text,
  organisation_name text,
  -- Where it was read from, when that was an address.
  url text,
  language text not null,
  text text not null,
  created_at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index job_ad_by_person on job_ad (organisation_id, user_id);

create table skill_gap (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  resume_id uuid references resume (id) on delete set null,
  job_ad_id uuid references job_ad (id) on delete set null,
  role_id text,
  title text,
  organisation_name text,
  url text,
  match_percentage double precision not null,
  weighted_match_percentage double precision not null,
  missing_count int not null,
  -- The requirements as read and the analysis with its reasons.
  requirements jsonb not null,
  analysis jsonb not null,
  -- How common the skills asked for were among the organisation's jobs on that day: later answers weigh by it too, so
  -- that a match moves by what the person learns and by nothing else.
  corpus jsonb not null,
  warnings jsonb not null default '[]',
  created_at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index skill_gap_by_person on skill_gap (organisation_id, user_id, created_at desc, id desc);
create index skill_gap_by_resume on skill_gap (resume_id);
create index skill_gap_by_job_ad on skill_gap (job_ad_id);

-- The organisation's own jobs, and the skills each asks for: what makes a skill rare or common among them.
create table job (
  organisation_id uuid not null,
  id uuid primary key,
  title text not null,
  organisation_name text not null,
  place text,
  text text not null,
  posted_on date not null
);
create index job_by_day on job (organisation_id, posted_on desc, id desc);

create table job_skill (
  organisation_id uuid not null,
  job_id uuid not null references job (id) on delete cascade,
  skill_id text not null,
  requirement text not null check (requirement in ('must', 'should', 'nice')),
  level smallint not null check (level between 1 and 4),
  primary key (job_id, skill_id)
);
create index job_skill_by_skill on job_skill (organisation_id, skill_id);

call protect_tenant_table('job');
call protect_tenant_table('job_skill');
call protect_tenant_table('job_ad');
call protect_tenant_table('skill_gap');
