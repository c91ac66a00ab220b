package org.careunit.testkit.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps services by the names of their interfaces, as the container's registry does. Safe for use by many threads. */
public final class ServiceRegistry {

    private static final String RANKING = "service.ranking";

    /** The best first, as the container's registry has it: by ranking, and of two with the same the older one. */
    private static final Comparator<Entry> BEST_FIRST =
            Comparator.comparingInt(Entry::ranking).reversed().thenComparing(Entry::number);

    private static final Pattern TARGET = Pattern.compile("\\(([^=()]+)=([^()]*)\\)");

    private final AtomicLong numbers = new AtomicLong();
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** A service with what it is registered with, and the number of its registration. */
    record Entry(long number, Set<String> interfaces, Object service, Map<String, Object> properties) {

        int ranking() {
            return properties.get(RANKING) instanceof Integer ranking ? ranking : 0;
        }

        /** Without the service, which may print what it likes. */
        @Override
        public String toString() {
            return interfaces + " #" + number;
        }
    }

    Entry add(Set<String> interfaces, Object service, Map<String, Object> properties) {
        Entry entry = new Entry(numbers.incrementAndGet(), Set.copyOf(interfaces), service, Map.copyOf(properties));
        entries.add(entry);
        return entry;
    }

    void remove(Entry entry) {
        entries.removeIf(one -> one.number() == entry.number());
    }

    List<Entry> find(String service, Optional<String> target) {
        Predicate<Entry> matches =
                target.<Predicate<Entry>>map(ServiceRegistry::matching).orElse(any -> true);
        return entries.stream()
                .filter(entry -> entry.interfaces().contains(service))
                .filter(matches)
                .sorted(BEST_FIRST)
                .toList();
    }

    /** The services of a kind, the best first; never null. */
    public <T> List<T> all(Class<T> type) {
        return find(type.getName(), Optional.empty()).stream()
                .map(entry -> type.cast(entry.service()))
                .toList();
    }

    /** The best service of a kind. */
    public <T> Optional<T> first(Class<T> type) {
        return all(type).stream().findFirst();
    }

    static boolean matches(Entry entry, String service, Optional<String> target) {
        return entry.interfaces().contains(service)
                && target.map(ServiceRegistry::matching).orElse(any -> true).test(entry);
    }

    private static Predicate<Entry> matching(String target) {
        Matcher form = TARGET.matcher(target);
        if (!form.matches()) {
            throw new IllegalStateException("A target that this registry does not understand: " + target);
        }
        return entry -> form.group(2).equals(entry.properties().get(form.group(1)));
    }
}
