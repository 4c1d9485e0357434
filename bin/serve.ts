/** `dossierflow serve`: the web server with the worker, and the embedded services when none are named. */
import type { Command } from 'commander';
import { SettingsError, settingsHelp } from '../server/config.js';
import { PortBusy } from '../server/listener.js';
import type { Running } from '../server/main.js';

const STOP_WITHIN_MS = 9_800;

export function register(program: Command): void {
  program.command('serve')
    .description('start the web server, the Temporal worker and, unless named, the embedded services')
    .addHelpText('after', `\nSettings (environment variables):\n${settingsHelp('en')}\n\nThiết lập (biến môi trường):\n${settingsHelp('vi')}`)
    .action(run);
}

async function run(): Promise<void> {
  process.env.TZ = 'UTC';
  // Loaded here: no other command should pay for the worker's native code.
  const { serve } = await import('../server/main.js');
  let running: Running | undefined;
  let wanted = false;
  // During the start a signal waits for what is being started, so that no child is left behind; not for ever.
  const onSignal = (): void => {
    if (wanted) return;
    wanted = true;
    setTimeout(() => { process.exit(1); }, STOP_WITHIN_MS).unref();
    if (running) void running.stop().finally(() => { process.exit(0); });
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  try {
    running = await serve(process.env, (line) => { process.stdout.write(`${line}\n`); }, () => wanted);
    if (wanted) await running.stop().finally(() => { process.exit(0); });
  } catch (error) {
    if (wanted) process.exit(0);
    if (!(error instanceof PortBusy) && !(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
