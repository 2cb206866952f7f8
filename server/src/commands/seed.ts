import { createLog } from '../platform/log/log.ts';
import { exitCodes, readParameters, type CommandCall } from './command.ts';
import { withGround } from './with-ground.ts';

export async function run(call: CommandCall): Promise<number> {
  readParameters(call.parameters, {});
  const { createApp } = await import('../app.ts');
  await withGround(call, 'seed', async ({ database }, settings) => {
    const app = await createApp({ settings, database, log: createLog({ level: 'error' }) });
    try {
      const made = await app.features.demo.seed(call.err);
      const signIns = await app.features.demo.signIns();
      if (!made) call.err(signIns.length > 0 ? 'The demo college is there already.' : 'Nothing was made: the installation has an organisation of its own.');
      for (const { role, email, password } of signIns) call.out(`${role}\t${email}\t${password ?? '(a password of its own since)'}`);
    } finally {
      await app.close();
    }
  });
  return exitCodes.done;
}
