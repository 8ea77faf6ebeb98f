package io.martech.connect.sandbox.linkflow.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.linkflow.Client;
import io.martech.connect.sandbox.linkflow.Sandbox;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dimension tables as the document has them. */
class LinkflowDimensionsTest {

    private static final String PATH = "/open/dim/colours/data";

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    @BeforeEach
    void addTable() {
        sandbox.platform.dimensions().add("colours", "id");
    }

    @Test
    void rowsAreKeptByTheirKey() throws Exception {
        HttpResponse<String> answer =
                sandbox.client.post(PATH, "[{\"id\":\"1\",\"color\":\"红色\"},{\"id\":\"2\",\"color\":\"红色\"}]");
        sandbox.client.post(PATH, "[{\"id\":\"1\",\"color\":\"蓝色\"}]");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sandbox.platform.dimensions().rows("colours")).hasSize(2);
        assertThat(sandbox.platform
                        .dimensions()
                        .rows("colours")
                        .get(List.of("1"))
                        .path("color")
                        .asText())
                .isEqualTo("蓝色");
    }

    @Test
    void whatIsRefusedIsRefusedAsAWhole() throws Exception {
        sandbox.platform.dimensions().add("keyless");
        sandbox.platform.dimensions().mostRows.set(2);

        assertThat(code("/open/dim/unknown/data", "[{\"id\":1}]")).isEqualTo("B00043");
        assertThat(code("/open/dim/keyless/data", "[{\"id\":1}]")).isEqualTo("B01201");
        assertThat(code(PATH, "[{\"id\":1},{\"color\":\"红色\"}]")).isEqualTo("B01205");
        assertThat(code(PATH, "[{\"id\":1},{\"id\":2},{\"id\":3}]")).isEqualTo("B01206");
        assertThat(code(PATH, "{\"id\":1}")).isEqualTo("B00010");
        assertThat(sandbox.platform.dimensions().rows("colours")).isEmpty();
    }

    private String code(String path, String body) throws Exception {
        HttpResponse<String> answer = sandbox.client.post(path, body);
        assertThat(answer.statusCode()).isEqualTo(500);
        return Client.code(answer);
    }
}
