package io.martech.connect.sandbox.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that starts a child, prints the child's process id, and waits to be killed. */
public final class ParentFixture {

    private ParentFixture() {}

    public static void main(String[] arguments) throws InterruptedException {
        ChildProcess child = ChildProcess.start(
                "The child",
                new KafkaRuntime("4.3.1", Path.of(arguments[0])),
                JvmOptions.small(),
                Path.of(arguments[1]),
                arguments[2],
                List.of("wait"));
        System.out.println(child.pid());
        new CountDownLatch(1).await();
    }
}
