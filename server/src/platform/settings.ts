/**
 * Everything that can be set, in one table, and the only file of the server that reads process.env.
 * `.env.example` says the same to people; a test keeps the two in step.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { installationSecret } from './installation-secret.ts';
import { readProvider, type Chain, type Provider } from './llm/provider.ts';

export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const whole = (least: number, most: number) => z.string().regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
  .transform(Number).pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));

const yesOrNo = z.enum(['0', '1'], 'must be 0 or 1').transform((value) => value === '1');

const url = (protocols: readonly string[]) => z.string().refine((value) => {
  const parsed = URL.parse(value);
  return parsed !== null && protocols.includes(parsed.protocol);
}, `must be a URL starting with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);

const list = z.string().transform((value) => value.split(',').map((item) => item.trim()).filter((item) => item !== ''));

/** `10/15m` is ten in fifteen minutes. */
const rate = z.string().regex(/^[1-9]\d{0,6}\/(\d+)?(s|m|h)$/, 'must be a count, a slash and a time such as 1m, 15m or 1h').transform((value) => {
  const [count = '', time = ''] = value.split('/');
  const seconds = { s: 1, m: 60, h: 3600 }[time.slice(-1)] ?? 60;
  return { count: Number(count), windowSeconds: Number(time.slice(0, -1) || '1') * seconds };
});
export type Rate = z.output<typeof rate>;

const origin = z.string().refine((value) => URL.parse(value)?.origin === value, 'must be origins such as https://careers.college.example, with no path after them');

export interface SettingEntry {
  readonly shape: z.ZodType;
  /** What holds when the setting is absent; undefined where absence itself means something. */
  readonly fallback?: string;
  readonly description: string;
  readonly example: string;
}

const setting = <Shape extends z.ZodType, Words extends Omit<SettingEntry, 'shape'>>(shape: Shape, words: Words) => ({ shape, ...words });

