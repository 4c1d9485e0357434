/** Where log lines go: in production to standard output, else to a file beside the data, and warnings to the terminal too. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination, multistream, pino, type Logger } from 'pino';

export interface LogOptions { level: 'debug' | 'info' | 'warn' | 'error' | 'silent'; production: boolean; dataFolder: string }

export function createLog({ level, production, dataFolder }: LogOptions): Logger {
  const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, redact: ['req.headers', 'password'] };
  if (production) return pino(options, destination(1));
  mkdirSync(dataFolder, { recursive: true });
  return pino(options, multistream([
    { level: 'debug', stream: destination({ dest: join(dataFolder, 'dossierflow.log'), mkdir: true, sync: false }) },
    { level: 'warn', stream: destination(2) },
  ]));
}
