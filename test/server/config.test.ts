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
      temporalNamespace: 'default', temporalSynchronous: 'FULL', production: false, allowEmbedded: false,
    });
    expect(settings.temporalAddress).toBeUndefined();
    expect(warnings).toEqual([]);
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

  test.each(['vi', 'en'] as const)('--help (%s) has one line for every variable', (language) => {
    const lines = settingsHelp(language).split('\n');
    expect(lines).toHaveLength(16);
    expect(lines[0]).toContain('DOSSIERFLOW_PORT');
    expect(lines[0]).toContain('3000');
  });
});

test('the Temporal configuration prefers what was started, then the variable, then the customary port', () => {
  expect(temporalConfig({ TEMPORAL_ADDRESS: 'a:1' }, 'b:2').address).toBe('b:2');
  expect(temporalConfig({ TEMPORAL_ADDRESS: 'a:1' }).address).toBe('a:1');
  expect(temporalConfig({ DOSSIERFLOW_TEMPORAL_NAMESPACE: 'staff' })).toMatchObject({ address: '127.0.0.1:7233', namespace: 'staff' });
});
