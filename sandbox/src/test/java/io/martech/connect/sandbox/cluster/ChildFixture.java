package io.martech.connect.sandbox.cluster;

import java.util.concurrent.CountDownLatch;

/** The program that {@link ChildProcessTest} runs as a child. It uses nothing but the JDK, and no other class. */
public final class ChildFixture {

    static final String READY = "the child is ready";
    static final String GOOD_ORDER = "the child stopped in good order";

    private ChildFixture() {}

    public static void main(String[] arguments) throws InterruptedException {
        switch (arguments[0]) {
            case "wait" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(GOOD_ORDER)));
                waitForever();
            }
            case "hang-at-stop" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(ChildFixture::hang));
                waitForever();
            }
            case "port-taken" -> throw new IllegalStateException("java.net.BindException: Address already in use");
            default -> throw new IllegalStateException("no such luck");
        }
    }

    private static void waitForever() throws InterruptedException {
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
