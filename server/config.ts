/** Settings from the environment: one row per variable, checked all at once, listed by --help. */
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { S3Place } from '../models/files/store.js';
import { cacheFolder } from '../services/places.js';
import type { ServiceSettings } from '../services/types.js';
import { TIMEOUTS } from '../temporal.config.js';
import { readWordFile } from './word-file.js';
import { readKeyRing } from '../workflows/payload-cipher.js';

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
  /** Where citizens reach this server; without it letters carry no link, and forms the address they were asked for under. */
  readonly publicUrl?: string;
  /** Mail server for messages to applicants, and whom they come from. */
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** Where the National Portal takes changes of state, and what it knows us by. */
  readonly portalUrl?: string;
  readonly portalToken?: string;
  /** Provider of sign-ins by OpenID Connect, all or none, with a public address; and the claim that holds the account. */
  readonly openIdIssuer?: string;
  readonly openIdClientId?: string;
  readonly openIdClientSecret?: string;
  readonly openIdClaim: string;
  /** Bucket of an S3 server for the bytes of files, all or none; without it the database keeps them. */
  readonly s3Endpoint?: string;
  readonly s3Region?: string;
  readonly s3Bucket?: string;
  readonly s3KeyId?: string;
  readonly s3Secret?: string;
  /** PKCS #12 file of the agency's certificate, and what opens it; without it one for trying out is made. */
  readonly signingP12?: string;
  readonly signingPassphrase?: string;
  /** File of the heads of the trail, outside the database. */
  readonly trailAnchors: string;
  /** Milliseconds that a click waits for Temporal. */
  readonly temporalClick: number;
  /** Keys of workflow histories, or the file that holds them; without it histories are plain. */
  readonly payloadKeys?: string;
  /** File of the words of labels that the agency adds. */
  readonly words?: string;
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
const milliseconds = z.string().regex(/^[1-9]\d{2,5}$/, 'must be a number of milliseconds, 100 to 999999').transform(Number);
const oneOf = <const T extends string>(values: readonly T[]) => z.enum(values, `must be one of ${values.join(', ')}`);

