package io.martech.connect.sandbox.cluster;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs the main class named by the first argument, and ends this process at once when the parent process has ended.
 *
 * <p>The parent holds the other end of this process's standard input. However the parent ends, by SIGKILL too, the
 * system closes that pipe; so no child outlives it.
 */
public final class ChildMain {

    private static final int PARENT_HAS_ENDED = 137;

    private ChildMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(ChildMain::haltWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        runMain(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void haltWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent never writes; whatever arrives is not the end of the stream.
            }
        } catch (IOException brokenPipe) {
            // The parent has ended.
        }
        Runtime.getRuntime().halt(PARENT_HAS_ENDED);
    }

    private static void runMain(String className, String[] arguments) throws ReflectiveOperationException {
        try {
            Class.forName(className).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            failed.getCause().printStackTrace();
            System.exit(1);
        }
    }
}
