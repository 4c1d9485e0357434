/** Where sessions are kept: in the database, under a hash of the id, so that who reads the database cannot act as anybody. */
import { createHash } from 'node:crypto';
import MongoStore from 'connect-mongo';
import { IDLE_S, NOTED_S } from '../../models/accounts/sessions.js';
import type { Store } from '../../models/store.js';
import { SessionCache } from './session-cache.js';

const REMOVED_MINUTES = 60;

export function sessionStore(store: Store): SessionCache {
  return new SessionCache(MongoStore.create({
    client: store.connection.getClient() as never, dbName: store.connection.name, collectionName: store.sessions.collection.name,
    ttl: IDLE_S, touchAfter: NOTED_S, autoRemove: 'interval', autoRemoveInterval: REMOVED_MINUTES, stringify: false,
    transformId: (id) => createHash('sha256').update(id).digest('base64url'),
  }));
}