const isKeyRing = (text: string): boolean => { try { return readKeyRing(text).size > 0; } catch { return false; } };

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
  temporalClick: { name: 'DOSSIERFLOW_TEMPORAL_CLICK_MS', schema: milliseconds, fallback: String(TIMEOUTS.click), help: 'milliseconds a click waits for Temporal before it is told to try again', helpVi: 'số mili giây một thao tác chờ Temporal trước khi báo thử lại' },
  temporalPort: { name: 'DOSSIERFLOW_TEMPORAL_PORT', schema: port, fallback: '7233, or a free one', help: 'port of the embedded Temporal', helpVi: 'cổng của Temporal nhúng' },
  mongoPort: { name: 'DOSSIERFLOW_MONGO_PORT', schema: port, fallback: '27017, or a free one', help: 'port of the embedded MongoDB', helpVi: 'cổng của MongoDB nhúng' },
  allowEmbedded: { name: 'DOSSIERFLOW_ALLOW_EMBEDDED', schema: flag, fallback: 'false', help: 'allow embedded services in production', helpVi: 'cho phép dịch vụ nhúng khi vận hành thật' },
  publicUrl: { name: 'DOSSIERFLOW_PUBLIC_URL', schema: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).transform((value) => value.replace(/\/+$/, '')), fallback: 'none', help: 'address at which citizens reach the server, for links in messages and on forms', helpVi: 'địa chỉ người dân dùng để vào, ghi trong thông báo và biểu mẫu' },
  smtpUrl: { name: 'DOSSIERFLOW_SMTP_URL', schema: z.string().regex(/^smtps?:\/\/\S+$/, 'must start with smtp:// or smtps://'), fallback: 'none: no e-mail is sent', help: 'mail server for messages to applicants, with user and password', helpVi: 'máy chủ thư để báo cho người nộp, kèm tài khoản và mật khẩu' },
  mailFrom: { name: 'DOSSIERFLOW_MAIL_FROM', schema: z.string().regex(/^[^<>\r\n]*(<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/, 'must be an address, or a name and an <address>'), fallback: 'no-reply@localhost', help: 'sender of messages to applicants', helpVi: 'người gửi ghi trên thư báo cho người nộp' },
  portalUrl: { name: 'DOSSIERFLOW_PORTAL_URL', schema: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }), fallback: 'none: no portal is told', help: 'address that takes changes of state for the National Portal', helpVi: 'địa chỉ nhận thay đổi trạng thái cho Cổng Dịch vụ công quốc gia' },
  portalToken: { name: 'DOSSIERFLOW_PORTAL_TOKEN', schema: z.string(), fallback: 'none', help: 'bearer token for that address', helpVi: 'mã truy cập của địa chỉ đó' },
  openIdIssuer: { name: 'DOSSIERFLOW_OPENID_ISSUER', schema: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }), fallback: 'none: accounts with passwords only', help: 'provider at which staff sign in by OpenID Connect; https in production', helpVi: 'nhà cung cấp đăng nhập OpenID Connect của cán bộ; vận hành thật phải là https' },
  openIdClientId: { name: 'DOSSIERFLOW_OPENID_CLIENT_ID', schema: z.string(), fallback: 'none', help: 'what that provider knows this server by', helpVi: 'mã máy khách tại nhà cung cấp đó' },
  openIdClientSecret: { name: 'DOSSIERFLOW_OPENID_CLIENT_SECRET', schema: z.string(), fallback: 'none', help: 'secret for that provider', helpVi: 'khoá bí mật với nhà cung cấp đó' },
  openIdClaim: { name: 'DOSSIERFLOW_OPENID_CLAIM', schema: z.string().regex(/^[A-Za-z_][\w:./-]{0,99}$/, 'must be the name of a claim'), fallback: 'preferred_username', help: 'claim that holds the account of the person', helpVi: 'thuộc tính (claim) chứa tên tài khoản' },
  s3Endpoint: { name: 'DOSSIERFLOW_S3_ENDPOINT', schema: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }), fallback: 'none: files are kept in MongoDB', help: 'S3 server that keeps the files of dossiers; all five or none', helpVi: 'máy chủ S3 lưu tệp của hồ sơ; đặt đủ năm biến hoặc không đặt biến nào' },
  s3Region: { name: 'DOSSIERFLOW_S3_REGION', schema: z.string().regex(/^[a-z0-9-]+$/, 'must be the name of a region'), fallback: 'none', help: 'region of that server', helpVi: 'vùng (region) của máy chủ đó' },
  s3Bucket: { name: 'DOSSIERFLOW_S3_BUCKET', schema: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket'), fallback: 'none', help: 'bucket there, which must exist', helpVi: 'bucket trên máy chủ đó, phải có sẵn' },
  s3KeyId: { name: 'DOSSIERFLOW_S3_KEY_ID', schema: z.string(), fallback: 'none', help: 'access key there', helpVi: 'mã khoá truy cập (access key) tại đó' },
  s3Secret: { name: 'DOSSIERFLOW_S3_SECRET', schema: z.string(), fallback: 'none', help: 'secret of that key', helpVi: 'khoá bí mật của mã đó' },
  signingP12: { name: 'DOSSIERFLOW_SIGNING_P12', schema: z.string(), fallback: 'none: a test certificate is made in the data folder', help: 'PKCS #12 file of the certificate that signs documents (RSA)', helpVi: 'tệp PKCS #12 chứa chứng thư số ký văn bản (RSA)' },
  signingPassphrase: { name: 'DOSSIERFLOW_SIGNING_PASSPHRASE', schema: z.string(), fallback: 'none', help: 'passphrase of that file', helpVi: 'mật khẩu của tệp đó' },
  trailAnchors: { name: 'DOSSIERFLOW_TRAIL_ANCHORS', schema: z.string(), fallback: 'trail-anchors.jsonl in the data folder', help: 'file of the heads of the trail; best on another machine than the database', helpVi: 'tệp giữ các mốc của nhật ký bất biến; nên đặt ở máy khác máy cơ sở dữ liệu' },
  payloadKeys: { name: 'DOSSIERFLOW_PAYLOAD_KEYS', schema: z.string().refine(isKeyRing, 'must be id:key pairs, each key 32 bytes as base64, the newest first, or the path of a file of them'), fallback: 'none: workflow histories are not encrypted', help: 'keys that encrypt workflow histories, as id:base64, the newest first, or a file of them', helpVi: 'khoá mã hoá lịch sử quy trình, dạng id:base64, khoá mới nhất đứng trước, hoặc tệp chứa chúng' },
  words: { name: 'DOSSIERFLOW_WORDS', schema: z.string(), fallback: 'none: the words that come with the program', help: 'JSON file with verbs, asking, synonyms and stopWords of labels that the agency adds', helpVi: 'tệp JSON các từ trong tên bước do cơ quan thêm: verbs, asking, synonyms, stopWords' },
  chromium: { name: 'DOSSIERFLOW_CHROMIUM', schema: z.string(), fallback: 'chromium on PATH', help: 'browser program for the browser tests', helpVi: 'trình duyệt dùng cho kiểm thử' },
  temporalAddress: { name: 'TEMPORAL_ADDRESS', schema: z.string().regex(/^[^\s/]+:\d+$/, 'must be host:port'), fallback: 'an embedded one', help: 'host:port of a Temporal server', helpVi: 'host:cổng của máy chủ Temporal' },
  mongoUri: { name: 'MONGODB_URI', schema: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://'), fallback: 'an embedded one', help: 'connection string of a MongoDB', helpVi: 'chuỗi kết nối tới MongoDB' },
} satisfies Record<string, Row>;

type Field = keyof typeof ROWS;
type Given = { [F in Field]?: z.output<(typeof ROWS)[F]['schema']> };

/** Read by scripts and tests before any of this code runs; known, so that no warning names them. */
const OTHER_KNOWN = ['DOSSIERFLOW_TEST_SERVER', 'DOSSIERFLOW_TEST_RUN'];

/**
 * The checked settings and what to tell about them (unknown variables of our prefix).
 * Throws SettingsError with every problem; relative folders are taken from `root`, the clone.
 */
export function readSettings(env: Environment, root: string): { settings: Settings; warnings: readonly string[] } {
  const problems: string[] = [];
  const given = readRows(env, problems);
  const production = env.NODE_ENV === 'production';
  problems.push(...halfOpenId(given), ...halfS3(given), ...halfSigning(given), ...wrongWords(given, root));
  if (production) problems.push(...refusedInProduction(given));
  if (problems.length > 0) throw new SettingsError(problems);
  return { settings: withDefaults(given, production, root, env), warnings: unknownVariables(env) };
}

/** Their values hold passwords and are not repeated in an error. */
const SECRET = new Set(['payloadKeys', 'mongoUri', 'smtpUrl', 'sessionSecret', 'portalToken', 'openIdClientSecret', 's3Secret', 'signingPassphrase']);

function readRows(env: Environment, problems: string[]): Given {
  const given: Record<string, unknown> = {};
  for (const [field, { name, schema }] of Object.entries(ROWS)) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    const result = (schema as z.ZodType).safeParse(text);
    if (result.success) given[field] = result.data;
    else problems.push(`${name} ${result.error.issues[0]?.message ?? 'is not valid'}${SECRET.has(field) ? '' : `, not "${text}"`}`);
  }
  return given as Given;
}

