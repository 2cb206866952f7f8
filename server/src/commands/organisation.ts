import { createLog } from '../platform/log/log.ts';
import { CommandError, exitCodes, readParameters, required, UsageError, type CommandCall } from './command.ts';
import { withGround } from './with-ground.ts';

interface Wanted {
  readonly name: string;
  readonly slug: string;
  readonly adminEmail: string;
  readonly adminName: string;
  readonly emailDomain?: string;
}

export async function run(call: CommandCall): Promise<number> {
  const { values, words } = readParameters(call.parameters, {
    name: { type: 'string' }, slug: { type: 'string' }, 'admin-email': { type: 'string' }, 'admin-name': { type: 'string', default: 'Admin' }, 'email-domain': { type: 'string' },
  }, ['create']);
  if (words[0] !== 'create') throw new UsageError(`"${words[0]}" is not something that can be done with an organisation`);
  const emailDomain = values['email-domain'];
  const wanted: Wanted = {
    name: required(values.name, 'name'), slug: required(values.slug, 'slug'), adminEmail: required(values['admin-email'], 'admin-email'), adminName: values['admin-name'],
    ...(emailDomain === undefined ? {} : { emailDomain }),
  };
  // Before the database is opened, which takes seconds when nothing is serving.
  await refuseMisfits(wanted);
  const { createApp } = await import('../app.ts');
  const { Failure } = await import('../platform/http/failure.ts');
  const { failureTable } = await import('@cairn/contracts/failures');
  await withGround(call, 'organisation create', async ({ database }, settings) => {
    const app = await createApp({ settings, database, log: createLog({ level: 'error' }) });
    try {
      const { organisation, setPasswordToken } = await app.features.organisations.create(wanted);
      if (setPasswordToken === null) {
        call.out(`${organisation.name} is made. ${wanted.adminEmail}, who has an account already, is its admin.`);
        return;
      }
      call.err(`${organisation.name} is made. ${wanted.adminEmail} is its admin and chooses a password here within seven days:`);
      call.out(app.features.identity.links.resetPassword(setPasswordToken));
    } catch (error) {
      if (error instanceof Failure) throw new CommandError(`${error.message} ${failureTable[error.code].next}`, { cause: error });
      throw error;
    } finally {
      await app.close();
    }
  });
  return exitCodes.done;
}

/** Each option that does not fit, in a sentence of its own, with one that would. */
async function refuseMisfits(wanted: Wanted): Promise<void> {
  const [{ checkNewOrganisation }, { Failure }] = await Promise.all([import('../features/organisation/index.ts'), import('../platform/http/failure.ts')]);
  try {
    checkNewOrganisation(wanted);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, details: { errors = [] } } = error;
    const misfits = code === 'request.invalid' ? [...new Set(errors.map(({ path }) => path))] : [code];
    throw new UsageError(misfits.map((misfit) => sentenceOn(misfit, wanted)).join('.\n'));
  }
}

function sentenceOn(misfit: string, { name, slug, adminEmail, adminName, emailDomain = '' }: Wanted): string {
  switch (misfit) {
    case 'name':
      return `--name "${name}" is no name of an organisation: it has 2 to 160 characters, such as "Lakeside College"`;
    case 'slug':
      return `--slug "${slug}" is no short name: it has 1 to 63 small letters a to z, digits and hyphens, with no hyphen first or last, such as ${slugLike(slug)}`;
    case 'adminEmail':
      return `--admin-email "${adminEmail}" is no e-mail address, such as head@lakeside.example`;
    case 'adminName':
      return `--admin-name "${adminName}" is no name of a person: it has 1 to 120 characters`;
    case 'organisation.domain-invalid':
      return `--email-domain "${emailDomain}" is no domain of e-mail addresses, such as lakeside.example`;
    case 'organisation.domain-public':
      return `--email-domain "${emailDomain}" is open to anybody: give a domain of the organisation alone, such as lakeside.example, or leave it out`;
    default:
      throw new Error(`Nothing is said on ${misfit}`);
  }
}

function slugLike(text: string): string {
  const like = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').slice(0, 63).replace(/^-+|-+$/g, '');
  return like === '' ? 'lakeside' : like;
}
