package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.token.RotatingTokens;
import io.martech.connect.sandbox.http.token.TokenRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The state of a simulated Wukong account, and the hand that changes it behind the clients' backs. Thread-safe. Changes are
 * visible at once.
 */
public final class WukongPlatform {

    /** The id of the partner's App. */
    public static final String APP_ID = "wk-sandbox-app";

    /** The secret that belongs to it. */
    public static final String APP_SECRET = "wk-sandbox-secret";

    private final ApiConditions conditions;
    private final WukongQuirks quirks = new WukongQuirks();
    private final RotatingTokens tokens;
    private final Leads leads;
    private final List<ImportedLead> imports = new ArrayList<>();
    private long importRequests;

    /**
     * An account without lists and leads.
     *
     * @param clock the platform's own clock
     * @param seed everything random follows from it and from the order of the calls
     */
    public WukongPlatform(InstantSource clock, long seed) {
        this.conditions = new ApiConditions(clock, seed);
        this.tokens = new RotatingTokens(clock, new TokenRules(Duration.ofHours(2)), seed);
        this.leads = new Leads(seed);
    }

    /** How it answers whatever is asked: latency, {@code Date} headers. */
    public ApiConditions conditions() {
        return conditions;
    }

    /** How this platform behaves. */
    public WukongQuirks quirks() {
        return quirks;
    }

    /** Its codes and tokens, and the rules that they follow; access tokens live two hours unless set. */
    public RotatingTokens tokens() {
        return tokens;
    }

    /** Adds a list, created now, of a Wukong user, who is bound to the account by it. @return its id */
    public String addList(String uid, String title) {
        return addList(uid, title, conditions.clock().instant());
    }

    /** Adds a list with a creation time of its own. @return its id */
    public String addList(String uid, String title, Instant created) {
        return leads.addList(uid, title, created);
    }

    /** Every list in its documented form, by id. */
    public NavigableMap<String, JsonNode> listsById() {
        NavigableMap<String, JsonNode> byId = new TreeMap<>();
        leads.lists().forEach(list -> byId.put(list.id(), list.render()));
        return byId;
    }

    /**
     * Inserts a lead with generated content, created now.
     *
     * @param listIds the lists that it stands in; none means one, sometimes two, at random
     * @return its {@code c_id}
     * @throws IllegalStateException when there are no lists yet
     */
    public String insertLead(String... listIds) {
        return insertLeadAt(conditions.clock().instant(), listIds);
    }

    /** Inserts a lead with a creation time of its own. @return its {@code c_id}, above all before */
    public String insertLeadAt(Instant created, String... listIds) {
        return Long.toString(leads.insert(created, List.of(listIds)));
    }

    /** Inserts leads with generated content, created now. */
    public List<String> insertLeads(int count) {
        return repeat(count, this::insertLead);
    }

    /** Inserts leads created one after the other in the time before the present. */
    public List<String> insertLeadHistory(int count, Duration span) {
        Instant now = conditions.clock().instant();
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(insertLeadAt(now.minus(span.multipliedBy(count - i).dividedBy(count))));
        }
        return ids;
    }

    /** Gives a lead other content; its day stays. */
    public void updateLead(String id) {
        leads.update(number(id));
    }

    /** Gives a lead content of the caller's choice; empty lists are shown as "0". */
    public void updateLead(String id, List<String> names, List<String> mobiles, List<String> emails) {
        leads.edit(number(id), lead -> lead.withContent(names, mobiles, emails));
    }

    /** Gives leads at random other content, on whatever day they were created. @return their ids, one per update */
    public List<String> updateRandomLeads(int count) {
        return repeat(count, () -> {
            long id = leads.any();
            leads.update(id);
            return Long.toString(id);
        });
    }

    /** Puts a lead into one more list. */
    public void addLeadToList(String id, String listId) {
        leads.edit(number(id), lead -> {
            Set<String> lists = new TreeSet<>(lead.listIds());
            lists.add(listId);
            return lead.inLists(lists);
        });
    }

    /** Deletes a lead. */
    public void deleteLead(String id) {
        leads.delete(number(id));
    }

    /** Every lead as it stands, in its documented form, by {@code c_id}. */
    public NavigableMap<String, JsonNode> leadsById() {
        NavigableMap<String, JsonNode> byId = new TreeMap<>();
        leads.all().forEach(lead -> byId.put(Long.toString(lead.id()), lead.render()));
        return byId;
    }

    /** The lists that a lead stands in. */
    public Set<String> listIdsOf(String id) {
        return new TreeSet<>(leads.get(number(id)).listIds());
    }

    /** The users whose lists a lead stands in. */
    public Set<String> uidsOf(String id) {
        Set<String> uids = new TreeSet<>();
        Set<String> lists = listIdsOf(id);
        leads.lists().stream().filter(list -> lists.contains(list.id())).forEach(list -> uids.add(list.uid()));
        return uids;
    }

    /** The day that a lead belongs to, at the platform's offset. */
    public LocalDate dayOf(String id) {
        return Instant.ofEpochSecond(leads.get(number(id)).createdSecond())
                .atOffset(WukongQuirks.ZONE)
                .toLocalDate();
    }

    /** What clients have imported, in the order in which it arrived. It is not among the leads of the lists. */
    public List<ImportedLead> importedLeads() {
        synchronized (imports) {
            return List.copyOf(imports);
        }
    }

    /** The leads of one request. */
    void noteImport(String path, String wkUid, List<Map<String, String>> rows) {
        synchronized (imports) {
            for (Map<String, String> row : rows) {
                imports.add(new ImportedLead(
                        imports.size(),
                        path,
                        importRequests,
                        wkUid,
                        row,
                        conditions.clock().instant()));
            }
            importRequests++;
        }
    }

    /** @throws io.martech.connect.sandbox.http.ApiRefusal when the {@code access_token} is not valid */
    void checkToken(RequestFields fields) {
        if (fields.get("access_token").filter(tokens::accepts).isEmpty()) {
            throw Answers.refusal(quirks, quirks.tokenRefusalCode.get(), "access_token无效或已过期");
        }
    }

    Leads leads() {
        return leads;
    }

    private static long number(String id) {
        return Long.parseLong(id);
    }

    private static List<String> repeat(int count, Supplier<String> action) {
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(action.get());
        }
        return ids;
    }
}
