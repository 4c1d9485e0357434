import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

    private MongoLauncher() {
    }

    /** Commits before the answer leaves: what a client saw acknowledged survives a killed process. */
    private static final class DurableBackend extends H2Backend {
        DurableBackend(MVStore store) {
            super(store);
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

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: MongoLauncher PORT STORE-FILE");
            System.exit(2);
        }
        Path file = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(file.getParent());
        MVStore store = new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MEGABYTES).open();
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
