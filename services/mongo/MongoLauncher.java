import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Serves the MongoDB wire protocol from one H2 store file.
 *
 * Arguments: port on 127.0.0.1 (0 = any free one), path of the store file.
 * Prints "listening PORT" once connections are accepted. Ends, after compacting the file, on SIGTERM or
 * when its standard input closes, so that it does not outlive the process that started it.
 */
public final class MongoLauncher {
    /** Megabytes of pages kept in memory; with H2's default of 16 a sorted list reads the file again and again. */
    private static final int CACHE_MEGABYTES = 512;
    /** Compacting must leave time inside the ten seconds that a stop may take. */
    private static final int COMPACT_MILLIS = 3_000;
    /** Commands that change what is stored; `aggregate` is here for $out and $merge. */
    private static final Set<String> WRITES = Set.of(
        "insert", "update", "delete", "findAndModify", "findandmodify", "create", "createIndexes", "drop",
        "dropDatabase", "dropIndexes", "deleteIndexes", "renameCollection", "collMod", "aggregate");

    /** MongoDB 5.0 speaks wire version 13; current drivers refuse a server below 9. */
    private static final class Version implements MongoVersion {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 13;
        }
    }

    /** The one store of this process. */
    private static MVStore openStore;

    private MongoLauncher() {
    }

    /** Commits before the answer leaves: what a client saw acknowledged survives a killed process. */
    private static final class DurableBackend extends H2Backend {
        DurableBackend(MVStore store) {
            super(store);
        }

        @Override
        protected MongoDatabase openOrCreateDatabase(String name) {
            return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            boolean writes = message.getDocument().keySet().stream().findFirst().filter(WRITES::contains).isPresent();
            try {
                return super.handleMessage(message);
            } finally {
                if (writes) {
                    commit();
                }
            }
        }
    }

    /** The same maps under the same names as its parent's, with collections that use their indexes more often. */
    private static final class IndexedDatabase extends H2Database {
        IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
            super(name, store, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            // Called by the parent's constructor too, when no field of ours is set yet.
            String namespace = getFullCollectionNamespace(name);
            return new IndexedCollection(this, name, options, StoreTypes.openDocuments(openStore, "databases." + namespace), openStore.openMap("meta." + namespace), cursorRegistry);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(String collection, String index, List<IndexKey> keys, boolean sparse) {
            // Its parent finds the map open already, with our type of keys.
            StoreTypes.openIndex(openStore, StoreTypes.indexName(getFullCollectionNamespace(collection), index));
            return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
        }
    }

    /**
     * Its parent uses a unique index only for a query of exactly the index's fields, so that {_id, seq} looks through
     * the whole collection, and has no others. Here the fields of an index find the documents, and the whole query is
     * matched on those: of a unique one if it can, else by the first field of any index, whichever leaves the fewest.
     */
    private static final class IndexedCollection extends H2Collection {
        /** Set while documents are found in order to be changed; whoever changes or reads holds the collection. */
        private boolean changing;

        IndexedCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> data, MVMap<String, Object> meta, CursorRegistry cursors) {
            super(database, name, options, data, meta, cursors);
        }

        /*
         * Its parent alters the stored document itself, while another connection's commit writes it to the file or an
         * answer with it is being sent: the store then breaks. Here a copy is altered and put in the place of the stored
         * one, whose values are never altered.
         */
        @Override
        public synchronized Document findAndModify(Document query) {
            changing = true;
            try {
                return super.findAndModify(query);
            } finally {
                changing = false;
            }
        }

        @Override
        public synchronized Document updateDocuments(Document selector, Document update, ArrayFilters filters, boolean isMulti, boolean isUpsert, Oplog oplog) {
            changing = true;
            try {
                return super.updateDocuments(selector, update, filters, isMulti, isUpsert, oplog);
            } finally {
                changing = false;
            }
        }

        /** As a real one does, the clash of an `_id` is told before that of any other field, in whatever order a store gives its indexes back. */
        @Override
        public void addIndex(Index<Object> index) {
            super.addIndex(index);
            if (index.getName().equals("_id_") && getIndexes().remove(index)) {
                getIndexes().add(0, index);
            } else if (!(index instanceof ValueIndex)) {
                // One for each field: whoever has it already is asked to add it again, and does nothing.
                super.addIndex(new ValueIndex(index.getKeys().get(0)));
            }
        }

        /** Those that it has named itself are gone by then. */
        @Override
        public void drop() {
            getIndexes().removeIf(ValueIndex.class::isInstance);
            super.drop();
        }

        /** Sizes are for statistics that nobody asks for; to know them every document would be encoded twice with each change. */
        @Override
        protected boolean tracksDataSize() {
            return false;
        }

        @Override
        protected QueryResult queryDocuments(Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
            QueryResult found = findDocuments(query, orderBy, skip, limit, batchSize, projection);
            return changing ? new QueryResult(() -> found.collectDocuments().stream().map(Document::clone).iterator()) : found;
        }

        private synchronized QueryResult findDocuments(Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
            for (Index<Object> index : getIndexes()) {
                Document part = new Document();
                for (IndexKey key : index.getKeys()) {
                    if (query.containsKey(key.getKey())) {
                        part.put(key.getKey(), query.get(key.getKey()));
                    }
                }
                if (index.canHandle(part)) {
                    return matchDocuments(query, index.getPositions(part), orderBy, skip, limit, batchSize, projection);
                }
            }
            Collection<Object> fewest = null;
            for (Index<Object> index : getIndexes()) {
                if (index instanceof ValueIndex values) {
                    Collection<Object> found = values.find(query, fewest == null ? count() / 2 : fewest.size() - 1, this::streamAllDocumentsWithPosition);
                    fewest = found == null ? fewest : found;
                }
            }
            return fewest == null ? super.queryDocuments(query, orderBy, skip, limit, batchSize, projection)
                : matchDocuments(query, fewest, orderBy, skip, limit, batchSize, projection);
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: MongoLauncher PORT STORE-FILE");
            System.exit(2);
        }
        Path file = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(file.getParent());
        MVStore store = openStore = new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MEGABYTES).open();
        StoreTypes.upgrade(store);
        MongoServer server = new MongoServer(new DurableBackend(store).version(new Version()));
        server.bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, store)));
        System.out.println("listening " + server.getLocalAddress().getPort());
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nothing is ever written to us: the end of the stream is the message.
        }
        System.exit(0);
    }

    private static void close(MongoServer server, MVStore store) {
        server.stopListening();
        store.compactFile(COMPACT_MILLIS);
        server.shutdownNow();
    }
}