/** A provider needs to be known wholly. */
function halfOpenId({ openIdIssuer, openIdClientId, openIdClientSecret, publicUrl }: Given): string[] {
  const own = { openIdIssuer, openIdClientId, openIdClientSecret };
  return Object.values(own).some(Boolean) ? missing({ ...own, publicUrl }, 'sign-in by OpenID Connect') : [];
}

/** Files must not go to the database because one of five lines was forgotten. */
function halfS3({ s3Endpoint, s3Region, s3Bucket, s3KeyId, s3Secret }: Given): string[] {
  const own = { s3Endpoint, s3Region, s3Bucket, s3KeyId, s3Secret };
  return Object.values(own).some(Boolean) ? missing(own, 'files in S3') : [];
}

function halfSigning({ signingP12, signingPassphrase }: Given): string[] {
  return signingPassphrase ? missing({ signingP12 }, 'signing with a certificate of the agency') : [];
}

function wrongWords({ words }: Given, root: string): string[] {
  const read = words === undefined ? undefined : readWordFile(resolve(root, words));
  return typeof read === 'string' ? [`${ROWS.words.name}: ${read}`] : [];
}

function missing(needed: Partial<Record<Field, string | undefined>>, what: string): string[] {
  return (Object.keys(needed) as Field[]).filter((field) => !needed[field]).map((field) => `${ROWS[field].name} must be set for ${what}`);
}

function refusedInProduction(given: Given): string[] {
  const problems: string[] = [];
  if (given.demo) problems.push('DOSSIERFLOW_DEMO must not be true with NODE_ENV=production');
  if (given.openIdIssuer?.startsWith('http:')) problems.push('DOSSIERFLOW_OPENID_ISSUER must be https with NODE_ENV=production');
  if ((given.sessionSecret ?? '').length < SHORTEST_SECRET || given.sessionSecret === DEVELOPMENT_SECRET) {
    problems.push(`DOSSIERFLOW_SESSION_SECRET must be set to at least ${SHORTEST_SECRET} characters with NODE_ENV=production`);
  }
  return problems;
}

function withDefaults(given: Given, production: boolean, root: string, env: Environment): Settings {
  const { dataFolder: folder, trailAnchors, words, signingP12, ...rest } = given;
  const dataFolder = resolve(root, folder ?? 'data');
  return {
    port: 3000, host: '127.0.0.1', sessionSecret: DEVELOPMENT_SECRET, demo: !production, seed: !production, logLevel: 'info',
    temporalNamespace: 'default', temporalSynchronous: 'FULL', temporalClick: TIMEOUTS.click, allowEmbedded: false, mailFrom: 'no-reply@localhost', openIdClaim: 'preferred_username', production,
    ...rest,
    dataFolder, trailAnchors: trailAnchors === undefined ? join(dataFolder, 'trail-anchors.jsonl') : resolve(root, trailAnchors),
    cacheFolder: cacheFolder(env), ...(words !== undefined && { words: resolve(root, words) }), ...(signingP12 !== undefined && { signingP12: resolve(root, signingP12) }),
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

export function s3Of({ s3Endpoint: endpoint, s3Region: region, s3Bucket: bucket, s3KeyId: keyId, s3Secret: secret }: Settings): S3Place | undefined {
  return endpoint && region && bucket && keyId && secret ? { endpoint, region, bucket, keyId, secret } : undefined;
}
