/** Settings from the environment: one row per variable, checked all at once, listed by --help. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '../services/places.js';
import type { ServiceSettings } from '../services/types.js';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Settings extends ServiceSettings {
  readonly port: number;
  readonly host: string;
  readonly sessionSecret: string;
  /** One-click sign-in as a demo person. */
  readonly demo: boolean;
  /** Fill an empty database at the first start. */
  readonly seed: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Browser program for tests and screenshots. */
  readonly chromium?: string;
}

/** All that is wrong with the environment, one line per variable. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
  }
}

const PREFIX = 'DOSSIERFLOW_';
/** Good enough on a developer's machine, where a restart should not sign everybody out. */
const DEVELOPMENT_SECRET = 'dossierflow-development-only';
const SHORTEST_SECRET = 32;

const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
const port = z.string().regex(/^\d{1,5}$/, 'must be a port number').transform(Number)
  .refine((value) => value <= 65_535, 'must be a port number up to 65535');
const oneOf = <const T extends string>(values: readonly T[]) => z.enum(values, `must be one of ${values.join(', ')}`);

interface Row {
  readonly name: string;
  readonly schema: z.ZodType;
  /** Shown by --help; the value itself where it is a constant. */
  readonly fallback: string;
  readonly help: string;
  readonly helpVi: string;
}

const ROWS = {
  port: { name: 'DOSSIERFLOW_PORT', schema: port, fallback: '3000', help: 'port of the web server', helpVi: 'cổng của máy chủ web' },
  host: { name: 'DOSSIERFLOW_HOST', schema: z.string(), fallback: '127.0.0.1', help: 'address the web server listens on', helpVi: 'địa chỉ mà máy chủ web lắng nghe' },
  dataFolder: { name: 'DOSSIERFLOW_DATA', schema: z.string(), fallback: 'data', help: 'folder of the embedded databases', helpVi: 'thư mục của các cơ sở dữ liệu nhúng' },
  cacheFolder: { name: 'DOSSIERFLOW_CACHE', schema: z.string(), fallback: "dossierflow in the user's cache folder", help: 'folder of the programs that set-up obtained', helpVi: 'thư mục các chương trình đã tải về khi cài đặt' },
  sessionSecret: { name: 'DOSSIERFLOW_SESSION_SECRET', schema: z.string(), fallback: 'none in production', help: `signs session cookies; at least ${SHORTEST_SECRET} characters in production`, helpVi: `khoá ký cookie phiên; ít nhất ${SHORTEST_SECRET} ký tự khi vận hành thật` },
  demo: { name: 'DOSSIERFLOW_DEMO', schema: flag, fallback: 'true, in production false', help: 'one-click sign-in as demo staff; refused in production', helpVi: 'đăng nhập thử bằng một lần bấm; bị từ chối khi vận hành thật' },
  seed: { name: 'DOSSIERFLOW_SEED', schema: flag, fallback: 'true, in production false', help: 'fill an empty database with sample data', helpVi: 'nạp dữ liệu mẫu khi cơ sở dữ liệu còn trống' },
  logLevel: { name: 'DOSSIERFLOW_LOG_LEVEL', schema: oneOf(['debug', 'info', 'warn', 'error', 'silent']), fallback: 'info', help: 'debug, info, warn, error or silent', helpVi: 'mức ghi nhật ký: debug, info, warn, error hoặc silent' },
  temporalNamespace: { name: 'DOSSIERFLOW_TEMPORAL_NAMESPACE', schema: z.string(), fallback: 'default', help: 'Temporal namespace', helpVi: 'không gian tên (namespace) của Temporal' },
  temporalSynchronous: { name: 'DOSSIERFLOW_TEMPORAL_SYNCHRONOUS', schema: oneOf(['FULL', 'NORMAL']), fallback: 'FULL', help: 'embedded Temporal: FULL survives a power cut, NORMAL is faster', helpVi: 'Temporal nhúng: FULL chịu được mất điện, NORMAL nhanh hơn' },
  temporalPort: { name: 'DOSSIERFLOW_TEMPORAL_PORT', schema: port, fallback: '7233, or a free one', help: 'port of the embedded Temporal', helpVi: 'cổng của Temporal nhúng' },
  mongoPort: { name: 'DOSSIERFLOW_MONGO_PORT', schema: port, fallback: '27017, or a free one', help: 'port of the embedded MongoDB', helpVi: 'cổng của MongoDB nhúng' },
  allowEmbedded: { name: 'DOSSIERFLOW_ALLOW_EMBEDDED', schema: flag, fallback: 'false', help: 'allow embedded services in production', helpVi: 'cho phép dịch vụ nhúng khi vận hành thật' },
  chromium: { name: 'DOSSIERFLOW_CHROMIUM', schema: z.string(), fallback: 'chromium on PATH', help: 'browser program for the browser tests', helpVi: 'trình duyệt dùng cho kiểm thử' },
  temporalAddress: { name: 'TEMPORAL_ADDRESS', schema: z.string().regex(/^[^\s/]+:\d+$/, 'must be host:port'), fallback: 'an embedded one', help: 'host:port of a Temporal server', helpVi: 'host:cổng của máy chủ Temporal' },
  mongoUri: { name: 'MONGODB_URI', schema: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://'), fallback: 'an embedded one', help: 'connection string of a MongoDB', helpVi: 'chuỗi kết nối tới MongoDB' },
} satisfies Record<string, Row>;

type Field = keyof typeof ROWS;
type Given = { [F in Field]?: z.output<(typeof ROWS)[F]['schema']> };

/** Read by scripts and tests before any of this code runs; known, so that no warning names them. */
const OTHER_KNOWN = ['DOSSIERFLOW_TEST_SERVER'];

/**
 * The checked settings and what to tell about them (unknown variables of our prefix).
 * Throws SettingsError with every problem; relative folders are taken from `root`, the clone.
 */
export function readSettings(env: Environment, root: string): { settings: Settings; warnings: readonly string[] } {
  const problems: string[] = [];
  const given = readRows(env, problems);
  const production = env.NODE_ENV === 'production';
  if (production) problems.push(...refusedInProduction(given));
  if (problems.length > 0) throw new SettingsError(problems);
  return { settings: withDefaults(given, production, root, env), warnings: unknownVariables(env) };
}

function readRows(env: Environment, problems: string[]): Given {
  const given: Record<string, unknown> = {};
  for (const [field, { name, schema }] of Object.entries(ROWS)) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    const result = (schema as z.ZodType).safeParse(text);
    if (result.success) given[field] = result.data;
    else problems.push(`${name} ${result.error.issues[0]?.message ?? 'is not valid'}${field === 'mongoUri' ? '' : `, not "${text}"`}`);
  }
  return given as Given;
}

