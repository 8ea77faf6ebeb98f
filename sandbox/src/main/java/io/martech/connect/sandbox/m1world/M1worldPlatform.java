package io.martech.connect.sandbox.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.token.RotatingTokens;
import io.martech.connect.sandbox.http.token.TokenRules;
import io.martech.connect.sandbox.m1world.account.Account;
import io.martech.connect.sandbox.m1world.account.GeneratedContact;
import io.martech.connect.sandbox.m1world.account.M1worldQuirks;
import io.martech.connect.sandbox.m1world.account.MailEvent;
import io.martech.connect.sandbox.m1world.account.Property;
import io.martech.connect.sandbox.m1world.account.ReceivedContacts;
import io.martech.connect.sandbox.m1world.account.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The state of a simulated M1world account, and the hand that changes it behind the clients' backs. Thread-safe. Changes are
 * visible at once.
 */
public final class M1worldPlatform {

    /** The fixed API key. */
    public static final String TOKEN = "m1-sandbox-token";

    /** The key of the OAuth application. */
    public static final String APP_KEY = "m1-sandbox-app";

    /** The secret that belongs to it. */
    public static final String APP_SECRET = "m1-sandbox-secret";

    private final ApiConditions conditions;
    private final M1worldQuirks quirks = new M1worldQuirks();
    private final Refusals refusals = new Refusals(quirks);
    private final RotatingTokens tokens;
    private final Gate gate;
    private final Account account;
    private final M1worldContacts contacts;

    /**
     * An empty account.
     *
     * @param clock the platform's own clock
     * @param seed everything random follows from it and from the order of the calls
     */
    public M1worldPlatform(InstantSource clock, long seed) {
        this.conditions = new ApiConditions(clock, seed);
        this.tokens = new RotatingTokens(clock, new TokenRules(Duration.ofHours(24)), seed);
        this.gate = new Gate(clock, quirks, tokens, refusals);
        this.account = new Account(clock);
        this.contacts = new M1worldContacts(account, new GeneratedContact(seed));
    }

    /** How it answers whatever is asked: latency, {@code Date} headers. */
    public ApiConditions conditions() {
        return conditions;
    }

    /** How this platform behaves. */
    public M1worldQuirks quirks() {
        return quirks;
    }

    /** Its codes and OAuth tokens, and the rules that they follow; access tokens live 24 hours unless set. */
    public RotatingTokens tokens() {
        return tokens;
    }

    /** Its contacts. */
    public M1worldContacts contacts() {
        return contacts;
    }

    /** Adds a custom field. @param type 1 for a text, 2 for a choice. @return its id */
    public long addProperty(String name, int type) {
        synchronized (account) {
            return account.addProperty(name, type, name).id();
        }
    }

    /** The id of the first custom field of that name. */
    public Optional<Long> propertyId(String name) {
        synchronized (account) {
            return account.property(name).map(Property::id);
        }
    }

    /** The names of all custom fields, by id. */
    public NavigableMap<Long, String> propertyNames() {
        synchronized (account) {
            NavigableMap<Long, String> names = new TreeMap<>();
            account.properties.forEach((id, property) -> names.put(id, property.label()));
            return names;
        }
    }

    /** Adds a group. @return its id */
    public long addGroup(String name) {
        synchronized (account) {
            return account.groups.findOrAdd(name, account.now()).id();
        }
    }

    /** Adds a tag. @return its id */
    public long addTag(String name) {
        synchronized (account) {
            return account.tags.findOrAdd(name, account.now()).id();
        }
    }

    /** Adds an e-mail task. @return its id */
    public long addTask(String subject, Instant created, Instant sent) {
        synchronized (account) {
            return account.campaigns.addTask(subject, created, sent);
        }
    }

    /** Adds what became of an e-mail. @param url the address that was clicked on, or empty */
    public void addEvent(long taskId, MailEvent event, String email, Instant time, String url) {
        synchronized (account) {
            account.campaigns.addEvent(taskId, event, email, time, url);
        }
    }

    /** Everything that became of a task's e-mails, in the form of the detail call; the newest first. */
    public List<JsonNode> eventsOf(long taskId) {
        synchronized (account) {
            return List.copyOf(account.campaigns.events(taskId, 0, time -> true));
        }
    }

    /** Every task, in the form of the list; the newest first. */
    public List<JsonNode> tasks() {
        synchronized (account) {
            return List.copyOf(account.campaigns.tasks(false, time -> true));
        }
    }

    /** Every group, in the form of the list. */
    public List<JsonNode> groups() {
        synchronized (account) {
            return new DirectoryCalls(this).groups();
        }
    }

    /** Every tag, in the form of the list. */
    public List<JsonNode> tags() {
        synchronized (account) {
            return new DirectoryCalls(this).tags();
        }
    }

    /** Every custom field, in the form of the list. */
    public List<JsonNode> properties() {
        synchronized (account) {
            return account.properties.values().stream()
                    .map(property -> (JsonNode) property.render())
                    .toList();
        }
    }

    /** Every field of the account, in the form of the list. */
    public List<JsonNode> fields() {
        synchronized (account) {
            List<JsonNode> fields = new ArrayList<>();
            new ContactCalls(this).setting().path("setting").forEach(fields::add);
            return fields;
        }
    }

    /** Every write of contacts that was applied, in the order in which it was applied. */
    public List<ReceivedContacts> receivedContacts() {
        synchronized (account) {
            return List.copyOf(account.received);
        }
    }

    /** Fields of contacts that the document does not list and that had no effect, with how often they came. */
    public NavigableMap<String, Long> ignoredFields() {
        synchronized (account) {
            return new TreeMap<>(account.ignoredFields);
        }
    }

    /** How many calls were refused because the quota was used up. */
    public long callsBeyondQuota() {
        return gate.callsBeyondQuota();
    }

    Refusals refusals() {
        return refusals;
    }

    Gate gate() {
        return gate;
    }

    Account account() {
        return account;
    }
}
