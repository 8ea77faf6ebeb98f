package io.martech.connect.sink.linkflow.identity;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.record;
import static io.martech.connect.sink.linkflow.Mapped.message;
import static io.martech.connect.sink.linkflow.Mapped.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sink.linkflow.Configs;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityMappingTest {

    @Test
    void fields_become_identities_in_the_configured_order_with_types_verbatim() {
        Map<String, String> config =
                Configs.contacts("identity.fields", "union:wechat.unionid , user.phone:mobilePhone");

        assertThat(identities(config, map("user", map("phone", "138"), "union", "o1")))
                .containsExactly(new Identity("wechat.unionid", "o1"), new Identity("mobilePhone", "138"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "0", "null", "undefined", "无", " 无 "})
    void ids_that_name_nobody_are_left_out(String nobody) {
        assertThat(identities(Configs.contacts(), map("mobilePhone", nobody, "email", "a@b.cn")))
                .containsExactly(new Identity("email", "a@b.cn"));
    }

    @Test
    void what_names_nobody_can_be_configured_but_blank_never_names_anybody() {
        Map<String, String> config = Configs.contacts("identity.ignored.values", "n/a");

        assertThat(identities(config, map("mobilePhone", "0", "email", "n/a")))
                .containsExactly(new Identity("mobilePhone", "0"));
        assertThat(identities(Configs.contacts("identity.ignored.values", ""), map("mobilePhone", " ", "email", "0")))
                .containsExactly(new Identity("email", "0"));
    }

    @Test
    void a_record_that_names_nobody_is_rejected_and_told_why_without_its_data() {
        assertThatThrownBy(() ->
                        operation(Configs.contacts()).map(record(map("mobilePhone", "无", "email", null, "name", "张三"))))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("identity.fields")
                .hasMessageContaining("identity.ignored.values")
                .hasMessageNotContaining("张三");
    }

    @Test
    void whole_numbers_are_names_and_nothing_else_is() {
        assertThat(identities(Configs.contacts(), map("mobilePhone", 13_800_000_000L)))
                .containsExactly(new Identity("mobilePhone", "13800000000"));
        assertThat(identities(Configs.contacts(), map("mobilePhone", new BigDecimal("13800000000.000000"))))
                .containsExactly(new Identity("mobilePhone", "13800000000"));
        assertThatThrownBy(() -> operation(Configs.contacts()).map(record(map("mobilePhone", List.of("138")))))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("The field mobilePhone must hold text or a whole number")
                .hasMessageNotContaining("138");
        assertThatThrownBy(() -> operation(Configs.contacts()).map(record(map("mobilePhone", 13.5))))
                .isInstanceOf(RecordRejectedException.class);
    }

    @Test
    void an_identity_that_stands_there_twice_is_sent_once() {
        Map<String, String> config = Configs.contacts("identity.fields", "phone:mobilePhone,tel:mobilePhone");

        assertThat(identities(config, map("phone", "138", "tel", "138"))).hasSize(1);
        assertThat(identities(config, map("phone", "138", "tel", "139"))).hasSize(2);
    }

    @Test
    void a_list_of_identities_is_read_from_one_field() {
        Map<String, String> config = Configs.contacts("identity.fields", null, "identities.field", "who.ids");
        Schema identity = SchemaBuilder.struct()
                .field("id", Schema.OPTIONAL_STRING_SCHEMA)
                .field("type", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        Schema who = SchemaBuilder.struct()
                .field("ids", SchemaBuilder.array(identity))
                .build();
        Schema value = SchemaBuilder.struct().field("who", who).build();
        Struct struct = new Struct(value)
                .put(
                        "who",
                        new Struct(who)
                                .put(
                                        "ids",
                                        List.of(
                                                new Struct(identity)
                                                        .put("id", "321")
                                                        .put("type", "idCard"),
                                                new Struct(identity)
                                                        .put("id", "0")
                                                        .put("type", "email"))));

        assertThat(identities(config, struct)).containsExactly(new Identity("idCard", "321"));
        assertThat(identities(config, map("who", map("ids", List.of(map("id", 321, "type", "idCard"))))))
                .containsExactly(new Identity("idCard", "321"));
    }

    @Test
    void a_list_of_identities_that_is_none_is_rejected() {
        Map<String, String> config = Configs.contacts("identity.fields", null, "identities.field", "ids");

        for (Object wrong :
                List.of("138", List.of("138"), List.of(map("id", "138")), map("id", "138", "type", "phone"))) {
            assertThatThrownBy(() -> operation(config).map(record(map("ids", wrong))))
                    .isInstanceOf(RecordRejectedException.class)
                    .hasMessageContaining("identities.field")
                    .hasMessageNotContaining("138");
        }
    }

    @Test
    void two_spellings_of_a_type_conflict() {
        assertThat(new Identity("phone", "138").conflictKey())
                .isEqualTo(new Identity("mobilePhone", "138").conflictKey());
        assertThat(new Identity("wechat.unionId", "o").conflictKey())
                .isEqualTo(new Identity("wechat.unionid", "o").conflictKey());
        assertThat(new Identity("email", "A.B@Example.com ").conflictKey())
                .isEqualTo(new Identity("email", "a.b@example.COM").conflictKey());
        assertThat(new Identity("mobilePhone", " 138").conflictKey())
                .isEqualTo(new Identity("phone", "138").conflictKey());
        assertThat(new Identity("email", "138").conflictKey())
                .isNotEqualTo(new Identity("mobilePhone", "138").conflictKey());
    }

    @Test
    void an_identity_does_not_print_its_id() {
        assertThat(new Identity("phone", "138")).hasToString("Identity[phone]");
    }

    private static List<Identity> identities(Map<String, String> config, Object value) {
        return message(config, record(value)).addressee().identities();
    }
}