function refusedInProduction(given: Given): string[] {
  const problems: string[] = [];
  if (given.demo) problems.push('DOSSIERFLOW_DEMO must not be true with NODE_ENV=production');
  if ((given.sessionSecret ?? '').length < SHORTEST_SECRET || given.sessionSecret === DEVELOPMENT_SECRET) {
    problems.push(`DOSSIERFLOW_SESSION_SECRET must be set to at least ${SHORTEST_SECRET} characters with NODE_ENV=production`);
  }
  return problems;
}

function withDefaults(given: Given, production: boolean, root: string, env: Environment): Settings {
  const { dataFolder, ...rest } = given;
  return {
    port: 3000, host: '127.0.0.1', sessionSecret: DEVELOPMENT_SECRET, demo: !production, seed: !production, logLevel: 'info',
    temporalNamespace: 'default', temporalSynchronous: 'FULL', allowEmbedded: false, production,
    ...rest,
    dataFolder: resolve(root, dataFolder ?? 'data'),
    cacheFolder: cacheFolder(env),
  };
}

function unknownVariables(env: Environment): string[] {
  const known = new Set<string>([...Object.values(ROWS).map((row) => row.name), ...OTHER_KNOWN]);
  return Object.keys(env).filter((name) => name.startsWith(PREFIX) && !known.has(name)).sort()
    .map((name) => `${name} is not a setting of Dossierflow; --help lists them`);
}

/** The table of `--help`: one line per variable with its meaning and default. */
export function settingsHelp(language: 'vi' | 'en'): string {
  const width = Math.max(...Object.values(ROWS).map((row) => row.name.length));
  const word = language === 'vi' ? 'mặc định' : 'default';
  const line = (row: Row): string => `  ${row.name.padEnd(width)}  ${language === 'vi' ? row.helpVi : row.help} (${word}: ${row.fallback})`;
  return Object.values(ROWS).map(line).join('\n');
}
