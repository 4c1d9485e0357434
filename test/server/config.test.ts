import { join } from 'node:path';
import { readSettings, settingsHelp, type SettingsError } from '../../server/config.js';
import { temporalConfig } from '../../temporal.config.js';

const ROOT = '/clone';
const SECRET = 'x'.repeat(32);

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env, ROOT);
  } catch (error) {
    return (error as SettingsError).problems;
  }
  return [];
}

describe('settings', () => {
  test('an empty environment gives the development defaults', () => {
    const { settings, warnings } = readSettings({ HOME: '/home/clerk' }, ROOT);
    expect(settings).toMatchObject({
      port: 3000, host: '127.0.0.1', dataFolder: '/clone/data', demo: true, seed: true, logLevel: 'info',
      temporalNamespace: 'default', temporalSynchronous: 'FULL', temporalClick: 3_000, production: false, allowEmbedded: false,
    });
    expect(settings.temporalAddress).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  test('the file of the words of labels is looked at when the program starts', () => {
    expect(problemsOf({ DOSSIERFLOW_WORDS: 'nowhere.json' })).toEqual([expect.stringMatching(/^DOSSIERFLOW_WORDS: .*nowhere\.json/)]);
    expect(problemsOf({ DOSSIERFLOW_WORDS: join(process.cwd(), 'package.json') })).toEqual([expect.stringContaining('is not one of verbs')]);
    expect(readSettings({ DOSSIERFLOW_WORDS: join(process.cwd(), 'engine/analysis/words/vi.json') }, ROOT).settings.words).toContain('vi.json');
  });

  test('values are read and typed; an empty one counts as not set', () => {
    const { settings } = readSettings({
      DOSSIERFLOW_PORT: '8080', DOSSIERFLOW_DEMO: 'false', DOSSIERFLOW_DATA: '/srv/data', DOSSIERFLOW_CACHE: '/srv/cache',
      TEMPORAL_ADDRESS: 'temporal.local:7233', MONGODB_URI: 'mongodb://db.local/dossiers', DOSSIERFLOW_HOST: '',
    }, ROOT);
    expect(settings).toMatchObject({
      port: 8080, demo: false, dataFolder: '/srv/data', cacheFolder: '/srv/cache', host: '127.0.0.1',
      temporalAddress: 'temporal.local:7233', mongoUri: 'mongodb://db.local/dossiers',
    });
  });

  test('every problem is told at once, with its variable', () => {
    const problems = problemsOf({
      DOSSIERFLOW_PORT: '99999', DOSSIERFLOW_DEMO: 'yes', DOSSIERFLOW_LOG_LEVEL: 'loud', TEMPORAL_ADDRESS: 'nowhere', MONGODB_URI: 'clerk:secret@db',
    });
    expect(problems.map((line) => line.split(' ')[0])).toEqual([
      'DOSSIERFLOW_PORT', 'DOSSIERFLOW_DEMO', 'DOSSIERFLOW_LOG_LEVEL', 'TEMPORAL_ADDRESS', 'MONGODB_URI',
    ]);
    expect(problems.join()).not.toContain('secret');
  });

  test('keys of histories are checked and not repeated', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    expect(readSettings({ DOSSIERFLOW_PAYLOAD_KEYS: `2026:${key}` }, ROOT).settings.payloadKeys).toBe(`2026:${key}`);
    const [problem] = problemsOf({ DOSSIERFLOW_PAYLOAD_KEYS: `2026:${key.slice(1)}` });
    expect(problem).toMatch(/^DOSSIERFLOW_PAYLOAD_KEYS must be id:key/);
    expect(problem).not.toContain(key.slice(1));
  });

  test('an unknown variable with our prefix is named, others are none of our business', () => {
    expect(readSettings({ DOSSIERFLOW_PROT: '1', OTHER_PORT: '1' }, ROOT).warnings).toEqual([expect.stringContaining('DOSSIERFLOW_PROT')]);
  });

  test('production wants a session secret and refuses the demo sign-in', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('DOSSIERFLOW_SESSION_SECRET')]);
    expect(problemsOf({ NODE_ENV: 'production', DOSSIERFLOW_SESSION_SECRET: 'short' })).toHaveLength(1);
    expect(problemsOf({ NODE_ENV: 'production', DOSSIERFLOW_SESSION_SECRET: SECRET, DOSSIERFLOW_DEMO: 'true' })).toEqual([expect.stringContaining('DOSSIERFLOW_DEMO')]);
    const { settings } = readSettings({ NODE_ENV: 'production', DOSSIERFLOW_SESSION_SECRET: SECRET }, ROOT);
    expect(settings).toMatchObject({ production: true, demo: false, seed: false });
  });

  test('an address of a mail server is checked, and its password is not repeated', () => {
    const wrong = { DOSSIERFLOW_SMTP_URL: 'http://user:secret@mail.example', DOSSIERFLOW_PUBLIC_URL: 'hoso', DOSSIERFLOW_MAIL_FROM: 'nobody' };
    expect(() => readSettings(wrong, '/srv')).toThrow(/DOSSIERFLOW_SMTP_URL must start with smtp/);
    expect(() => readSettings(wrong, '/srv')).not.toThrow(/secret/);
    expect(readSettings({ DOSSIERFLOW_PUBLIC_URL: 'https://hoso.example/', DOSSIERFLOW_MAIL_FROM: 'UBND <no-reply@hoso.example>' }, '/srv').settings).toMatchObject({ publicUrl: 'https://hoso.example' });
  });

  test('a provider of sign-ins is known wholly, and by https in production; its secret is not repeated', () => {
    const whole = { DOSSIERFLOW_OPENID_ISSUER: 'https://id.example', DOSSIERFLOW_OPENID_CLIENT_ID: 'hoso', DOSSIERFLOW_OPENID_CLIENT_SECRET: 'geheim', DOSSIERFLOW_PUBLIC_URL: 'https://hoso.example' };
    expect(readSettings(whole, ROOT).settings).toMatchObject({ openIdIssuer: 'https://id.example', openIdClaim: 'preferred_username' });
    expect(problemsOf({ DOSSIERFLOW_OPENID_ISSUER: 'https://id.example', DOSSIERFLOW_OPENID_CLIENT_SECRET: 'geheim' })).toEqual([expect.stringContaining('DOSSIERFLOW_OPENID_CLIENT_ID'), expect.stringContaining('DOSSIERFLOW_PUBLIC_URL')]);
    expect(problemsOf({ ...whole, DOSSIERFLOW_OPENID_ISSUER: 'http://id.example', NODE_ENV: 'production', DOSSIERFLOW_SESSION_SECRET: SECRET })).toEqual([expect.stringContaining('must be https')]);
  });

  test('a bucket for files is known wholly or not at all; its secret is not repeated', () => {
    const whole = { DOSSIERFLOW_S3_ENDPOINT: 'https://s3.example', DOSSIERFLOW_S3_REGION: 'vn-1', DOSSIERFLOW_S3_BUCKET: 'hoso', DOSSIERFLOW_S3_KEY_ID: 'key', DOSSIERFLOW_S3_SECRET: 'geheim' };
    expect(readSettings(whole, ROOT).settings).toMatchObject({ s3Endpoint: 'https://s3.example', s3Bucket: 'hoso', s3Secret: 'geheim' });
    for (const name of Object.keys(whole)) expect(problemsOf({ ...whole, [name]: '' })).toEqual([`${name} must be set for files in S3`]);
    const problems = problemsOf({ DOSSIERFLOW_S3_ENDPOINT: 's3.example', DOSSIERFLOW_S3_BUCKET: 'Hồ sơ', DOSSIERFLOW_S3_SECRET: 'geheim' }).join('\n');
    expect(problems).toMatch(/DOSSIERFLOW_S3_ENDPOINT must be an http[^]*DOSSIERFLOW_S3_BUCKET must be the name of a bucket/);
    expect(problems).not.toContain('geheim');
  });

  test('a passphrase without the file that it opens is refused, and not repeated', () => {
    expect(problemsOf({ DOSSIERFLOW_SIGNING_PASSPHRASE: 'geheim' })).toEqual(['DOSSIERFLOW_SIGNING_P12 must be set for signing with a certificate of the agency']);
    expect(readSettings({ DOSSIERFLOW_SIGNING_P12: 'agency.p12', DOSSIERFLOW_SIGNING_PASSPHRASE: 'geheim' }, ROOT).settings).toMatchObject({ signingP12: join(ROOT, 'agency.p12') });
  });

  test.each(['vi', 'en'] as const)('--help (%s) has one line for every variable', (language) => {
    const lines = settingsHelp(language).split('\n');
    expect(lines).toHaveLength(36);
    expect(lines[0]).toContain('DOSSIERFLOW_PORT');
    expect(lines[0]).toContain('3000');
  });
});

test('the Temporal configuration prefers what was started, then the variable, then the customary port', () => {
  expect(temporalConfig({ TEMPORAL_ADDRESS: 'a:1' }, 'b:2').address).toBe('b:2');
  expect(temporalConfig({ TEMPORAL_ADDRESS: 'a:1' }).address).toBe('a:1');
  expect(temporalConfig({ DOSSIERFLOW_TEMPORAL_NAMESPACE: 'staff' })).toMatchObject({ address: '127.0.0.1:7233', namespace: 'staff' });
});
