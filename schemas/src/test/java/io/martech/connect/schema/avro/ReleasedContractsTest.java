package io.martech.connect.schema.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads with today's schema understands everything that any release has ever written. */
class ReleasedContractsTest {

    static List<Path> releasedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Contract.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .map(Contract.ROOT::relativize)
                    .filter(file -> file.getName(1).toString().equals("released"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releasedFiles")
    void todaysSchemaReadsWhatWasReleased(Path released) throws IOException {
        Contract contract = Contract.all().stream()
                .filter(candidate -> candidate
                                .folder()
                                .equals(released.getName(0).toString())
                        && candidate.fileName().equals(released.getFileName().toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(released + " was released, and no schema is left of it"));

        assertThat(BackwardCompatibility.faults(contract.avroSchema(), read(released)))
                .as("%s breaks what %s promised", contract, released)
                .isEmpty();
    }

    @Test
    void everyContractHasBeenReleased() throws IOException {
        assertThat(releasedFiles().stream().map(file -> file.getName(0) + "/" + file.getFileName()))
                .containsAll(Contract.all().stream().map(Contract::toString).toList());
    }

    @Test
    void ordersMayMoveTheirLinesToAnotherTopicAndBack() {
        Schema with = contract("Order");
        Schema without = contract("OrderWithoutLines");

        assertThat(BackwardCompatibility.faults(with, without)).isEmpty();
        assertThat(BackwardCompatibility.faults(without, with)).isEmpty();
    }

    private static Schema contract(String name) {
        return Contract.all().stream()
                .filter(contract -> contract.name().equals(name))
                .findFirst()
                .orElseThrow()
                .avroSchema();
    }

    private static Schema read(Path released) throws IOException {
        return new Schema.Parser().parse(Contract.ROOT.resolve(released).toFile());
    }
}
