import { createLog } from '../platform/log/log.ts';
import { CommandError, exitCodes, readParameters, required, UsageError, type CommandCall } from './command.ts';
import { withGround } from './with-ground.ts';

export async function run(call: CommandCall): Promise<number> {
  const { values, words } = readParameters(call.parameters, {
    name: { type: 'string' }, slug: { type: 'string' }, 'admin-email': { type: 'string' }, 'admin-name': { type: 'string', default: 'Admin' }, 'email-domain': { type: 'string' },
  }, ['create']);
  if (words[0] !== 'create') throw new UsageError(`"${words[0]}" is not something that can be done with an organisation`);
  const emailDomain = values['email-domain'];
  const input = {
    name: required(values.name, 'name'), slug: required(values.slug, 'slug'), adminEmail: required(values['admin-email'], 'admin-email'), adminName: values['admin-name'],
    ...(emailDomain === undefined ? {} : { emailDomain }),
  };
  const { createApp } = await import('../app.ts');
  const { Failure } = await import('../platform/http/failure.ts');
  await withGround(call, 'organisation create', async ({ database }, settings) => {
    const app = await createApp({ settings, database, log: createLog({ level: 'error' }) });
    try {
      const { setPasswordToken } = await app.features.organisations.create(input);
      if (setPasswordToken === null) {
        call.out(`${input.name} is made. ${input.adminEmail}, who has an account already, is its admin.`);
        return;
      }
      call.err(`${input.name} is made. ${input.adminEmail} is its admin and chooses a password here within seven days:`);
      call.out(app.features.identity.links.resetPassword(setPasswordToken));
    } catch (error) {
      if (error instanceof Failure) throw new CommandError(error.message, { cause: error });
      throw error;
    } finally {
      await app.close();
    }
  });
  return exitCodes.done;
}
