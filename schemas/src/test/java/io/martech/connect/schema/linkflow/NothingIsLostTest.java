package io.martech.connect.schema.linkflow;

import io.martech.connect.schema.Handlings;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.WholeRows;
import io.martech.connect.schema.m1world.M1worldSchemas;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.youmi.YoumiSchemas;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a platform sends: the value is valid, and together with {@code unmapped} it is the whole row, digit by digit. */
class NothingIsLostTest {

    static Stream<WholeRows> topics() {
        return Stream.of(
                        linkflow(),
                        WholeRows.of(LinkflowLists.ALL),
                        WholeRows.of(M1worldSchemas.ALL),
                        WholeRows.of(YoumiSchemas.ALL))
                .flatMap(Function.identity());
    }

    private static Stream<WholeRows> linkflow() {
        return Stream.of(Handlings.DEFAULTS, Handlings.TEXTS)
                .flatMap(handling -> Stream.of(
                        topic(
                                "orders",
                                LinkflowEntities.ORDER_WITH_LINES,
                                handling,
                                LinkflowSchemas.order(handling, true)),
                        topic(
                                "order lines",
                                LinkflowEntities.ORDER_LINE,
                                handling,
                                LinkflowSchemas.orderLine(handling)),
                        topic("contacts", LinkflowEntities.CONTACT, handling, LinkflowSchemas.contact(handling))));
    }

    private static WholeRows topic(String name, EntityType entity, Handling handling, RowSchema schema) {
        return new WholeRows(name + " " + handling, entity, handling, schema);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void valueAndUnmappedAreTheWholeRow(WholeRows rows) {
        rows.arriveInTheValue();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void anAvroConverterCarriesAllOfIt(WholeRows rows) {
        rows.arriveThroughAnAvroConverter();
    }

    @ParameterizedTest
    @MethodSource("entities")
    void roundedMoneyIsValidToo(EntityType entity, RowSchema schema) {
        WholeRows.forEachRow(entity, (name, row) -> schema.value(row).validate());
    }

    static Stream<Arguments> entities() {
        return Stream.of(
                Arguments.of(LinkflowEntities.ORDER_WITH_LINES, LinkflowSchemas.order(Handlings.DOUBLES, true)),
                Arguments.of(LinkflowEntities.ORDER_LINE, LinkflowSchemas.orderLine(Handlings.DOUBLES)),
                Arguments.of(LinkflowEntities.CONTACT, LinkflowSchemas.contact(Handlings.DOUBLES)));
    }
}
