-- Every job knows by the state of what it works on whether it has been done; nothing was ever kept here.
drop table job_effects;
