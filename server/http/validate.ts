/** Input becomes typed values or a problem that names each field. Unknown keys are refused. */
import type { Request } from 'express';
import { z } from 'zod';
import { ProblemError } from './problem.js';

/** For the reader of JSON bodies: a key by which objects are poisoned is no key of ours, however deep it stands. */
export function refusePrototypes(key: string, value: unknown): unknown {
  // The reader of bodies knows syntax errors alone.
  if (key === '__proto__') throw new SyntaxError('__proto__ is not allowed as a key');
  return value;
}

export function bodyOf<T>(req: Request, schema: z.ZodType<T>): T {
  if (req.body === undefined && !req.is('application/json') && Number(req.headers['content-length'] ?? 0) > 0) throw new ProblemError('unsupported-media-type');
  return parse(schema, req.body ?? {});
}
export function queryOf<T>(req: Request, schema: z.ZodType<T>): T {
  return parse(schema, req.query);
}
/** As a pattern, for the description of the API too: our own ids are short and plain. */
export const PLAIN_ID = '^[\\p{L}\\p{N}._@:-]{1,200}$';
const plainId = new RegExp(PLAIN_ID, 'u');
export function isPlainId(value: unknown): value is string {
  return typeof value === 'string' && plainId.test(value);
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  throw new ProblemError('bad-request', { fields, detail: fields.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ') });
}

/** Text for people: NFC, trimmed, without control characters and direction marks. */
export const text = (most: number) => z.string().max(most).transform((value) => value.normalize('NFC').trim())
  .refine((value) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u.test(value), 'must not contain control characters');
export const filled = (most: number) => text(most).refine((value) => value.length > 0, 'must not be empty');
/** Nothing, or an address that a mail server can be asked about. */
export const emailAddress = text(200).refine((value) => value === '' || /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/u.test(value), 'must be an e-mail address');
/** The text of a drawing; one of 2,000 elements has about 2 MB. */
export const drawingXml = z.string().min(1).max(2_000_000);
/** `assignments` is an address among calendars. */
export const calendarId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'must be 2 to 40 small letters, digits or -').refine((id) => id !== 'assignments', 'is taken');
/** Made by the client, once per intent: a repetition is recognised by it. */
export const commandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, - or _');

const NAME = /^[\p{L}_][\p{L}\p{N}_]{0,99}$/u;
const NEVER = new Set(['__proto__', 'constructor', 'prototype']);
const scalar = z.union([z.string().max(4_000), z.number(), z.boolean(), z.null()]);
/** Fields of a form: plain values under plain names. */
export const formData = z.record(z.string(), z.union([scalar, z.array(scalar).max(200)]))
  .refine((data) => Object.keys(data).length <= 200, 'must not have more than 200 fields')
  .refine((data) => Object.keys(data).every((key) => NAME.test(key) && !NEVER.has(key)), 'has a field name that is not allowed');

/** A day that has been, and that somebody alive may have been born on. */
export const birthDate = z.iso.date({ abort: true }).refine((day) => day >= '1900-01-01' && day <= new Date().toISOString().slice(0, 10), 'must be a day of the past');
export const instant = z.iso.datetime({ offset: true }).or(z.iso.date()).transform((value) => new Date(value));
/** The language of the answer's words, where it has any. */
export const lang = z.string().optional();
export const page = z.coerce.number().int().min(1).max(100_000).default(1);
export const pageSize = z.coerce.number().int().min(1).max(200).default(50);
export { z };
