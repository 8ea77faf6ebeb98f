package io.martech.connect.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongClients;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person with a terminal and a browser, from the question to the file. */
class AuthorizeTest {

    private static final String ELSEWHERE = "https://www.example.com/callback?shop=7";

    @TempDir
    private Path directory;

    private final HttpClient browser = HttpClient.newHttpClient();
    private FakePlatform platform;
    private Path secret;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        secret = Files.writeString(directory.resolve("secret"), "the-secret\n");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void theCodeComesBackInTheBrowserOfThisMachine() throws Exception {
        String redirect = "http://127.0.0.1:" + freePort() + "/callback";
        CommandLineRun run = m1world("--redirect-uri", redirect, "--token-store", store());

        assertThat(run.addressToOpen())
                .isEqualTo(platform.url() + "/authorize?client_id=the-app&redirect_uri="
                        + redirect.replace(":", "%3A").replace("/", "%2F") + "&response_type=code");
        assertThat(get(redirect.replace("/callback", "/favicon.ico")).statusCode())
                .isEqualTo(404);
        assertThat(get(redirect).statusCode()).as("without a code").isEqualTo(404);
        assertThat(get(redirect + "?code=the-code").body()).contains("Thank you");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(platform.tokenCalls()).singleElement().satisfies(call -> {
            assertThat(call.getUrl().queryParameter("client_secret")).isEqualTo("the-secret");
            assertThat(call.getUrl().queryParameter("redirect_uri")).isEqualTo(redirect);
        });
        assertThat(run.out()).contains("token.store.path=" + store(), "shared by all workers");
        assertThat(tokenFile()).content().contains("\"refresh-1\"", "\"access-1\"");
        assertThat(permissions(tokenFile())).isEqualTo("rw-------");
        assertThat(permissions(Path.of(store()))).isEqualTo("rwx------");
    }

