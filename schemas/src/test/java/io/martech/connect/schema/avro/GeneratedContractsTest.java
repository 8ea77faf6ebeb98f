package io.martech.connect.schema.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed files are what the code says. With {@code -Dschemas.update=true} they are written anew first. */
class GeneratedContractsTest {

    private static final String HOW_TO_UPDATE = "avro/%s is not what the code says. If the change is meant, run"
            + " `mvn test -pl schemas -Dtest=GeneratedContractsTest -Dschemas.update=true` and commit the file.";

    static List<Contract> contracts() {
        return Contract.all();
    }

    @BeforeAll
    static void updateFilesIfAskedTo() throws IOException {
        if (Boolean.getBoolean("schemas.update")) {
            for (Contract contract : contracts()) {
                Files.createDirectories(contract.file().getParent());
                Files.writeString(contract.file(), contract.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void committedFileIsWhatTheCodeSays(Contract contract) {
        assertThat(contract.file())
                .as(HOW_TO_UPDATE, contract)
                .exists()
                .content()
                .isEqualTo(contract.text());
    }

    @Test
    void noFileIsLeftOfAContractThatIsGone() throws IOException {
        List<Path> expected = contracts().stream().map(Contract::file).toList();
        try (Stream<Path> files = Files.walk(Contract.ROOT)) {
            assertThat(files.filter(file -> file.toString().endsWith(".avsc"))
                            .filter(file -> !file.toString().contains("released")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
