package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.adapter.LinkflowAdapter;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Linkflow with orders and contacts of three months, and both of them into topics. */
final class LinkflowStreams {
    static final String WECOM_CHANNEL = "ww0b8772cfc1ed757c";
    static final String TAG = "tag_city";

    private static final int ORDERS = 5_000;
    private static final int CONTACTS = 2_000;
    private static final Duration HISTORY = Duration.ofDays(90);
    private static final String CHANNEL = "udc_12SyQfFmg";
    private static final int CHANGES_PER_CONTACT_UPDATE = 3;
    private static final int CHANGES_PER_NEW_ORDER = 20;
    private static final int CHANGES_PER_NEW_CONTACT = 60;

    private final LinkflowAdapter linkflow;
    private final Platform platform;

    LinkflowStreams(int port) {
        linkflow = LinkflowAdapter.start(Clock.systemUTC(), 1, port);
        state().conditions().latency(Duration.ofMillis(5), Duration.ofMillis(15));
        state().orders().insertHistory(ORDERS, HISTORY);
        state().contacts().insertHistory(CONTACTS, HISTORY);
        String history = String.format(Locale.ROOT, "%,d orders, %,d contacts", ORDERS, CONTACTS);
        platform = new Platform("Linkflow", linkflow, history, properties());
    }

    /** Each connector has an App of its own, as the models in {@code config/} have it. */
    private Map<String, String> properties() {
        Map<String, String> account = linkflow.account();
        Map<String, String> properties = new HashMap<>();
        for (String connector : List.of("source", "lists", "sink", "tags", "members", "dimensions")) {
            properties.put("linkflow." + connector + ".app.key", account.get("linkflow.app.key"));
            properties.put("linkflow." + connector + ".app.secret", account.get("linkflow.app.secret"));
        }
        properties.put("linkflow.sink.channel.key", CHANNEL);
        properties.put("linkflow.lists.poll.interval.ms", "1000");
        properties.put("linkflow.lists.pass.interval.ms", "1000");
        properties.put("linkflow.lists.channel.ids", WECOM_CHANNEL);
        properties.put("linkflow.lists.report.ids", "404");
        properties.put("linkflow.lists.dashboard.ids", "1");
        properties.put("linkflow.lists.contact.ids", String.valueOf(contactWithTags()));
        properties.put("linkflow.lists.tag.keys", TAG);
        properties.put("linkflow.lists.identity.type", "mobilePhone");
        return properties;
    }

    Platform platform() {
        return platform;
    }

    LinkflowPlatform state() {
        return linkflow.platform();
    }

    /** One of whom nobody else writes tag values. */
    long contactWithTags() {
        return state().contacts().ids().get(CONTACTS - 1);
    }

    Source rows() {
        return new Source("linkflow-source.json", platform, linkflow.tables(), this::change);
    }

    private void change(long number) {
        if (number % CHANGES_PER_CONTACT_UPDATE == 0) {
            state().contacts().updateRandom(1);
        } else {
            state().orders().updateRandom(1);
        }
        if (number % CHANGES_PER_NEW_ORDER == 0) {
            state().orders().insert();
        }
        if (number % CHANGES_PER_NEW_CONTACT == 0) {
            state().contacts().insert();
        }
    }
}
