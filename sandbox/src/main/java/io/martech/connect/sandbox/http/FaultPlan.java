package io.martech.connect.sandbox.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Which faults strike, how often, and whom. May be changed while requests are served; thread-safe.
 *
 * <p>Each fault is drawn independently for each request, so ten faults at 10 % leave about a third of the requests in peace.
 * The draws follow from the seed and the order of the requests.
 */
public final class FaultPlan {

    private final SplittableRandom random;
    private final List<Rule> rules = new ArrayList<>();
    private BodyLimit bodyLimit;
    private final Map<Fault, Long> struck = new LinkedHashMap<>();

    /**
     * A plan without faults.
     *
     * @param seed of the draws
     */
    public FaultPlan(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * Lets a fault strike with a probability from now on. A second call for the same fault replaces the first.
     *
     * @param probability from 0 (never) to 1 (always)
     * @param traffic the requests concerned; none means all
     */
    public synchronized FaultPlan inject(Fault fault, double probability, Traffic... traffic) {
        rules.removeIf(rule -> rule.fault().equals(fault));
        Set<Traffic> concerned =
                traffic.length == 0 ? EnumSet.allOf(Traffic.class) : EnumSet.copyOf(Arrays.asList(traffic));
        rules.add(new Rule(fault, probability, concerned, any -> true));
        return this;
    }

    /**
     * Lets a fault strike every request concerned until {@link #heal()}. Other faults no longer strike.
     *
     * @param traffic the requests concerned; none means all
     */
    public synchronized FaultPlan outage(Fault fault, Traffic... traffic) {
        rules.clear();
        return inject(fault, 1, traffic);
    }

    /**
     * Lets a fault strike every request for which that holds, such as those that speak of one record. A second call for the same fault
     * replaces the first.
     */
    public synchronized FaultPlan injectWhere(Fault fault, Predicate<Request> where) {
        rules.removeIf(rule -> rule.fault().equals(fault));
        rules.add(new Rule(fault, 1, EnumSet.allOf(Traffic.class), where));
        return this;
    }

    /** Puts a proxy in front that takes no longer bodies. */
    public synchronized FaultPlan limitBodies(BodyLimit limit) {
        bodyLimit = limit;
        return this;
    }

    /** Switches every fault off. */
    public synchronized void heal() {
        rules.clear();
        bodyLimit = null;
    }

    /** How often each fault has struck. */
    public synchronized Map<Fault, Long> struck() {
        return new LinkedHashMap<>(struck);
    }

    /** The proxy's answer to a request with so long a body; empty if it lets it pass. */
    synchronized Optional<Delivery> refusalOf(long bodyLength) {
        if (bodyLimit == null || bodyLength <= bodyLimit.bytes()) {
            return Optional.empty();
        }
        struck.merge(bodyLimit, 1L, Long::sum);
        return Optional.of(bodyLimit.strike(null));
    }

    /** The fault that strikes this request, if any. */
    synchronized Optional<Fault> draw(Traffic traffic, Request request) {
        int start = rules.isEmpty() ? 0 : random.nextInt(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get((start + i) % rules.size());
            if (rule.concerns(traffic, request) && random.nextDouble() < rule.probability()) {
                struck.merge(rule.fault(), 1L, Long::sum);
                return Optional.of(rule.fault());
            }
        }
        return Optional.empty();
    }

    private record Rule(Fault fault, double probability, Set<Traffic> traffic, Predicate<Request> where) {

        boolean concerns(Traffic kind, Request request) {
            return traffic.contains(kind) && where.test(request);
        }
    }
}