export const settingTable = {
  PORT: setting(whole(0, 65535), { fallback: '3000', description: 'Port that the server listens on; 0 takes any free one', example: '8080' }),
  HOST: setting(z.string().min(1), { fallback: '127.0.0.1', description: 'Address that the server listens on; 0.0.0.0 or :: to be reached from other machines', example: '0.0.0.0' }),
  CAIRN_DATA_DIR: setting(z.string().min(1), { fallback: '.cairn', description: 'Folder for the database, uploaded files, secrets and outgoing mail; a relative path starts at the repository root', example: '/srv/cairn' }),
  DATABASE_URL: setting(url(['postgres:', 'postgresql:']), { description: "A PostgreSQL server (15 or newer) of your own, as the database's owner; absent: Cairn runs one itself inside the data folder", example: 'postgresql://cairn_owner:password@db.college.example/cairn' }),
  DATABASE_APP_URL: setting(url(['postgres:', 'postgresql:']), { description: 'Connection of the role cairn_app, where an administrator makes that role; absent: derived from DATABASE_URL', example: 'postgresql://cairn_app:password@db.college.example/cairn' }),
  DATABASE_CONNECTIONS: setting(whole(2, 500), { fallback: '10', description: 'Most connections that one process opens to the database', example: '20' }),
  CAIRN_SECRET: setting(z.string().min(32, 'must have at least 32 characters'), { description: 'Key that tokens and derived passwords hang on; absent: made once and kept in the data folder. Several machines need the same one', example: 'the output of: openssl rand -base64 48' }),
  CAIRN_DEMO: setting(yesOrNo, { description: 'Whether the demo college is made on the first start: 1 or 0; absent: yes while HOST is loopback', example: '0' }),
  CAIRN_PUBLIC_URL: setting(url(['http:', 'https:']), { description: 'Address that people type, used in mails and links; absent: http://localhost:PORT', example: 'https://careers.college.example' }),
  CAIRN_PROCESS: setting(z.enum(['all', 'api', 'worker'], 'must be all, api or worker'), { fallback: 'all', description: 'What this process does: all, only the API and pages, or only the background jobs', example: 'api' }),
  CAIRN_CORS_ORIGINS: setting(list.pipe(z.array(origin)), { fallback: '', description: 'Other origins whose pages may call the API, separated by commas; empty: none', example: 'https://portal.college.example' }),
  CAIRN_TRUSTED_PROXIES: setting(list.pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'must be IP addresses or networks'))), { fallback: '', description: 'Proxies whose X-Forwarded-For is believed: addresses or networks, separated by commas; empty: none', example: '10.0.0.0/8' }),
  CAIRN_UPLOAD_LIMIT_MEGABYTES: setting(whole(1, 100), { fallback: '10', description: 'Largest file that can be uploaded, in megabytes', example: '20' }),
  CAIRN_RATE_PERSON: setting(rate, { fallback: '100/1m', description: 'Requests of one signed-in person over time', example: '200/1m' }),
  CAIRN_RATE_PERSON_BURST: setting(whole(1, 1_000_000), { fallback: '200', description: 'Requests one person may make at once after a pause', example: '400' }),
  CAIRN_RATE_ADDRESS: setting(rate, { fallback: '1000/1m', description: 'Requests of one address while nobody is signed in; people who are signed in do not count', example: '5000/1m' }),
  CAIRN_RATE_SIGN_IN: setting(rate, { fallback: '20/1m', description: 'Attempts of one address to sign in, register or reset for one account', example: '10/1m' }),
  CAIRN_RATE_SIGN_IN_ADDRESS: setting(rate, { fallback: '300/1m', description: 'Attempts of one address to sign in, register or reset, whatever the account', example: '1000/1m' }),
  CAIRN_RATE_UPLOAD: setting(rate, { fallback: '30/1m', description: 'Files that one person uploads over time', example: '60/1m' }),
  CAIRN_RATE_AI: setting(rate, { fallback: '10/1m', description: 'Requests of one person at one address that a language model may have to answer', example: '30/1m' }),
  CAIRN_LLM_CHAIN: setting(list, { fallback: '', description: 'Language models in the order in which they are asked, separated by commas, each KIND+ADDRESS#MODEL with the kinds ollama, openai (any server that speaks its protocol) and anthropic, then where needed ?context=TOKENS&timeout=SECONDS&at-once=CALLS&local=1; empty: none, and Cairn answers by itself', example: 'ollama+http://127.0.0.1:11434#mistral:7b-instruct' }),
  CAIRN_LLM_OPENAI_KEY: setting(z.string().min(1), { description: 'Key for the servers of kind openai; absent: none is sent', example: 'sk-…' }),
  CAIRN_LLM_ANTHROPIC_KEY: setting(z.string().min(1), { description: 'Key for Anthropic', example: 'sk-ant-…' }),
  CAIRN_LLM_DAILY_TOKENS: setting(whole(0, 2_000_000_000), { fallback: '2000000', description: 'Tokens, in and out, that one organisation may use of language models in a day (UTC), unless it has set its own', example: '500000' }),
  CAIRN_METRICS_TOKEN: setting(z.string().min(16, 'must have at least 16 characters'), { description: 'Bearer token that /metrics asks for; absent: it answers this machine only', example: 'the output of: openssl rand -hex 16' }),
  CAIRN_EMBEDDING_MODEL_DIR: setting(z.string().min(1), { description: "Folder with a sentence-transformers model for the skill search: model.onnx or model_quantized.onnx (also below onnx/) of an uncased BERT model such as all-MiniLM-L6-v2, and its vocab.txt or tokenizer.json; a relative path starts at the repository root; absent: Cairn's own vectors", example: '/srv/models/all-MiniLM-L6-v2' }),
  CAIRN_YOUTUBE_KEY: setting(z.string().min(1), { description: 'Key of the YouTube Data API, for videos among study materials; absent: nothing is searched there', example: 'AIza0123456789abcdef' }),
  SMTP_URL: setting(url(['smtp:', 'smtps:']), { description: 'Mail server; absent: mails are written as files to outbox/ in the data folder', example: 'smtps://cairn:password@mail.college.example:465' }),
  MAIL_FROM: setting(z.string().regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an e-mail address, with a name before it if you like'), { fallback: 'Cairn <cairn@localhost>', description: 'Sender of the mails', example: 'Career office <careers@college.example>' }),
  CAIRN_LOG_LEVEL: setting(z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'must be silent, fatal, error, warn, info, debug or trace'), { fallback: 'info', description: 'What is logged: silent, fatal, error, warn, info, debug or trace', example: 'warn' }),
} as const satisfies Record<string, SettingEntry>;