    @Test
    void whereThePlatformWantsAFormTheBrowserGetsOne() throws Exception {
        String redirect = "http://localhost:" + freePort() + "/callback";
        CommandLineRun run = wukong("--redirect-uri", redirect, "--token-store", store());

        assertThat(run.addressToOpen()).isEqualTo(redirect.replace("/callback", "/start"));
        assertThat(get(run.addressToOpen()).body())
                .contains("<form method=\"POST\" action=\"" + platform.url() + "/oauth/code\">")
                .contains("name=\"appid\" value=\"the-app\"", "name=\"redirect_uri\" value=\"" + redirect + "\"")
                .doesNotContain("the-secret");
        run.types("").types(redirect + "?code=the-code");

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the-code", "  https://www.example.com/callback?shop=7&code=the-code#top  "})
    void theCodeOrTheWholeAddressCanBePasted(String pasted) throws Exception {
        CommandLineRun run = m1world("--redirect-uri", ELSEWHERE, "--token-store", store());
        run.addressToOpen();
        run.types("https://www.example.com/callback?shop=7")
                .types("code mit Luecke")
                .types(pasted);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("There is no code in that address", "neither a code nor an address");
        assertThat(platform.tokenCalls().get(0).getUrl().queryParameter("redirect_uri"))
                .isEqualTo(ELSEWHERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the-code", "https://www.example.com/callback?code=the-code"})
    void theCodeCanBeGivenAtOnce(String code) throws Exception {
        CommandLineRun run = wukong("--code", code, "--token-store", store());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("Open this address");
    }

    @Test
    void aConnectorBeginsWithWhatWasWrittenAndSpendsNoTokenCall() throws Exception {
        assertThat(wukong("--code", "the-code", "--token-store", store()).exitCode())
                .isZero();

        WukongAccount account =
                WukongAccount.of(platform.url(), "the-app", "the-secret", InitialGrant.none(), Path.of(store()));
        try (HttpPlatformClient client = WukongClients.create(account, HttpSettings.defaults(), TimeSource.system())) {
            client.authenticate();
        }
        assertThat(platform.tokenCalls()).hasSize(1);
    }

    @Test
    void aPropertiesFileForTheFileConfigProviderKeepsItsOtherLines() throws Exception {
        Path file = directory.resolve("secrets/wukong.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# mine\nwukong.app.secret=abc\nwukong.refresh.token = old\nwukong.refresh.tokens=x\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        CommandLineRun run = wukong("--code", "the-code", "--properties", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(file)
                .content()
                .isEqualTo("# mine\nwukong.app.secret=abc\nwukong.refresh.tokens=x\nwukong.refresh.token=refresh-1\n");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(loaded(file)).containsEntry("wukong.refresh.token", "refresh-1");
        assertThat(run.out()).contains("${file:" + file + ":wukong.refresh.token}", "token.store.path");
    }

    @Test
    void aCodeThatIsRefusedIsToldAndNothingIsWritten() throws Exception {
        wukong("--code", "the-code", "--token-store", store()).exitCode();
        String before = Files.readString(tokenFile());

        CommandLineRun again = wukong("--code", "the-code", "--token-store", store());

        assertThat(again.exitCode()).isEqualTo(Authorize.FAILED);
        assertThat(again.err())
                .contains("answered HTTP 200 with error invalid_grant", "A code works once", "wukong.app.id")
                .doesNotContain("the-secret", "the-code", "\tat ");
        assertThat(tokenFile()).content().isEqualTo(before);
    }

    @Test
    void aTargetThatCannotBeWrittenCostsNoCode() throws Exception {
        Files.writeString(directory.resolve("store"), "a file");

        CommandLineRun run = wukong("--code", "the-code", "--token-store", store());

        assertThat(run.exitCode()).isEqualTo(Authorize.FAILED);
        assertThat(run.err()).contains(store());
        assertThat(platform.tokenCalls()).isEmpty();
    }

    @Test
    void whatThePersonRefusesIsTold() throws Exception {
        String redirect = "http://127.0.0.1:" + freePort() + "/callback";
        CommandLineRun run = m1world("--redirect-uri", redirect, "--token-store", store());
        run.addressToOpen();
        get(redirect + "?error=access_denied&error_description=no");

        assertThat(run.exitCode()).isEqualTo(Authorize.FAILED);
        assertThat(run.err()).contains("The platform has refused: access_denied (no)");
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            String redirect = "http://127.0.0.1:" + taken.getLocalPort() + "/callback";
            CommandLineRun run = m1world("--redirect-uri", redirect, "--token-store", store());

            assertThat(run.exitCode()).isEqualTo(Authorize.FAILED);
            assertThat(run.err()).contains("Port " + taken.getLocalPort() + " of --redirect-uri cannot be listened on");
        }
    }

    @Test
    void theSecretIsAskedForIfThereIsNoFile() throws Exception {
        CommandLineRun run = new CommandLineRun(
                "m1world",
                "--auth-url",
                platform.url(),
                "--app-key",
                "the-app",
                "--code",
                "the-code",
                "--token-store",
                store());
        run.types("the-secret");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(platform.tokenCalls().get(0).getUrl().queryParameter("client_secret"))
                .isEqualTo("the-secret");
    }

    @Test
    void wrongOptionsAreTold() throws Exception {
        CommandLineRun run = wukong("--code", "the-code");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("--token-store", "--properties", "See authorize wukong --help.")
                .as("the help would push the mistake out of sight")
                .hasLineCount(2);
        assertThatThrownBy(() -> RedirectAddress.of("no address")).hasMessageContaining("--redirect-uri");
    }

    @Test
    void aSecretThatCannotBeReadIsToldByItsOption() throws Exception {
        Files.delete(secret);
        CommandLineRun run = wukong("--code", "the-code", "--token-store", store());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--app-secret-file " + secret + " cannot be read");
    }

    private CommandLineRun wukong(String... more) throws IOException {
        return run(Stream.of("wukong", "--url", platform.url(), "--app-id", "the-app"), more);
    }

    private CommandLineRun m1world(String... more) throws IOException {
        return run(Stream.of("m1world", "--auth-url", platform.url(), "--app-key", "the-app"), more);
    }

    private CommandLineRun run(Stream<String> first, String... more) throws IOException {
        Stream<String> all = Stream.concat(first, Stream.of("--app-secret-file", secret.toString()));
        return new CommandLineRun(Stream.concat(all, Stream.of(more)).toArray(String[]::new));
    }

    private HttpResponse<String> get(String address) throws Exception {
        return browser.send(
                java.net.http.HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String store() {
        return directory.resolve("store").toString();
    }

    private Path tokenFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(store()))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Properties loaded(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
