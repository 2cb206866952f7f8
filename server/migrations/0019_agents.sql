-- Runs of agents, and what each asked its tools. A run that its process left behind is given up after lost_after.
create table agent_run (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  -- Whose run it is: 'advisor', 'tutor'. Goal and answer are of that feature's form.
  feature text not null,
  goal jsonb not null,
  state text not null check (state in ('running', 'answered', 'cancelled', 'interrupted', 'failed')),
  answer jsonb,
  -- The model's.
  words text,
  meta jsonb,
  finished_by text check (finished_by in ('model', 'plan')),
  broken_by text,
  lost_after timestamptz not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index agent_run_by_person on agent_run (organisation_id, user_id, feature, created_at desc, id desc);
create index agent_run_at_work on agent_run (organisation_id, lost_after) where state = 'running';

create table agent_step (
  organisation_id uuid not null,
  user_id uuid not null,
  run_id uuid not null references agent_run (id) on delete cascade,
  number int not null,
  decided_by text not null check (decided_by in ('model', 'plan')),
  -- Null for a turn of the model that asked no tool.
  tool text,
  input jsonb,
  output jsonb,
  failure text,
  -- In and out, of the turn that decided it.
  tokens int not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  primary key (run_id, number)
);
create index agent_step_by_person on agent_step (organisation_id, user_id);
-- Steps are added, and go with their run.
revoke update on agent_step from cairn_app;

-- A tutor's chats: on which skill and level, and every message in order.
create table tutor_chat (
  organisation_id uuid not null,
  user_id uuid not null,
  id uuid primary key,
  skill_id text not null,
  level int not null check (level between 1 and 4),
  -- Of its last message: who writes says which one they had seen.
  messages int not null,
  -- Where the chat stands: the open question, hints taken, answers so far.
  standing jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);
create index tutor_chat_by_person on tutor_chat (organisation_id, user_id, created_at desc, id desc);

create table tutor_message (
  organisation_id uuid not null,
  user_id uuid not null,
  chat_id uuid not null references tutor_chat (id) on delete cascade,
  number int not null,
  author text not null check (author in ('person', 'tutor')),
  content jsonb not null,
  created_at timestamptz not null,
  primary key (chat_id, number)
);
create index tutor_message_by_person on tutor_message (organisation_id, user_id);
revoke update on tutor_message from cairn_app;

call protect_tenant_table('agent_run');
call protect_tenant_table('agent_step');
call protect_tenant_table('tutor_chat');
call protect_tenant_table('tutor_message');
