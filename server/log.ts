/** Where log lines go: in production to standard output, else to a file beside the data, and warnings to the terminal too. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination, multistream, pino, type Logger } from 'pino';

export interface LogOptions { level: 'debug' | 'info' | 'warn' | 'error' | 'silent'; production: boolean; dataFolder: string }

/** Names under which something could be written that tells about a person, at the top of a line or within what it says. */
const NEVER = ['password', 'headers', 'body', 'data', 'facts', 'applicant', 'idNumber', 'phone', 'email', 'birthDate', 'address', 'to', 'events'];
/** An error of the database carries the document that it could not write: what it is and where it came from is enough. */
function errorInWords(error: unknown): object {
  const { name, message, stack, code } = error as Error & { code?: unknown };
  return { type: name, message, stack, ...(code === undefined ? {} : { code }) };
}
/** Of every log; a test writes to one of its own. */
export const LOG_OPTIONS = { base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorInWords }, redact: NEVER.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]) };

export function createLog({ level, production, dataFolder }: LogOptions): Logger {
  const options = { ...LOG_OPTIONS, level };
  if (production) return pino(options, destination(1));
  mkdirSync(dataFolder, { recursive: true });
  return pino(options, multistream([
    { level: 'debug', stream: destination({ dest: join(dataFolder, 'dossierflow.log'), mkdir: true, sync: false }) },
    { level: 'warn', stream: destination(2) },
  ]));
}
