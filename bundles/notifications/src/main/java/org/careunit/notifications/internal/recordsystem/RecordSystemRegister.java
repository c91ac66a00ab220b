package org.careunit.notifications.internal.recordsystem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.identity.HsaId;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the record system of each unit among the registered services. A unit that two of them name has none. */
@Component(service = RecordSystemRegister.class)
public final class RecordSystemRegister {

    private static final Logger LOG = LoggerFactory.getLogger(RecordSystemRegister.class);

    private final Map<RecordSystem, Set<HsaId>> systems = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSystem(RecordSystem system, Map<String, Object> properties) {
        Set<HsaId> units = units(properties.get(RecordSystem.UNITS));
        systems.put(system, units);
        units.stream()
                .filter(unit -> of(unit).size() > 1)
                .forEach(unit -> LOG.warn(
                        "Unit {} has two record systems, {}; it has none until one of them is taken away",
                        unit,
                        names(unit)));
    }

    public void removeSystem(RecordSystem system) {
        systems.remove(system);
    }

    private static Set<HsaId> units(Object property) {
        return written(property).stream()
                .map(Object::toString)
                .flatMap(RecordSystemRegister::unit)
                .collect(Collectors.toSet());
    }

    private static Collection<?> written(Object property) {
        if (property instanceof Object[] several) {
            return Arrays.asList(several);
        }
        if (property instanceof Collection<?> several) {
            return several;
        }
        return property == null ? List.of() : List.of(property);
    }

    private static Stream<HsaId> unit(String written) {
        try {
            return Stream.of(HsaId.of(written));
        } catch (RefusedException noHsaId) {
            LOG.warn("A record system names a unit that has no HSA-id's form; it is passed over");
            return Stream.empty();
        }
    }

    /** A unit's record system; empty if it has none, or two. */
    Optional<RecordSystem> find(HsaId unit) {
        List<RecordSystem> found = of(unit);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<RecordSystem> of(HsaId unit) {
        return systems.entrySet().stream()
                .filter(system -> system.getValue().contains(unit))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of a unit's record systems; empty for none. */
    String names(HsaId unit) {
        return of(unit).stream().map(RecordSystem::name).sorted().collect(Collectors.joining(" and "));
    }

    /** All units that a record system names, with what theirs is called. */
    public SortedMap<HsaId, String> all() {
        SortedMap<HsaId, String> all = new TreeMap<>();
        systems.values().stream().flatMap(Set::stream).forEach(unit -> all.put(unit, names(unit)));
        return all;
    }
}
