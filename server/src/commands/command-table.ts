import type { Command } from './command.ts';

/** Every command of `cairn`, in the order in which `cairn --help` lists them. */
export const commandTable: readonly Command[] = [
  {
    name: 'parse', summary: 'Read a resume and say what was understood, with the lines it came from',
    usage: ' FILE [--role ROLE] [--json]\n\n  FILE     a resume: PDF, DOCX, TXT, Markdown or JSON Resume\n  --role   a role that Cairn knows, whose words are then looked for\n  --json   everything that was read, with confidence and evidence, as JSON\n\nNeeds no database; nothing is kept.',
    load: () => import('./parse.ts'),
  },
  {
    name: 'gap', summary: 'Compare a resume with a job ad or a role',
    usage: ' FILE JOB [--json]\n       … gap FILE --role ROLE [--json]\n\n  FILE     a resume: PDF, DOCX, TXT, Markdown or JSON Resume\n  JOB      the ad: a file of one of these kinds, or its http(s) address\n  --role   a role that Cairn knows, by name or id: "Backend developer"\n  --json   the whole analysis, with the reasons of every number, as JSON\n\nNeeds no database; nothing is kept.',
    load: () => import('./gap.ts'),
  },
  {
    name: 'roadmap', summary: 'Plan the way from a resume to a job ad or a role, week by week',
    usage: ' FILE JOB --hours N [--weeks N] [--leave-out SKILL,…] [--with-nice] [--json]\n       … roadmap FILE --role ROLE --hours N …\n\n  FILE         a resume: PDF, DOCX, TXT, Markdown or JSON Resume\n  JOB          the ad: a file of one of these kinds, or its http(s) address\n  --role       a role that Cairn knows, by name or id: "Backend developer"\n  --hours      hours a week that you have\n  --weeks      weeks that you have; left out: as long as it takes\n  --leave-out  ids of skills to do without\n  --with-nice  also what is only nice to have\n  --json       the whole plan as JSON\n\nNeeds no database; nothing is kept.',
    load: () => import('./roadmap.ts'),
  },
  {
    name: 'serve', summary: 'Serve the pages, the API and the background jobs',
    usage: '\n\nStops on Ctrl-C, the database too. What is served and where is set in .env (see .env.example).',
    load: () => import('./serve.ts'),
  },
  {
    name: 'worker', summary: 'Work on background jobs only, beside one or more API processes',
    usage: '', load: () => import('./worker.ts'),
  },
  {
    name: 'migrate', summary: 'Bring the database to the state that this version expects',
    usage: '', load: () => import('./migrate.ts'),
  },
  {
    name: 'seed', summary: 'Make the demo college in an empty installation and print its sign-ins',
    usage: '', load: () => import('./seed.ts'),
  },
  {
    name: 'doctor', summary: 'Say what is wrong with this installation and how to mend it',
    usage: ' [--json]\n\n  --json   the checks as JSON', load: () => import('./doctor.ts'),
  },
  {
    name: 'organisation', summary: 'Make an organisation and invite its first admin',
    usage: ' create --name NAME --slug SLUG --admin-email ADDRESS [--admin-name NAME] [--email-domain DOMAIN]\n\n  --name           as people read it: "Lakeside College"\n  --slug           short name in addresses: lakeside\n  --admin-email    of its first admin, whose link to choose a password is printed\n  --email-domain   confirmed addresses at it join as students: lakeside.example',
    load: () => import('./organisation.ts'),
  },
  {
    name: 'backup', summary: 'Write everything into one file, also while Cairn serves',
    usage: ' FILE\n\n  FILE   a new file, such as cairn-2026-03-01.tar.gz', load: () => import('./backup.ts'),
  },
  {
    name: 'restore', summary: 'Read a backup into an empty installation and prove that it is whole',
    usage: ' FILE', load: () => import('./restore.ts'),
  },
];
