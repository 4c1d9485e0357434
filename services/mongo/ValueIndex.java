import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Documents by the value of one field, which need not be unique: texts, instants, and what is true; not what is so of very many.
 * Kept in memory alone and made of the documents when it is first asked, so that the store's file is what it was and nobody
 * pays for what he never asks. Whoever calls holds the collection.
 */
final class ValueIndex extends Index<Object> {
    private static final String ID = "_id";
    /** As the store orders documents, so that they come in the same order as without an index. */
    private static final ObjectDataType ORDER = new ObjectDataType();
    /** What more documents have in common says too little of them to be remembered. */
    private static final int MOST = 25_000;
    private static final NavigableSet<Object> TOO_MANY = new TreeSet<>();
    private boolean isMade;
    private final Map<Object, NavigableSet<Object>> byValue = new HashMap<>();
    private final NavigableMap<Instant, NavigableSet<Object>> byInstant = new TreeMap<>();

    ValueIndex(IndexKey key) {
        // Sparse: a document that has no value here is nowhere in it.
        super("by " + key.getKey(), List.of(key), true);
    }

    /** What is false, or a number, may be so of most documents. */
    private static boolean isKept(Object value) {
        return value instanceof String || Boolean.TRUE.equals(value);
    }

    /**
     * Where documents lie that may be meant, at most `most` of them; null: more, or it cannot be told from here.
     * `all` is asked for once.
     */
    Collection<Object> find(Document query, int most, Supplier<Stream<DocumentWithPosition<Object>>> all) {
        Object asked = query.get(getKeys().get(0).getKey());
        if (!canTell(asked)) {
            return null;
        }
        if (!isMade) {
            isMade = true;
            all.get().forEach(each -> add(each.getDocument(), each.getPosition(), null));
        }
        List<NavigableSet<Object>> sets = new ArrayList<>();
        int count = 0;
        for (NavigableSet<Object> each : setsOf(asked)) {
            count += each.size();
            if (count > most || each == TOO_MANY) {
                return null;
            }
            sets.add(each);
        }
        NavigableSet<Object> found = new TreeSet<>(ORDER);
        sets.forEach(found::addAll);
        return found;
    }

    private static boolean canTell(Object asked) {
        if (asked instanceof Document expression) {
            return expression.get("$in") instanceof Collection<?> values ? values.stream().allMatch(ValueIndex::isKept) : from(expression) != null || to(expression) != null;
        }
        return isKept(asked);
    }

    private Iterable<NavigableSet<Object>> setsOf(Object asked) {
        if (!(asked instanceof Document expression)) {
            return byValue.containsKey(asked) ? List.of(byValue.get(asked)) : List.of();
        }
        if (expression.get("$in") instanceof Collection<?> values) {
            return values.stream().map(byValue::get).filter(Objects::nonNull).toList();
        }
        Instant from = from(expression);
        Instant to = to(expression);
        if (from != null && to != null) {
            return from.isAfter(to) ? List.of() : byInstant.subMap(from, true, to, true).values();
        }
        return (from != null ? byInstant.tailMap(from, true) : byInstant.headMap(to, true)).values();
    }

    /** Bounds belong to what is found, whether or not the query wants them: it is matched on each document besides. */
    private static Instant from(Document expression) {
        return expression.get("$gte") instanceof Instant at ? at : expression.get("$gt") instanceof Instant after ? after : null;
    }

    private static Instant to(Document expression) {
        return expression.get("$lte") instanceof Instant at ? at : expression.get("$lt") instanceof Instant before ? before : null;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        if (!isMade) {
            return;
        }
        for (KeyValue key : getKeyValues(document)) {
            if (key.get(0) instanceof Instant at) {
                byInstant.merge(at, only(position), ValueIndex::joined);
            } else if (isKept(key.get(0))) {
                byValue.merge(key.get(0), only(position), ValueIndex::joined);
            }
        }
    }

    private static NavigableSet<Object> only(Object position) {
        NavigableSet<Object> positions = new TreeSet<>(ORDER);
        positions.add(position);
        return positions;
    }

    private static NavigableSet<Object> joined(NavigableSet<Object> held, NavigableSet<Object> more) {
        if (held == TOO_MANY || held.size() >= MOST) {
            return TOO_MANY;
        }
        held.addAll(more);
        return held;
    }

    /** Answers nothing: where a document lies the others know. */
    @Override
    public Object remove(Document document) {
        if (isMade) {
            for (KeyValue key : getKeyValues(document)) {
                forget(key.get(0) instanceof Instant ? byInstant : byValue, key.get(0), document.get(ID));
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static void forget(Map<?, NavigableSet<Object>> sets, Object value, Object position) {
        ((Map<Object, NavigableSet<Object>>) sets).computeIfPresent(value, (same, held) -> {
            held.remove(position);
            return held.isEmpty() && held != TOO_MANY ? null : held;
        });
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (isMade && !nullAwareEqualsKeys(before, after)) {
            remove(before);
            add(after, position, collection);
        }
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // Any value may be there many times.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // As above.
    }

    @Override
    public Object getPosition(Document document) {
        return null;
    }

    /** The collection asks by `find`. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    /** Never as empty: it would be filled at once. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getCount() {
        return (long) byValue.size() + byInstant.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        isMade = false;
        byValue.clear();
        byInstant.clear();
    }
}
