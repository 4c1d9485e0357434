/** A person's named views: his own alone; whom he wants to show one, he sends its address. */
import type { SavedView } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { fold } from '../fold.js';
import { Refusal } from '../problem.js';
import type { SavedViewDoc, ViewSearch } from '../schemas/saved-view.js';
import type { Store } from '../store.js';

const MOST = 50;

export class SavedViews {
  constructor(private readonly store: Pick<Store, 'savedViews'>, private readonly now: () => Date) {}

  async list(actor: Actor): Promise<SavedView[]> {
    const docs = await this.store.savedViews.find({ staffId: actor.id }).sort({ name: 1 }).limit(MOST).lean();
    return docs.map(({ name, search }) => ({ name, search }));
  }

  /** Under a name that is there already it takes its place. */
  async save(actor: Actor, name: string, search: ViewSearch): Promise<void> {
    const doc: SavedViewDoc = { _id: idOf(actor, name), staffId: actor.id, name, search, savedAt: this.now() };
    const isNew = !(await this.store.savedViews.exists({ _id: doc._id }));
    if (isNew && await this.store.savedViews.countDocuments({ staffId: actor.id }) >= MOST) throw new Refusal('too-many-views', `there are ${MOST} views already`);
    await this.store.savedViews.replaceOne({ _id: doc._id }, doc, { upsert: true });
  }

  /** Nothing happens when there is none of this name. */
  async remove(actor: Actor, name: string): Promise<void> {
    await this.store.savedViews.deleteOne({ _id: idOf(actor, name), staffId: actor.id });
  }
}

const idOf = (actor: Actor, name: string): string => `${actor.id}:${fold(name)}`;
