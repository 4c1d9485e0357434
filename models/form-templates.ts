/** Templates of letters, one for each agency, kept by its administrators. */
import type { Actor } from './directory.js';
import { Refusal } from './problem.js';
import { hasRole } from './rights.js';
import type { FormTemplateDoc } from './schemas/form-template.js';
import type { Store } from './store.js';

export const MOST_BYTES_OF_CREST = 256 * 1024;
export type FormTemplate = Omit<FormTemplateDoc, '_id' | 'changedAt' | 'changedBy'>;
export type TemplateWords = Omit<FormTemplate, 'crest'>;

export class FormTemplates {
  constructor(private readonly store: Store, private readonly now: () => Date) {}

  /** Empty where nothing has been set. */
  async of(agencyId: string): Promise<FormTemplate> {
    const found = await this.store.formTemplates.findById(agencyId).lean();
    if (!found) return {};
    const { _id, changedAt: _at, changedBy: _by, crest, ...words } = found;
    // The driver answers its own kind of bytes.
    return { ...words, ...(crest ? { crest: Buffer.from((crest as unknown as { buffer: Uint8Array }).buffer) } : {}) };
  }

  /** Takes the place of all words; the crest stays. */
  async put(actor: Actor, words: TemplateWords): Promise<void> {
    requireAdministrator(actor);
    const absent = (['superior', 'name', 'place', 'onBehalf', 'signatory'] as const).filter((key) => words[key] === undefined);
    await this.store.formTemplates.updateOne({ _id: actor.agencyId }, { $set: { ...words, ...this.by(actor) }, ...(absent.length ? { $unset: Object.fromEntries(absent.map((key) => [key, ''])) } : {}) }, { upsert: true });
  }

  /** Without bytes the crest is taken away. */
  async putCrest(actor: Actor, crest: Buffer | undefined): Promise<void> {
    requireAdministrator(actor);
    await this.store.formTemplates.updateOne({ _id: actor.agencyId }, crest ? { $set: { crest, ...this.by(actor) } } : { $set: this.by(actor), $unset: { crest: '' } }, { upsert: true });
  }

  private by(actor: Actor): Pick<FormTemplateDoc, 'changedAt' | 'changedBy'> {
    return { changedAt: this.now(), changedBy: actor.id };
  }
}

function requireAdministrator(actor: Actor): void {
  if (!hasRole(actor, 'administrator')) throw new Refusal('forbidden', 'for administrators');
}
