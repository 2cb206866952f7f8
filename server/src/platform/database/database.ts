/**
 * The way to the data: a pool of connections as the role `cairn_app`, and transactions that say whose data they touch.
 * Row-level security answers with the rows of that organisation only, whatever the SQL says.
 */
import pg from 'pg';
import type { Sql } from './sql.ts';
import { typeParsers } from './type-parsers.ts';

export interface Transaction {
  query<Row>(statement: Sql | string, values?: readonly unknown[]): Promise<Row[]>;
  /** Exactly one row, else DatabaseRowError. */
  one<Row>(statement: Sql | string, values?: readonly unknown[]): Promise<Row>;
  /** One row or none; more than one is DatabaseRowError. */
  maybe<Row>(statement: Sql | string, values?: readonly unknown[]): Promise<Row | undefined>;
}

export interface Scope {
  readonly organisationId: string;
  readonly userId?: string;
}

export interface Database {
  /** All of `work` or nothing of it, on the rows of one organisation. */
  transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** For what comes before the organisation is known (schema identity): every tenant table answers nothing. */
  identity<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Waits for the connections in use, then closes. */
  close(): Promise<void>;
  readonly pool: pg.Pool;
}

export class DatabaseRowError extends Error {
  override readonly name = 'DatabaseRowError';
  constructor(wanted: string, found: number, text: string) {
    super(`${wanted} expected, ${found} found: ${text.trim().slice(0, 200)}`);
  }
}

export interface DatabaseOptions {
  /** Of the role cairn_app. */
  readonly url: string;
  readonly connections: number;
  /** A connection broke, idle or at work; the pool replaces it. */
  readonly onConnectionError: (error: Error) => void;
  /** Longest run of one statement. */
  readonly statementSeconds?: number;
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    // The first request after a quiet time should not wait for a connection.
    min: 1,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: (options.statementSeconds ?? 30) * 1000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'cairn',
    types: typeParsers,
  });
  // A connection that breaks between two statements of a transaction tells nobody but its own listeners, and an error
  // that nobody listens to ends the process. The pool repeats the errors of idle ones.
  let closing: Promise<void> | undefined;
  pool.on('connect', (client) => client.on('error', (error) => {
    if (closing === undefined) options.onConnectionError(error);
  }));
  pool.on('error', () => undefined);

  return {
    pool,
    transaction: async (scope, work) => inTransaction(pool, `begin;${settings(scope)}`, work),
    identity: async (work) => inTransaction(pool, 'begin', work),
    close: () => (closing ??= pool.end()),
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Begin and scope travel as one message, hence one round trip: the simple protocol takes several statements but no
 * values, so the ids stand in the text and nothing but a UUID is let through.
 */
function settings(scope: Scope): string {
  if (!uuid.test(scope.organisationId)) throw new TypeError('The organisation of a transaction must be a UUID');
  if (scope.userId !== undefined && !uuid.test(scope.userId)) throw new TypeError('The person of a transaction must be a UUID');
  const organisation = `set local app.organisation_id='${scope.organisationId}'`;
  return scope.userId === undefined ? organisation : `${organisation};set local app.user_id='${scope.userId}'`;
}

async function inTransaction<T>(pool: pg.Pool, begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await work(transactionOn(client));
    // PostgreSQL answers ROLLBACK to a commit of a transaction in which a statement failed, without an error.
    const end = await client.query('commit');
    if (end.command !== 'COMMIT') throw new Error('The transaction was undone: a statement in it failed and its error was not passed on');
    return result;
  } catch (error) {
    broken = await undo(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The error when even the rollback fails: then the connection must not be used again. */
async function undo(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Transaction over a connection that has begun one. */
export function transactionOn(client: pg.ClientBase): Transaction {
  const run = async <Row>(statement: Sql | string, values?: readonly unknown[]): Promise<Row[]> => {
    const query = typeof statement === 'string' ? { text: statement, values: values as unknown[] } : { ...statement, values: statement.values as unknown[] };
    const result = await client.query(query.name === undefined ? { text: query.text, values: query.values } : { name: query.name, text: query.text, values: query.values });
    return result.rows as Row[];
  };
  const textOf = (statement: Sql | string) => (typeof statement === 'string' ? statement : statement.text);
  return {
    query: run,
    async one<Row>(statement: Sql | string, values?: readonly unknown[]) {
      const rows = await run<Row>(statement, values);
      if (rows.length !== 1) throw new DatabaseRowError('One row', rows.length, textOf(statement));
      return rows[0] as Row;
    },
    async maybe<Row>(statement: Sql | string, values?: readonly unknown[]) {
      const rows = await run<Row>(statement, values);
      if (rows.length > 1) throw new DatabaseRowError('At most one row', rows.length, textOf(statement));
      return rows[0];
    },
  };
}
