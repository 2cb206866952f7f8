-- Where people went: the steps of a career, which later make every path evidence.

create table career_step (
  organisation_id uuid not null,
  user_id uuid not null,
  number smallint not null check (number >= 1),
  role_title text not null,
  -- The role of knowledge/ that the title stands for, where one does.
  role_id text,
  organisation_name text not null,
  place text,
  -- 'YYYY-MM'; no end while it lasts.
  started text not null,
  ended text,
  primary key (organisation_id, user_id, number),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

create table alumni (
  organisation_id uuid not null,
  user_id uuid not null,
  degree text not null,
  field text not null,
  graduated smallint not null,
  primary key (organisation_id, user_id),
  foreign key (organisation_id, user_id) references member (organisation_id, user_id) on delete cascade
);

call protect_tenant_table('career_step');
call protect_tenant_table('alumni');
