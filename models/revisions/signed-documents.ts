/** Signed copies of issued documents, kept once each. */
import { randomInt } from 'node:crypto';
import type { SignedCopy } from '../../server/contract.js';
import type { FileStore } from '../files/store.js';
import type { SignedDocumentDoc } from '../schemas/signed-document.js';
import { isDuplicate, type Store } from '../store.js';

/** As pages tell of it; `id` of a procedure or a document. */
export async function signedCopy(store: Store, id: string, version: number): Promise<{ signed?: SignedCopy }> {
  const doc = await store.signedDocuments.findOne({ procedureId: id, version }, { at: 1, signer: 1, isTest: 1 }).lean();
  return doc ? { signed: { code: doc._id, at: doc.at.toISOString(), signer: doc.signer, isTest: doc.isTest } } : {};
}

/** No letters that are taken for others when they are typed from paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

export const newCode = (): string => Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
/** In groups, as it is printed. */
export const printedCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');
/** As somebody typed it. */
export const typedCode = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, LENGTH);

export class SignedDocuments {
  constructor(private readonly store: Store, private readonly files: FileStore) {}

  async of(procedureId: string, version: number): Promise<SignedDocumentDoc | undefined> {
    return (await this.store.signedDocuments.findOne({ procedureId, version }).lean()) ?? undefined;
  }

  async bytes({ file }: Pick<SignedDocumentDoc, 'file'>): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.files.read(file)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  }

  /** Of two that are made at once the first stays, and is answered. The bytes first: a copy that is known can be read. */
  async keep(doc: SignedDocumentDoc, bytes: Buffer): Promise<SignedDocumentDoc> {
    await this.files.write(doc.file, bytes);
    try {
      await this.store.signedDocuments.create(doc);
      return doc;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.files.remove(doc.file);
      const first = await this.of(doc.procedureId, doc.version);
      if (!first) throw error;
      return first;
    }
  }
}
