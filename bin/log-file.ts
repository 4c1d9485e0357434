/** An event log file as commands read it: piece by piece, unpacked when it is gzip, whatever its size. */
import { createReadStream } from 'node:fs';
import { type Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Command } from 'commander';
import { declaredEncoding } from '../engine/bpmn/charset.js';
import { resolveZone } from '../engine/calendar/zone.js';
import { type EventLog, LogError } from '../engine/mining/log/types.js';
import { type ColumnNames, type Role, ROLES } from '../engine/mining/read/columns.js';
import type { ReadOptions } from '../engine/mining/read/csv.js';
import { type LogReader, readerFor } from '../engine/mining/read/read.js';
import { BadInput, checkReadable } from './io.js';

export interface LogFileOptions { columns?: string; separator?: string; zone?: string; classifier?: string; objectType?: string }

const PIECE = 1 << 18;

export function withLogOptions(command: Command): Command {
  return command
    .option('--columns <names>', `CSV: which column holds what, ROLE=NAME with commas between; roles: ${ROLES.join(', ')} (default: common names)`)
    .option('--separator <character>', 'CSV: what stands between fields (default: found in the header)')
    .option('--zone <name>', 'zone of times that state no offset', 'UTC')
    .option('--classifier <name>', 'XES: the classifier that makes the activity (default: concept:name)')
    .option('--object-type <name>', 'OCEL: the objects that are the cases (default: case, dossier, or the only type)');
}

/** Throws `BadInput` naming the file and the line. */
export async function readLogFile(file: string, options: LogFileOptions = {}, keepAttributes = false): Promise<EventLog> {
  const wanted = { ...readOptions(options), keepAttributes };
  checkReadable(file);
  try {
    return await readFrom(await unpacked(file), wanted);
  } catch (error) {
    if (error instanceof LogError) throw new BadInput(`${file}: ${error.message}`);
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new BadInput(`${file}: has bytes that are not of its encoding (UTF-8 unless the file names another)`);
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw new BadInput(`${file}: damaged gzip file: ${error.message}`);
    throw error;
  }
}

export function readOptions({ columns, separator, zone: zoneName = 'UTC', classifier, objectType }: LogFileOptions): ReadOptions {
  const zone = resolveZone(zoneName);
  if (!zone) throw new BadInput(`--zone: "${zoneName}" is not the name of a time zone`);
  const character = separator === '\\t' ? '\t' : separator;
  if (character !== undefined && character.length !== 1) throw new BadInput(`--separator: "${character}" is not one character`);
  return { zone, ...(columns !== undefined && { columns: columnNames(columns) }), ...(character && { separator: character }), ...(classifier !== undefined && { classifier }), ...(objectType !== undefined && { objectType }) };
}

function columnNames(text: string): ColumnNames {
  return Object.fromEntries(text.split(',').map((part) => {
    const [role = '', ...name] = part.split('=');
    if (!ROLES.includes(role.trim() as Role) || name.length === 0) throw new BadInput(`--columns: "${part}" is not ROLE=NAME with a role of ${ROLES.join(', ')}`);
    return [role.trim(), name.join('=').trim()];
  }));
}

async function unpacked(file: string): Promise<Readable> {
  for await (const head of createReadStream(file, { end: 1 })) {
    const [a, b] = head as Buffer;
    // An error of the file itself ends the pipe too and comes out of the reading below.
    if (a === 0x1f && b === 0x8b) return pipeline(createReadStream(file, { highWaterMark: PIECE }), createGunzip({ chunkSize: PIECE }), () => undefined);
  }
  return createReadStream(file, { highWaterMark: PIECE });
}

async function readFrom(bytes: Readable, options: ReadOptions): Promise<EventLog> {
  let decoder: TextDecoder | undefined;
  let reader: LogReader | undefined;
  const push = (text: string): void => {
    reader ??= readerFor(text, options);
    reader.push(text);
  };
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(encodingOf(piece as Buffer), { fatal: true });
    push(decoder.decode(piece as Buffer, { stream: true }));
  }
  if (!decoder) throw new LogError('the file is empty');
  push(decoder.decode());
  return reader!.end();
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const named = declaredEncoding(head.subarray(0, 300).toString('latin1'));
  try {
    return new TextDecoder(named).encoding;
  } catch {
    throw new LogError(`the encoding "${named}" is not read`, 1);
  }
}
