package io.martech.connect.sandbox.cluster;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program that runs on a Kafka runtime's libraries and ends with its parent. */
final class JavaCommand {

    /** Ctrl-C reaches every process of the terminal; what it means for the children is for the parent to say. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private static final String RESOURCES = JavaCommand.class.getPackageName().replace('.', '/');

    private JavaCommand() {}

    static List<String> of(KafkaRuntime runtime, JvmOptions jvm, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(logging(runtime));
        command.addAll(jvm.arguments());
        command.addAll(List.of("-cp", runtime.classPath() + ":" + ownLocation()));
        command.addAll(List.of(ChildMain.class.getName(), mainClass));
        command.addAll(arguments);
        return command;
    }

    private static String logging(KafkaRuntime runtime) {
        return runtime.logsWithLog4j2()
                ? "-Dlog4j2.configurationFile=classpath:" + RESOURCES + "/log4j2.properties"
                : "-Dlog4j.configuration=" + RESOURCES + "/log4j.properties";
    }

    private static Path ownLocation() {
        try {
            return Path.of(ChildMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
