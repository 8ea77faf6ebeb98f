package io.martech.connect.acme;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.account.PlatformAccess;
import io.martech.connect.client.AccountValues;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.ApiKeyAuthenticator;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.HttpStatusClassifier;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.UrlValidator;
import io.martech.connect.options.Validators;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How Acme is reached: its options, a key in the header {@code X-Api-Key}, and what its answers mean.
 *
 * @param url where it is
 * @param key lets the connectors in
 */
record AcmeAccount(String url, String key) {

    static final String URL = "acme.url";
    static final String API_KEY = "acme.api.key";

    private static final String EXAMPLE = "https://api.acme.example";

    /** The same for source and sink. */
    static final PlatformAccess<AcmeAccount> ACCESS =
            new PlatformAccess<>("acme", AcmeAccount::of, List.of(), AcmeAccount::client, null);

    /** The options of the account, for source and sink. */
    static void define(ConfigDef definition) {
        new OptionGroup(definition, "Acme account")
                .text(URL, EXAMPLE)
                .check(UrlValidator.ofPlatform(EXAMPLE))
                .high()
                .named("Base URL")
                .doc("Base URL of the Acme API.")
                .secret(API_KEY, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.credential())
                .high()
                .named("API key")
                .doc("The key that Acme has issued.");
    }

    private static AcmeAccount of(AbstractConfig config) {
        return new AcmeAccount(
                config.getString(URL), config.getPassword(API_KEY).value());
    }

    private PlatformClient client(HttpSettings http, TimeSource time, AttemptListener listener) {
        AcmeClassifier classifier = new AcmeClassifier();
        PlatformProfile profile = new PlatformProfile(
                "Acme",
                AccountValues.address(URL, url, EXAMPLE),
                URL,
                classifier,
                ApiKeyAuthenticator.header("X-Api-Key", key, API_KEY, classifier));
        return new HttpPlatformClient(profile, http, time, listener);
    }

    /** A success is HTTP 200 with a body as documented; an error names its {@code code}. */
    private static final class AcmeClassifier implements ResponseClassifier {

        private static final HttpStatusClassifier STATUS = new HttpStatusClassifier(URL);

        @Override
        public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
            JsonNode body = answer.jsonOrNull();
            String code = body == null ? "" : body.path("code").asText("");
            if (answer.status() == 200
                    && body != null
                    && code.isEmpty()
                    && request.expectation().shape().fits(body)) {
                return Classification.ok(body);
            }
            if (request.expectation().rejectCodes().contains(code)) {
                return Classification.of(Category.REJECT, "answered HTTP " + answer.status() + " with code " + code)
                        .saying(code, body.path("message").asText());
            }
            return STATUS.judge(answer, serverTime);
        }
    }
}
