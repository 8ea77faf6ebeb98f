package io.martech.connect.schema.avro;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself has power: it finds each way to break a reader, and lets through what breaks none. */
class BackwardCompatibilityTest {

    private static final String RELEASED = contract().toString();

    @Test
    void theSameSchemaHasNoFaults() {
        assertThat(BackwardCompatibility.faults(contract(), contract())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a text becomes a number     | {"name":"saleChannel","type":["null","string"],"default":null} | {"name":"saleChannel","type":["null","long"],"default":null}
            an optional field becomes required | {"name":"ver","type":["null","long"],"default":null} | {"name":"ver","type":"long"}
            a new field is required     | {"name":"id","type":"long"}   | {"name":"id","type":"long"},{"name":"added","type":"long"}
            a long becomes an int       | {"name":"id","type":"long"}   | {"name":"id","type":"int"}
            the record has a new name   | "name":"Order"                | "name":"SalesOrder"
            a nested record has a new name | "name":"OrderLine"         | "name":"Line"
            money moves its point       | "scale":6                     | "scale":4
            a time becomes a mere number | "logicalType":"timestamp-millis" | "was":"timestamp-millis"
            a JSON text becomes any text | "connect.name":"io.martech.connect.Json" | "was":"Json"
            """)
    void whatBreaksReadersIsFound(String change, String from, String to) {
        assertThat(BackwardCompatibility.faults(changed(from, to), contract()))
                .as(change)
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a new field is optional     | {"name":"id","type":"long"}   | {"name":"id","type":"long"},{"name":"added","type":["null","long"],"default":null}
            a field is gone             | ,{"name":"saleChannel","type":["null","string"],"default":null} | ''
            an int becomes a long       | {"name":"quantity","type":["null","int"],"default":null} | {"name":"quantity","type":["null","long"],"default":null}
            """)
    void whatBreaksNoReaderIsLetThrough(String change, String from, String to) {
        assertThat(BackwardCompatibility.faults(changed(from, to), contract()))
                .as(change)
                .isEmpty();
    }

    private static Schema changed(String from, String to) {
        assertThat(RELEASED).contains(from);
        return new Schema.Parser().parse(RELEASED.replace(from, to));
    }

    private static Schema contract() {
        return Contract.all().stream()
                .filter(contract -> contract.name().equals("Order"))
                .findFirst()
                .orElseThrow()
                .avroSchema();
    }
}
