package io.martech.connect.sandbox.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a child JVM may use, and its other options.
 *
 * @param maximumHeap as after {@code -Xmx}, such as "256m"
 * @param flags further flags of the JVM, such as {@code -XX:+UseSerialGC} or {@code -Dname=value}
 */
public record JvmOptions(String maximumHeap, List<String> flags) {

    public JvmOptions {
        flags = List.copyOf(flags);
    }

    /** Starts fast in little memory. Not for load: the fast compiler is off. */
    public static JvmOptions small() {
        return new JvmOptions("256m", List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /** As a server is run: the JVM's own choices. */
    public static JvmOptions server(String maximumHeap) {
        return new JvmOptions(maximumHeap, List.of());
    }

    /** The same with one more flag. */
    public JvmOptions with(String flag) {
        List<String> more = new ArrayList<>(flags);
        more.add(flag);
        return new JvmOptions(maximumHeap, more);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("-Xmx" + maximumHeap);
        arguments.add("-XX:+ExitOnOutOfMemoryError");
        arguments.addAll(flags);
        return arguments;
    }
}
