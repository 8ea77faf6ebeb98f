package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sink.contract.SinkConfigContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

class LinkflowGroupMembersConfigTest extends SinkConfigContract {

    @Override
    protected SinkConnector connector() {
        return new LinkflowGroupMembersSinkConnector();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.members(more);
    }

    @Override
    protected String secretKey() {
        return "linkflow.app.secret";
    }

    @Override
    protected Stream<Key> ownKeys() {
        return Stream.concat(
                LinkflowFacts.accountKeys(),
                Stream.of(
                        key("contact.id.field", "", "key.id", "a..b"),
                        key("identity.fields", List.of(), "a.b:email", "email"),
                        key("identity.ignored.values", List.of("0", "null", "undefined", "无"), "n/a"),
                        key("group.name", "", "双11vip客户"),
                        key("group.name.field", "", "segment", "a..b"),
                        key("member.removed.field", "", "left", "a..b"),
                        key("groups.auto.create", false, "true", "perhaps"),
                        key("groups.refresh.interval.ms", 300_000L, "1", "0"),
                        key("behavior.on.null.values", "ignore", "delete", "drop"),
                        key("batch.size", 100, "1", "0", "many")));
    }

    @Override
    protected Map<String, String> baseOf(Key key) {
        return switch (key.name()) {
            case "identity.fields" -> Configs.members("contact.id.field", null);
            case "group.name.field" -> Configs.members("group.name", null);
            default -> Configs.members();
        };
    }

    @Test
    void contacts_and_groups_are_named_in_one_way() {
        assertFault(Configs.members("contact.id.field", null), "contact.id.field", "Neither");
        assertFault(Configs.members("identity.fields", "a:email"), "contact.id.field", "Both");
        assertFault(Configs.members("group.name", null), "group.name", "Neither");
        assertThat(errors(Configs.members("group.name.field", "segment")).keySet())
                .containsExactly("group.name");
    }
}
