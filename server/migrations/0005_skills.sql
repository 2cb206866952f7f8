-- What a person says of a skill themselves, and the levels they reached by learning. What a resume shows is not kept
-- here: it is computed from the reading whenever it is asked for.

create table skill_word (
  organisation_id uuid not null,
  user_id uuid not null,
  skill_id text not null,
  -- 'person': their own word, which wins over what was read. 'self-check': a level reached in a roadmap, which only raises.
  source text not null check (source in ('person', 'self-check')),
  level smallint not null check (level between 0 and 4),
  updated_at timestamptz not null,
  primary key (organisation_id, user_id, skill_id, source),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

call protect_tenant_table('skill_word');
