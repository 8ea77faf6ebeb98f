package io.martech.connect.sink.engine;

import static io.martech.connect.sink.engine.Records.P0;
import static io.martech.connect.sink.engine.Records.P1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionPauserTest {

    private final FakeContext context = new FakeContext().assign(P0);
    private final PartitionPauser pauser = new PartitionPauser(context, new EngineSettings.Backlog(10, 1_000, 100));

    @Test
    void pauses_at_its_capacity_and_resumes_at_half_of_it() {
        adjust(9, false);
        assertThat(context.paused()).isEmpty();
        adjust(10, false);
        assertThat(context.paused()).containsExactly(P0);
        adjust(6, false);
        assertThat(context.paused()).containsExactly(P0);
        assertThat(pauser.isPaused()).isTrue();
        adjust(5, false);
        assertThat(context.paused()).isEmpty();
        assertThat(pauser.isPaused()).isFalse();
    }

    @Test
    void pauses_what_a_rebalance_brought_unpaused() {
        adjust(10, false);
        context.revoke(P0).assign(P0, P1);
        pauser.assignmentChanged();
        adjust(10, false);

        assertThat(context.paused()).containsExactlyInAnyOrder(P0, P1);
    }

    @Test
    void resumes_everything_even_if_a_rebalance_came_in_between() {
        adjust(10, false);
        context.assign(P1);
        pauser.assignmentChanged();
        adjust(0, false);

        assertThat(context.paused()).isEmpty();
    }

    @Test
    void pauses_while_the_platform_wants_to_be_left_alone_however_short_the_backlog() {
        adjust(1, true);
        assertThat(context.paused()).containsExactly(P0);
        adjust(1, false);
        assertThat(context.paused()).isEmpty();
    }

    @Test
    void resumes_what_a_rebalance_brought_back_paused_though_nothing_was_assigned_when_the_backlog_was_worked_off() {
        adjust(10, false);
        context.revoke(P0);
        adjust(0, false);
        context.assign(P0);
        assertThat(context.paused()).as("the worker pauses it again").containsExactly(P0);
        pauser.assignmentChanged();
        adjust(0, false);

        assertThat(context.paused()).isEmpty();
    }

    @Test
    void pauses_when_what_it_holds_is_too_large_and_resumes_at_half_of_it() {
        pauser.adjust(1, 1_000, false, Set.of());
        assertThat(context.paused()).containsExactly(P0);
        pauser.adjust(1, 501, false, Set.of());
        assertThat(context.paused()).containsExactly(P0);
        pauser.adjust(1, 500, false, Set.of());
        assertThat(context.paused()).isEmpty();
    }

    @Test
    void pauses_only_the_partition_of_which_too_much_would_come_again() {
        context.assign(P1);
        pauser.adjust(1, 1, false, Set.of(P1));
        assertThat(context.paused()).containsExactly(P1);
        pauser.adjust(1, 1, false, Set.of());
        assertThat(context.paused()).isEmpty();
    }

    private void adjust(int records, boolean platformWantsRest) {
        pauser.adjust(records, 0, platformWantsRest, Set.of());
    }
}
