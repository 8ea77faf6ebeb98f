package io.martech.connect.integration.sinks;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.SecretsFile;
import io.martech.connect.integration.cluster.ShippedConnectors;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.m1world.M1worldFault;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.M1worldServer;
import io.martech.connect.sandbox.m1world.account.ReceivedContacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** M1world as its contacts sink sees it: the number is the note of a contact that is merged. */
final class M1worldContactsDestination implements SinkDestination {

    private final M1worldPlatform platform = new M1worldPlatform(InstantSource.system(), 20_260_101);
    private final M1worldServer server = M1worldServer.start(platform);
    private final Map<String, String> account = new LinkedHashMap<>();

    private M1worldContactsDestination() {}

    /** With a fixed key. */
    static M1worldContactsDestination withKey() {
        M1worldContactsDestination destination = new M1worldContactsDestination();
        destination.account.put("m1world.url", destination.server.api().uri().toString());
        destination.account.put("m1world.token", SecretsFile.referenceTo("m1world.token", M1worldPlatform.TOKEN));
        return destination;
    }

    /** With an app, whose tokens replace each other. */
    static M1worldContactsDestination withApp(Path tokenStore) {
        M1worldContactsDestination destination = new M1worldContactsDestination();
        String refreshToken = destination.platform.tokens().issue().refreshToken();
        Map<String, String> account = destination.account;
        account.put("m1world.url", destination.server.oauthUri().toString());
        account.put("m1world.auth.url", destination.server.authorization().uri().toString());
        account.put("m1world.app.key", M1worldPlatform.APP_KEY);
        account.put("m1world.app.secret", SecretsFile.referenceTo("m1world.app.secret", M1worldPlatform.APP_SECRET));
        account.put("m1world.refresh.token", SecretsFile.referenceTo("m1world.refresh.token", refreshToken));
        account.put("token.store.path", tokenStore.toString());
        return destination;
    }

    M1worldPlatform platform() {
        return platform;
    }

    M1worldServer server() {
        return server;
    }

    @Override
    public List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(SinkTopic::phone).toList();
    }

    @Override
    public ConnectorSettings sink(String topic) {
        return ConnectorSettings.sink(ShippedConnectors.SINKS.get(2), account, topic)
                .with("identity.fields", SinkTopic.PHONE)
                .with("linger.ms", "20")
                .with("rate.limit.requests.per.hour", "0");
    }

    @Override
    public WrongSecret wrongSecret() {
        return new WrongSecret("m1world.token", "Check m1world.token");
    }

    @Override
    public Map<String, List<Integer>> numbersByPerson() {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (ReceivedContacts received : platform.receivedContacts()) {
            for (JsonNode contact : received.contacts()) {
                numbers.computeIfAbsent(contact.path(SinkTopic.PHONE).asText(), person -> new ArrayList<>())
                        .add(Integer.valueOf(contact.path(SinkTopic.NUMBER).asText()));
            }
        }
        return numbers;
    }

    @Override
    public Map<String, Integer> state() {
        Map<String, Integer> state = new HashMap<>();
        platform.contacts()
                .byId()
                .values()
                .forEach(contact -> state.put(
                        contact.path(SinkTopic.PHONE).asText(),
                        Integer.valueOf(contact.path(SinkTopic.NUMBER).asText())));
        return state;
    }

    @Override
    public FaultPlan faults() {
        return server.api().faults();
    }

    @Override
    public Fault unknownCode() {
        return M1worldFault.UNKNOWN_CODE;
    }

    @Override
    public long writes() {
        return server.api().requests().of("contact.add");
    }

    @Override
    public long conflictingWrites() {
        return server.api().conflictingWrites();
    }

    @Override
    public void latency(Duration latency) {
        platform.conditions().latency(latency);
    }

    @Override
    public void close() {
        server.close();
    }
}