export type SettingName = keyof typeof settingTable;
type Read = { [Name in SettingName]: z.output<(typeof settingTable)[Name]['shape']> | ((typeof settingTable)[Name] extends { fallback: string } ? never : undefined) };

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** HOST reaches this machine only. */
  readonly loopback: boolean;
  readonly dataDirectory: string;
  readonly filesDirectory: string;
  readonly outboxDirectory: string;
  /** Undefined: the PostgreSQL that Cairn runs itself. */
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly databaseConnections: number;
  readonly secret: string;
  readonly demo: boolean;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly runs: { readonly api: boolean; readonly worker: boolean };
  readonly corsOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly uploadLimitBytes: number;
  readonly rates: { readonly person: Rate; readonly personBurst: number; readonly address: Rate; readonly signIn: Rate; readonly signInAddress: Rate; readonly upload: Rate; readonly ai: Rate };
  /** Language models in the order in which they are asked; none by default. */
  readonly llm: Chain;
  readonly metricsToken: string | undefined;
  /** Undefined: Cairn's own vectors. */
  readonly embeddingModelDirectory: string | undefined;
  /** Undefined: videos are not searched. */
  readonly youtubeKey: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.length === 1 ? `A setting is wrong. ${problems[0]}` : `${problems.length} settings are wrong.\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Values of these are never repeated in a message, since people paste messages. */
const secretNames: readonly SettingName[] = ['CAIRN_SECRET', 'CAIRN_METRICS_TOKEN', 'DATABASE_URL', 'DATABASE_APP_URL', 'SMTP_URL', 'CAIRN_LLM_OPENAI_KEY', 'CAIRN_LLM_ANTHROPIC_KEY', 'CAIRN_YOUTUBE_KEY'];

function readTable(env: Readonly<Record<string, string | undefined>>): Read {
  const problems: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(settingTable) as [SettingName, SettingEntry][]) {
    const given = env[name]?.trim();
    const value = given === undefined || given === '' ? entry.fallback : given;
    if (value === undefined) continue;
    const result = entry.shape.safeParse(value);
    if (result.success) {
      read[name] = result.data;
      continue;
    }
    const shown = secretNames.includes(name) ? '' : ` is "${value}" but`;
    problems.push(`${name}${shown} ${result.error.issues[0]?.message ?? 'cannot be read'}. Example: ${name}=${entry.example}`);
  }
  problems.push(...misspelt(env));
  if (problems.length > 0) throw new SettingsError(problems);
  return read as Read;
}

/** Throws SettingsError naming every provider of the chain that cannot be read. */
function readProviders(read: Read): Provider[] {
  const keys = { ollama: null, openai: read.CAIRN_LLM_OPENAI_KEY ?? null, anthropic: read.CAIRN_LLM_ANTHROPIC_KEY ?? null };
  const providers = read.CAIRN_LLM_CHAIN.map((written) => readProvider(written, (kind) => keys[kind]));
  const problems = providers.filter((provider) => typeof provider === 'string');
  if (problems.length > 0) throw new SettingsError(problems.map((problem) => `CAIRN_LLM_CHAIN ${problem}. Example: CAIRN_LLM_CHAIN=${settingTable.CAIRN_LLM_CHAIN.example}`));
  return providers.filter((provider) => typeof provider !== 'string');
}

/** A misspelt CAIRN_ setting would silently do nothing. */
function misspelt(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env).filter((name) => name.startsWith('CAIRN_') && !(name in settingTable))
    .map((name) => `${name} is not a setting of Cairn. The settings are listed in .env.example`);
}

/**
 * The settings that `env` describes. `secretOf` answers the secret when CAIRN_SECRET is absent; by default it is
 * read from the data folder, and made there the first time.
 * Throws SettingsError listing every bad value.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, secretOf: (dataDirectory: string) => string = installationSecret): Settings {
  const read = readTable(env);
  const providers = readProviders(read);
  const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/i.test(read.HOST);
  const dataDirectory = isAbsolute(read.CAIRN_DATA_DIR) ? resolve(read.CAIRN_DATA_DIR) : resolve(repositoryRoot, read.CAIRN_DATA_DIR);
  return {
    port: read.PORT,
    host: read.HOST,
    loopback,
    dataDirectory,
    filesDirectory: resolve(dataDirectory, 'files'),
    outboxDirectory: resolve(dataDirectory, 'outbox'),
    databaseUrl: read.DATABASE_URL,
    databaseAppUrl: read.DATABASE_APP_URL,
    databaseConnections: read.DATABASE_CONNECTIONS,
    secret: read.CAIRN_SECRET ?? secretOf(dataDirectory),
    demo: read.CAIRN_DEMO ?? loopback,
    publicUrl: (read.CAIRN_PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    runs: { api: read.CAIRN_PROCESS !== 'worker', worker: read.CAIRN_PROCESS !== 'api' },
    corsOrigins: read.CAIRN_CORS_ORIGINS,
    trustedProxies: read.CAIRN_TRUSTED_PROXIES,
    uploadLimitBytes: read.CAIRN_UPLOAD_LIMIT_MEGABYTES * 1024 * 1024,
    rates: { person: read.CAIRN_RATE_PERSON, personBurst: read.CAIRN_RATE_PERSON_BURST, address: read.CAIRN_RATE_ADDRESS, signIn: read.CAIRN_RATE_SIGN_IN, signInAddress: read.CAIRN_RATE_SIGN_IN_ADDRESS, upload: read.CAIRN_RATE_UPLOAD, ai: read.CAIRN_RATE_AI },
    llm: { providers, dailyTokens: read.CAIRN_LLM_DAILY_TOKENS },
    metricsToken: read.CAIRN_METRICS_TOKEN,
    embeddingModelDirectory: read.CAIRN_EMBEDDING_MODEL_DIR === undefined ? undefined : resolve(repositoryRoot, read.CAIRN_EMBEDDING_MODEL_DIR),
    youtubeKey: read.CAIRN_YOUTUBE_KEY,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    logLevel: read.CAIRN_LOG_LEVEL,
  };
}

/** The environment of this process over the `.env` file at the repository root. */
export function processEnvironment(): Record<string, string | undefined> {
  const file = resolve(repositoryRoot, '.env');
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
}

/** The folder in which the person stands: npm runs commands at the root and leaves the real one in INIT_CWD. */
export function callerDirectory(): string {
  return processEnvironment().INIT_CWD ?? process.cwd();
}
