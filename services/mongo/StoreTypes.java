import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * How documents and the keys of indexes lie in the store: documents as BSON, keys value by value. Left to itself the store serializes them as Java
 * objects, keys again for each comparison; that was a third of the server's processor time.
 */
final class StoreTypes {
    /** First byte of what is kept as BSON; the store's own types use none above 119. */
    private static final byte BSON = 126;
    private static final String FORMAT = "2";
    /** Indexes as an earlier launcher kept them: ordered by their serialized bytes. */
    private static final String EARLIER = "earlier.";

    private StoreTypes() {
    }

    static MVMap<Object, Document> openDocuments(MVStore store, String name) {
        return store.openMap(name, new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
    }

    static MVMap<KeyValue, Object> openIndex(MVStore store, String name) {
        return store.openMap(name, new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
    }

    static String indexName(String namespace, String index) {
        return namespace + "._index_" + index;
    }

    /** Brings the indexes of an earlier launcher's store into order, once; may be interrupted anywhere and begun again. */
    static void upgrade(MVStore store) {
        MVMap<String, String> facts = store.openMap("dossierflow.store");
        if (!FORMAT.equals(facts.get("format"))) {
            for (String name : List.copyOf(store.getMapNames())) {
                if (name.contains("._index_") && !name.startsWith(EARLIER) && !store.hasMap(EARLIER + name)) {
                    store.renameMap(store.openMap(name), EARLIER + name);
                }
            }
            for (String name : earlier(store)) {
                MVMap<KeyValue, Object> index = openIndex(store, name.substring(EARLIER.length()));
                for (Map.Entry<KeyValue, Object> entry : store.<KeyValue, Object>openMap(name).entrySet()) {
                    index.put(entry.getKey(), entry.getValue());
                }
            }
            facts.put("format", FORMAT);
            store.commit();
        }
        earlier(store).forEach(store::removeMap);
        store.commit();
    }

    private static List<String> earlier(MVStore store) {
        return store.getMapNames().stream().filter(name -> name.startsWith(EARLIER)).toList();
    }

    /** BSON behind a mark; what bears none was written by an earlier launcher, or is no BSON, and is read as the store's own. */
    private abstract static class MarkedType<T> extends BasicDataType<T> {
        static final DataType<Object> OWN = new ObjectDataType();

        abstract T fromBson(Document bson);

        @Override
        public int getMemory(T value) {
            return 64 + sizeOf(value);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T read(ByteBuffer buffer) {
            if (buffer.get(buffer.position()) != BSON) {
                return (T) OWN.read(buffer);
            }
            buffer.get();
            ByteBuf bytes = Unpooled.wrappedBuffer(buffer);
            Document bson = BsonDecoder.decodeBson(bytes);
            buffer.position(buffer.position() + bytes.readerIndex());
            return fromBson(bson);
        }

        /** About as many bytes as it takes in memory; the store splits its pages by that. */
        static int sizeOf(Object value) {
            if (value instanceof String text) {
                return 40 + text.length();
            }
            if (value instanceof Map<?, ?> map) {
                int size = 64;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    size += 48 + sizeOf(entry.getValue());
                }
                return size;
            }
            if (value instanceof Iterable<?> list) {
                int size = 40;
                for (Object each : list) {
                    size += 8 + sizeOf(each);
                }
                return size;
            }
            return value instanceof byte[] bytes ? 16 + bytes.length : 24;
        }
    }

    private static final class DocumentType extends MarkedType<Document> {
        @Override
        public void write(WriteBuffer buffer, Document document) {
            ByteBuf bytes = Unpooled.buffer(512);
            BsonEncoder.encodeDocument(document, bytes);
            buffer.put(BSON).put(bytes.array(), 0, bytes.writerIndex());
        }

        @Override
        Document fromBson(Document bson) {
            return bson;
        }

        @Override
        public Document[] createStorage(int size) {
            return new Document[size];
        }
    }

    /** A page of an index is written anew with each key that it gets: its keys are kept value by value behind a mark of their own. */
    private static final class KeyType extends MarkedType<KeyValue> {
        private static final byte VALUE_BY_VALUE = 125;
        private static final String VALUES = "v";
        private static final int TEXT = 1, DOUBLE = 2, INTEGER = 3, LONG = 4, OTHER = 9;

        @Override
        public void write(WriteBuffer buffer, KeyValue key) {
            for (Object value : key) {
                if (rank(value) == OTHER) {
                    OWN.write(buffer, key);
                    return;
                }
            }
            buffer.put(VALUE_BY_VALUE).putVarInt(key.size());
            for (Object value : key) {
                buffer.put((byte) rank(value));
                if (value instanceof String text) {
                    buffer.putVarInt(text.length()).putStringData(text, text.length());
                } else if (value instanceof Double number) {
                    buffer.putLong(Double.doubleToRawLongBits(number));
                } else {
                    buffer.putVarLong(((Number) value).longValue());
                }
            }
        }

        @Override
        public KeyValue read(ByteBuffer buffer) {
            if (buffer.get(buffer.position()) != VALUE_BY_VALUE) {
                return super.read(buffer);
            }
            buffer.get();
            int size = DataUtils.readVarInt(buffer);
            List<Object> values = new ArrayList<>(size);
            for (int i = 0; i < size; i += 1) {
                values.add(readValue(buffer.get(), buffer));
            }
            return new KeyValue(values);
        }

        private static Object readValue(int rank, ByteBuffer buffer) {
            return switch (rank) {
                case TEXT -> DataUtils.readString(buffer);
                case DOUBLE -> Double.longBitsToDouble(buffer.getLong());
                case INTEGER -> (int) DataUtils.readVarLong(buffer);
                default -> DataUtils.readVarLong(buffer);
            };
        }

        /** As the launcher before this one wrote them. */
        @Override
        KeyValue fromBson(Document bson) {
            return new KeyValue((Collection<?>) bson.get(VALUES));
        }

        @Override
        public KeyValue[] createStorage(int size) {
            return new KeyValue[size];
        }

        @Override
        public int compare(KeyValue a, KeyValue b) {
            int order = Integer.compare(a.size(), b.size());
            for (int i = 0; order == 0 && i < a.size(); i += 1) {
                order = compareValues(a.get(i), b.get(i));
            }
            return order;
        }

        private static int rank(Object value) {
            return value instanceof String ? TEXT : value instanceof Double ? DOUBLE : value instanceof Integer ? INTEGER : value instanceof Long ? LONG : OTHER;
        }

        /** Any order that is always the same will do: nothing is asked of an index by order. */
        @SuppressWarnings("unchecked")
        private static int compareValues(Object a, Object b) {
            int rank = rank(a);
            if (rank != rank(b)) {
                return Integer.compare(rank, rank(b));
            }
            return rank == OTHER ? OWN.compare(a, b) : ((Comparable<Object>) a).compareTo(b);
        }
    }
}
