package io.martech.connect.account;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds unknown keys, which Connect accepts silently. */
public final class UnknownKeys {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownKeys.class);

    /** With more mistakes it could be another word. */
    private static final int MOST_MISTAKES = 2;

    /** Keys are similar if at most one in this many letters differs, or if one is a prefix of the other up to a dot. */
    private static final int PART = 3;

    private final Set<String> own;

    /** @param own every key of the connector */
    public UnknownKeys(Set<String> own) {
        this.own = Set.copyOf(own);
    }

    /** Logs a warning for each unknown key. */
    public void warn(Map<String, String> properties) {
        String connector = properties.getOrDefault("name", "");
        messages(properties).forEach(message -> LOG.warn("{}: {}", connector, message));
    }

    /** One message per unknown key; without values, which may be secrets. */
    public List<String> messages(Map<String, String> properties) {
        return in(properties).stream().map(UnknownKey::message).toList();
    }

    /** Sorted by name. A key whose value is null is treated as absent. */
    List<UnknownKey> in(Map<String, String> properties) {
        return new TreeSet<>(properties.keySet())
                .stream()
                        .filter(key -> properties.get(key) != null && !own.contains(key) && !ConnectKeys.contain(key))
                        .map(this::judge)
                        .toList();
    }

    private UnknownKey judge(String key) {
        String nearest = nearestTo(key, own);
        if (nearest != null && isSlipOf(key, nearest)) {
            return new UnknownKey(key, nearest, true);
        }
        String connects = nearestTo(key, ConnectKeys.NAMES);
        boolean isNearerToConnect =
                connects != null && (nearest == null || distance(key, connects) < distance(key, nearest));
        return new UnknownKey(key, isNearerToConnect ? connects : nearest, false);
    }

    /** The most similar key, or null if none is similar. */
    private static String nearestTo(String key, Set<String> known) {
        return known.stream()
                .filter(candidate -> distance(key, candidate) <= key.length() / PART
                        || candidate.startsWith(key + ".")
                        || key.startsWith(candidate + "."))
                .min(Comparator.<String>comparingInt(candidate -> distance(key, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static boolean isSlipOf(String key, String known) {
        return distance(key, known) <= MOST_MISTAKES;
    }

    /** The spelling distance of two keys; separators and case are ignored, since they are easily confused. */
    private static int distance(String one, String other) {
        return SpellingDistance.between(bare(one), bare(other));
    }

    private static String bare(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }

    /**
     * A key that neither the connector nor Connect reads.
     *
     * @param name the key
     * @param similarOrNull the most similar known key, or null if none is similar
     * @param isMisspelt whether it is so similar to a key of the connector that no other can be meant
     */
    record UnknownKey(String name, String similarOrNull, boolean isMisspelt) {

        String message() {
            String fault = "'" + name + "' is no option of this connector and has no effect";
            return similarOrNull == null ? fault + "." : fault + "; did you mean '" + similarOrNull + "'?";
        }
    }

    /** The number of letters to insert, delete, replace or swap with their neighbour to turn one word into the other. */
    private static final class SpellingDistance {

        private SpellingDistance() {}

        static int between(String one, String other) {
            int[][] distances = new int[one.length() + 1][other.length() + 1];
            for (int i = 0; i <= one.length(); i++) {
                for (int j = 0; j <= other.length(); j++) {
                    distances[i][j] = i == 0 || j == 0 ? i + j : next(distances, one, other, i, j);
                }
            }
            return distances[one.length()][other.length()];
        }

        private static int next(int[][] distances, String one, String other, int i, int j) {
            int replaced = distances[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
            int least = Math.min(replaced, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
            boolean isSwapped = i > 1
                    && j > 1
                    && one.charAt(i - 1) == other.charAt(j - 2)
                    && one.charAt(i - 2) == other.charAt(j - 1);
            return isSwapped ? Math.min(least, 1 + distances[i - 2][j - 2]) : least;
        }
    }

    /**
     * The configuration keys that Connect itself reads, or passes to converters, transformations and clients. Listed here,
     * since Connect's API does not expose its definitions to a connector.
     */
    private static final class ConnectKeys {

        /** The complete keys. */
        static final Set<String> NAMES = Set.of(
                "name",
                "connector.class",
                "connector.plugin.version",
                "tasks.max",
                "tasks.max.enforce",
                "topics",
                "topics.regex",
                "transforms",
                "predicates",
                "key.converter",
                "value.converter",
                "header.converter",
                "config.action.reload",
                "exactly.once.support",
                "transaction.boundary",
                "offsets.storage.topic",
                "errors.tolerance",
                "errors.log.enable",
                "errors.log.include.messages",
                "errors.retry.timeout",
                "errors.retry.delay.max.ms",
                "errors.deadletterqueue.topic.name",
                "errors.deadletterqueue.topic.replication.factor",
                "errors.deadletterqueue.context.headers.enable",
                "topic.creation.groups");

        /** Prefixes; the last two are read by distributions of Connect, not by Connect itself. */
        private static final List<String> BEGINNINGS = List.of(
                "transforms.",
                "predicates.",
                "key.converter.",
                "value.converter.",
                "header.converter.",
                "errors.",
                "topic.creation.",
                "transaction.boundary.",
                "producer.override.",
                "consumer.override.",
                "admin.override.",
                "confluent.",
                "reporter.");

        private ConnectKeys() {}

        static boolean contain(String key) {
            return NAMES.contains(key) || BEGINNINGS.stream().anyMatch(key::startsWith);
        }
    }
}
