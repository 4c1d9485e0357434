/** What a package says of itself, held to its shape: it comes from elsewhere. */
import { Refusal } from '../../models/problem.js';
import { calendarId, z } from '../http/validate.js';

const short = z.string().min(1).max(300);
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/);
/** As agencies write them: 1.004227 too. */
const code = z.string().regex(/^[A-Za-z0-9](?:\.?[A-Za-z0-9_-]){0,79}$/);
const words = z.strictObject({ vi: z.string().max(1_000), en: z.string().max(1_000) });
const path = z.string().max(200);
const guideline = z.strictObject({
  questions: z.array(z.strictObject({ id: z.string().regex(/^[\p{L}_][\p{L}\p{N}_]{0,99}$/u), kind: z.enum(['one', 'many', 'yesNo']), text: words, options: z.array(z.strictObject({ value: short, text: words })).max(200).optional() })).max(200),
  entries: z.array(z.strictObject({ code, when: z.string().min(1).max(1_000), because: words, otherwise: words })).max(1_000),
});
const drawing = z.strictObject({ code, name: short, part: path, script: path.optional(), forms: z.array(z.strictObject({ name: short, fileName: short, part: path })).max(100).optional() });
const calendars = z.array(z.strictObject({ id: calendarId, version: z.number().int().min(1).max(100_000), base: calendarId.optional(), part: path })).max(100).optional();
const framework = z.strictObject({
  kind: z.literal('framework'), id, title: words, publisher: short, scope: z.strictObject({ kinds: z.array(short).max(20), levels: z.array(short).max(20), sector: words.optional() }),
  version: z.number().int().min(1).max(100_000), from: z.iso.date(), to: z.iso.date().optional(), note: z.string().max(2_000).optional(), guideline, samples: z.array(drawing).max(500), calendars, documents: z.array(z.strictObject({ id, name: short, part: path })).max(500),
});
const procedures = z.strictObject({ kind: z.literal('procedures'), title: words, publisher: short, samples: z.array(drawing).min(1).max(200), calendars });
const content = z.discriminatedUnion('kind', [framework, procedures]);
export type PackageContent = z.output<typeof content>;
export type FrameworkContent = z.output<typeof framework>;

/** Throws Refusal bad-package with the field. */
export function contentOf(value: unknown): PackageContent {
  const read = content.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Refusal('bad-package', `manifest.json: content.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not as it must be'}`);
}
