package io.martech.connect.sandbox.wukong;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Every lead and list of the account. Thread-safe. */
final class Leads {

    private static final long FIRST_LEAD = 10_001;
    private static final long FIRST_LIST = 501;

    private final GeneratedLead generator;
    private final NavigableMap<String, LeadList> lists = new TreeMap<>();
    private final NavigableMap<Long, Lead> leads = new TreeMap<>();

    Leads(long seed) {
        this.generator = new GeneratedLead(seed);
    }

    synchronized String addList(String uid, String title, Instant created) {
        String id = Long.toString(FIRST_LIST + lists.size());
        lists.put(id, new LeadList(id, title, uid, created.getEpochSecond()));
        return id;
    }

    /** Inserts a generated lead. @param listIds none means one, sometimes two, at random */
    synchronized long insert(Instant created, Collection<String> listIds) {
        Set<String> chosen = listIds.isEmpty() ? anyLists() : new TreeSet<>(listIds);
        requireLists(chosen);
        long id = leads.isEmpty() ? FIRST_LEAD : leads.lastKey() + 1;
        Lead blank = new Lead(id, created.getEpochSecond(), Set.copyOf(chosen), List.of(), List.of(), List.of());
        leads.put(id, generator.fill(blank));
        return id;
    }

    /** Gives a lead other content. */
    synchronized void update(long id) {
        Lead old = get(id);
        Lead changed = generator.fill(old);
        while (changed.equals(old)) {
            changed = generator.fill(old);
        }
        leads.put(id, changed);
    }

    synchronized void edit(long id, UnaryOperator<Lead> edit) {
        Lead edited = edit.apply(get(id));
        requireLists(edited.listIds());
        leads.put(id, edited);
    }

    synchronized void delete(long id) {
        leads.remove(id);
    }

    synchronized long any() {
        List<Long> ids = new ArrayList<>(leads.keySet());
        return ids.get(generator.below(ids.size()));
    }

    synchronized Lead get(long id) {
        Lead lead = leads.get(id);
        if (lead == null) {
            throw new NoSuchElementException("There is no lead " + id);
        }
        return lead;
    }

    /** Leads by ascending id. */
    synchronized List<Lead> all() {
        return List.copyOf(leads.values());
    }

    synchronized List<LeadList> lists() {
        return List.copyOf(lists.values());
    }

    /** The ids of the lists that a condition holds for. */
    synchronized Set<String> listIds(Predicate<LeadList> condition) {
        Set<String> ids = new TreeSet<>();
        lists.values().stream().filter(condition).forEach(list -> ids.add(list.id()));
        return ids;
    }

    /** Puts a list into another order, which follows from the seed and the calls before. */
    synchronized <T> List<T> shuffled(List<T> rows) {
        List<T> copy = new ArrayList<>(rows);
        Collections.shuffle(copy, new Random(generator.random().nextLong()));
        return copy;
    }

    private Set<String> anyLists() {
        if (lists.isEmpty()) {
            throw new IllegalStateException("A lead stands in a list: add a list first");
        }
        List<String> ids = new ArrayList<>(lists.keySet());
        Set<String> chosen = new TreeSet<>();
        int count = generator.below(4) == 0 ? 2 : 1;
        for (int i = 0; i < count; i++) {
            chosen.add(ids.get(generator.below(ids.size())));
        }
        return chosen;
    }

    private void requireLists(Set<String> ids) {
        for (String id : ids) {
            if (!lists.containsKey(id)) {
                throw new NoSuchElementException("There is no list " + id);
            }
        }
    }

    /** Makes up what stands in leads; everything follows from a seed. Not thread-safe. */
    private static final class GeneratedLead {
        private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "欧阳"};
        private static final String[] GIVEN_NAMES = {"伟", "芳", "A", "梓涵", "浩然", "𠮷", "Lee 🐟"};

        private final SplittableRandom random;

        GeneratedLead(long seed) {
            this.random = new SplittableRandom(seed);
        }

        Lead fill(Lead blank) {
            return blank.withContent(
                    several(1, () -> oneOf(SURNAMES) + oneOf(GIVEN_NAMES)),
                    several(0, () -> "13" + digits(9)),
                    several(0, () -> "lead" + blank.id() + "." + digits(4) + "@example.com"));
        }

        /** A number from 0 up to, and without, a bound. */
        int below(int bound) {
            return random.nextInt(bound);
        }

        SplittableRandom random() {
            return random;
        }

        private List<String> several(int least, Supplier<String> value) {
            int draw = random.nextInt(10);
            int count = Math.max(least, draw < 3 ? 0 : draw < 8 ? 1 : 2);
            List<String> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                values.add(value.get());
            }
            return values;
        }

        private String oneOf(String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        private String digits(int count) {
            StringBuilder digits = new StringBuilder(count);
            while (digits.length() < count) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            return digits.toString();
        }
    }
}
