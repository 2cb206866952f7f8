-- Days begin where the person is: streaks, daily plans and mails go by it. Null until one of their pages has said it.
alter table identity."user" add column time_zone text;
