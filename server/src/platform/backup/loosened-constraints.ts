/** Foreign keys that wait for the end of the load, so that tables may come in any order, and are all checked then. */
import pg from 'pg';

export interface LoosenedConstraints {
  /** Checks every foreign key against every row and puts the constraints and triggers back as they were. */
  tighten(): Promise<void>;
}

interface ForeignKey { readonly table: string; readonly name: string; readonly deferrable: boolean; readonly deferred: boolean }

/** Within the transaction of `client`. Triggers of ours rest too: what they did is in the rows already. */
export async function loosenConstraints(client: pg.Client): Promise<LoosenedConstraints> {
  const keys = await client.query<ForeignKey>(`
    select conrelid::regclass::text as table, conname as name, condeferrable as deferrable, condeferred as deferred
    from pg_constraint constraint_ join pg_namespace namespace on namespace.oid = constraint_.connamespace
    where contype = 'f' and conparentid = 0 and namespace.nspname not like 'pg\\_%'`);
  const triggers = await client.query<{ table: string; name: string }>(`
    select tgrelid::regclass::text as table, tgname as name from pg_trigger where not tgisinternal and tgenabled = 'O'`);
  const change = async (what: (key: ForeignKey) => string) => {
    for (const key of keys.rows) await client.query(`alter table ${key.table} alter constraint ${pg.escapeIdentifier(key.name)} ${what(key)}`);
  };
  await change(() => 'deferrable initially deferred');
  for (const { table, name } of triggers.rows) await client.query(`alter table ${table} disable trigger ${pg.escapeIdentifier(name)}`);
  return {
    async tighten() {
      await client.query('set constraints all immediate');
      await change(({ deferrable, deferred }) => (deferrable ? `deferrable initially ${deferred ? 'deferred' : 'immediate'}` : 'not deferrable'));
      for (const { table, name } of triggers.rows) await client.query(`alter table ${table} enable trigger ${pg.escapeIdentifier(name)}`);
    },
  };
}
