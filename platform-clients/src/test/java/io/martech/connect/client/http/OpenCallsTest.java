package io.martech.connect.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.Category;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenCallsTest {

    private final OpenCalls calls = new OpenCalls("Linkflow");

    @AfterEach
    void leaveNoInterrupt() {
        Thread.interrupted();
    }

    @Test
    void aCallThatEndsJustAsTheClientClosesLeavesNoInterruptBehind() {
        String result = calls.run(() -> {
            calls.close();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aFailureCausedByClosingIsNoFailureOfThePlatform() {
        assertThatThrownBy(() -> calls.run(() -> {
                    calls.close();
                    throw new PlatformException(Category.STOP, "Canceled", 0, null, null, null);
                }))
                .isInstanceOf(ClientClosedException.class);
    }

    @Test
    void closingDoesNotTouchThreadsThatHaveLeft() {
        calls.run(() -> "done");
        calls.close();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** Or whoever owns the thread would wait for something that never comes. */
    @Test
    void anInterruptOfTheOwnerIsKeptIfTheClientClosesAfterIt() {
        calls.run(() -> {
            Thread.currentThread().interrupt();
            calls.close();
            return null;
        });
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void theOwnersInterruptIsKept() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> calls.run(() -> {
                    Thread.sleep(1);
                    return null;
                }))
                .isInstanceOf(ClientClosedException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
