/** The secret of each dossier, printed on its receipt: who has it may follow the dossier, with or without a phone. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from './store.js';

const KEY = 'tracking';
/** 132 bits, short enough for a code on paper. */
const LENGTH = 22;

export class Tracking {
  private constructor(private readonly key: string) {}

  /** The key is made once for a database: slips that have been printed keep working. */
  static async open(store: Store, now: Date): Promise<Tracking> {
    const found = await store.secrets.findOneAndUpdate({ _id: KEY }, { $setOnInsert: { value: randomBytes(32).toString('base64url'), madeAt: now } }, { upsert: true, returnDocument: 'after' }).lean();
    return new Tracking(found!.value);
  }

  secretOf(dossierNo: string): string {
    return this.hash(`follow ${dossierNo}`).toString('base64url').slice(0, LENGTH);
  }
  /** Address of the page of this dossier, below the address of the server. */
  pathOf(dossierNo: string): string {
    return `/tra-cuu?ma=${encodeURIComponent(dossierNo)}&khoa=${this.secretOf(dossierNo)}`;
  }
  isSecret(dossierNo: string, given: string): boolean {
    return this.equal(this.secretOf(dossierNo), given);
  }
  /** Takes the same time whatever differs, and whatever is longer. */
  equal(known: string, given: string): boolean {
    return timingSafeEqual(this.hash(known), this.hash(given));
  }
  /** Stands for a value that need not be known itself. */
  pseudonym(value: string): string {
    return this.hash(`pseudonym ${value}`).toString('base64url');
  }

  private hash(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}
