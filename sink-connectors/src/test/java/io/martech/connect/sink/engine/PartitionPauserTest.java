package io.martech.connect.sink.engine;

import static io.martech.connect.sink.engine.Records.P0;
import static io.martech.connect.sink.engine.Records.P1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionPauserTest {

    private final FakeContext context = new FakeContext().assign(P0);
    private final PartitionPauser pauser = new PartitionPauser(context, 10);

    @Test
    void pauses_at_its_capacity_and_resumes_at_half_of_it() {
        pauser.adjust(9, false);
        assertThat(context.paused()).isEmpty();
        pauser.adjust(10, false);
        assertThat(context.paused()).containsExactly(P0);
        pauser.adjust(6, false);
        assertThat(context.paused()).containsExactly(P0);
        assertThat(pauser.isPaused()).isTrue();
        pauser.adjust(5, false);
        assertThat(context.paused()).isEmpty();
        assertThat(pauser.isPaused()).isFalse();
    }

    @Test
    void pauses_what_a_rebalance_brought_unpaused() {
        pauser.adjust(10, false);
        context.revoke(P0).assign(P0, P1);
        pauser.assignmentChanged();
        pauser.adjust(10, false);

        assertThat(context.paused()).containsExactlyInAnyOrder(P0, P1);
    }

    @Test
    void resumes_everything_even_if_a_rebalance_came_in_between() {
        pauser.adjust(10, false);
        context.assign(P1);
        pauser.assignmentChanged();
        pauser.adjust(0, false);

        assertThat(context.paused()).isEmpty();
    }

    @Test
    void pauses_while_the_platform_wants_to_be_left_alone_however_short_the_backlog() {
        pauser.adjust(1, true);
        assertThat(context.paused()).containsExactly(P0);
        pauser.adjust(1, false);
        assertThat(context.paused()).isEmpty();
    }

    @Test
    void resumes_what_a_rebalance_brought_back_paused_though_nothing_was_assigned_when_the_backlog_was_worked_off() {
        pauser.adjust(10, false);
        context.revoke(P0);
        pauser.adjust(0, false);
        context.assign(P0);
        assertThat(context.paused()).as("the worker pauses it again").containsExactly(P0);
        pauser.assignmentChanged();
        pauser.adjust(0, false);

        assertThat(context.paused()).isEmpty();
    }
}
