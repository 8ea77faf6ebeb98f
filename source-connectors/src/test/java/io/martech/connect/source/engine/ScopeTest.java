package io.martech.connect.source.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.source.chunk.Cursor;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private final Resource resource = Readings.resource("orders", Readings.reading());

    @Test
    void aNewCursorTakesTheScopeDown() {
        assertThat(Scope.bind(resource, Cursor.start()).text("scope")).isEqualTo("scope of orders");
    }

    @Test
    void aCursorOfTheSameScopeGoesOn() {
        Cursor stored = Cursor.start().with("scope", "scope of orders").with("last_id", 5L);
        assertThat(Scope.bind(resource, stored)).isEqualTo(stored);
    }

    @Test
    void aCursorThatAPersonWroteWithoutScopeGetsTheOneAtHand() {
        assertThat(Scope.bind(resource, Cursor.start().with("last_id", 5L)).toOffset())
                .containsEntry("scope", "scope of orders")
                .containsEntry("last_id", 5L);
    }

    @Test
    void aCursorOfAnotherScopeIsRefusedWithWhatToDo() {
        Cursor stored = Cursor.start().with("scope", "linkflow.url=http://other");
        assertThatThrownBy(() -> Scope.bind(resource, stored))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("'orders'")
                .hasMessageContaining("linkflow.url=http://other")
                .hasMessageContaining("scope of orders")
                .hasMessageContaining("restore the configuration")
                .hasMessageContaining("DELETE or PATCH /connectors/<name>/offsets");
    }
}
