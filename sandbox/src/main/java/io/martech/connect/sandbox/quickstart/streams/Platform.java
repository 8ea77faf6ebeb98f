package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.adapter.PlatformAdapter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A simulated platform at work on this machine, with a history, and what its users write for themselves.
 *
 * @param name its proper name, such as Linkflow
 * @param history what it holds at the beginning, such as "5,000 orders, 2,000 contacts"
 * @param more what users fill into their properties beside addresses and secrets, since it suits their account
 */
public record Platform(String name, PlatformAdapter adapter, String history, Map<String, String> more)
        implements AutoCloseable {

    /** Where it answers. */
    public URI uri() {
        return adapter.server().uri();
    }

    /** The file in the connectors' {@code ${file:...}}, below the worker's directory: {@code config/linkflow.properties}. */
    public String propertiesFile() {
        return "config/" + name.toLowerCase(Locale.ROOT) + ".properties";
    }

    /**
     * What users fill into their copy of that file.
     *
     * @param directory of this run, for files that connectors keep
     */
    public Map<String, String> properties(Path directory) {
        Map<String, String> properties = new HashMap<>(adapter.account());
        properties.put("token.store.path", directory.resolve("tokens").toString());
        properties.putAll(more);
        return properties;
    }

    /** Requests of that name, or of a name that goes on with a dot: orders are counted as orders.cursor, orders.window, and so on. */
    public long requests(String counted) {
        return adapter.server().requests().all().entrySet().stream()
                .filter(count ->
                        count.getKey().equals(counted) || count.getKey().startsWith(counted + "."))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Stops answering. */
    @Override
    public void close() {
        adapter.close();
    }
}
