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
    void aCursorOfAnotherAccountIsRefusedAndOneWithoutAnAccountTakesIt() {
        String configured = Scope.ofAccount("wukong.url=http://here, filters=1; 2", "wukong.app.id", "one");
        Cursor before = Cursor.start()
                .with("scope", "wukong.url=http://here, filters=1; 2")
                .with("last_id", 5L);
        Cursor bound = Scope.bind("leads", configured, before);
        assertThat(bound.text("scope")).isEqualTo("wukong.url=http://here, filters=1; 2; wukong.app.id=one");
        assertThat(Scope.bind("leads", configured, bound)).isEqualTo(bound);
        assertThatThrownBy(() -> Scope.bind(
                        "leads",
                        Scope.ofAccount("wukong.url=http://here, filters=1; 2", "wukong.app.id", "two"),
                        bound))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("wukong.app.id=one")
                .hasMessageContaining("wukong.app.id=two")
                .hasMessageContaining("reset the offsets of 'leads'");
        assertThatThrownBy(
                        () -> Scope.bind("leads", configured, Cursor.start().with("scope", "wukong.url=http://there")))
                .isInstanceOf(ConnectException.class);
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
