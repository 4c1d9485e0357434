/** What was found in a drawing when its version was announced, in either language: it is kept in Vietnamese, and a version never changes. */
import type { TellingFinding } from '../../engine/analysis/finding.js';
import type { Language } from '../../engine/analysis/messages.js';
import { readValidated } from '../../engine/bpmn/validate.js';
import { check } from '../../engine/check.js';
import type { Store } from '../store.js';

type Words = Pick<TellingFinding, 'message' | 'suggestion'>;

export class DrawnFindings {
  private readonly english = new Map<string, Promise<Map<string, Words>>>();

  constructor(private readonly store: Store) {}

  async of(procedureId: string, version: number, language: Language): Promise<TellingFinding[]> {
    const found = (await this.store.findings.find({ procedureId, version }).sort({ _id: 1 }).lean()).map(({ finding }) => finding as TellingFinding);
    if (language === 'vi' || found.length === 0) return found;
    const words = await this.wordsOf(procedureId, version);
    // What rests on words that an agency has added since is told as it was kept.
    return found.map((finding) => ({ ...finding, ...words.get(keyOf(finding)) }));
  }

  private wordsOf(procedureId: string, version: number): Promise<Map<string, Words>> {
    const key = `${procedureId} ${version}`;
    const known = this.english.get(key);
    if (known) return known;
    const read = this.read(procedureId, version);
    this.english.set(key, read);
    read.catch(() => this.english.delete(key));
    return read;
  }
  private async read(procedureId: string, version: number): Promise<Map<string, Words>> {
    const doc = await this.store.versions.findOne({ procedureId, version }, { xml: 1 }).lean();
    const { model } = await readValidated(doc?.xml ?? '');
    const findings = await check([model], { language: 'en' });
    return new Map(findings.flatMap((each) => (each.canTell ? [[keyOf(each), { message: each.message, ...(each.suggestion === undefined ? {} : { suggestion: each.suggestion }) }] as const] : [])));
  }
}

const keyOf = ({ check: id, elements }: Pick<TellingFinding, 'check' | 'elements'>): string => JSON.stringify([id, elements]);
