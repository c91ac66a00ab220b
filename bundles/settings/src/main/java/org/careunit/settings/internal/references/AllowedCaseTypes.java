package org.careunit.settings.internal.references;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.storage.SystemActor;

/**
 * Finds the case types that a section may refer to: all of the region's catalogue, including withdrawn ones, which may
 * be handed out again, and the unit's own.
 */
public final class AllowedCaseTypes {

    private static final Actor US = new SystemActor("settings");

    private final OptionalServices optionalServices;

    public AllowedCaseTypes(OptionalServices optionalServices) {
        this.optionalServices = optionalServices;
    }

    /** Their names by their keys. */
    public Map<String, String> of(CareUnit unit) {
        Map<String, String> names = of(unit.region());
        present(optionalServices.caseTypes)
                .ofUnit(US, unit.id())
                .forEach(type -> names.put(type.key().value(), type.name()));
        return names;
    }

    /** As above, those of a region alone. */
    public Map<String, String> of(CountyCode region) {
        Map<String, String> names = new TreeMap<>();
        present(optionalServices.catalogue).types(US, region).forEach(listed -> {
            CentralType type = listed.content();
            names.put(type.key().value(), type.name());
        });
        return names;
    }

    /** The keys in a section, each with its path. */
    public static List<NamedKey> namedBy(Section section) {
        List<NamedKey> named = new ArrayList<>();
        if (section instanceof SendingHours hours) {
            hours.caseTypes().keySet().forEach(key -> named.add(new NamedKey("/caseTypes/" + key, key.value())));
        }
        if (section instanceof DailyCaps caps) {
            caps.caseTypes().keySet().forEach(key -> named.add(new NamedKey("/caseTypes/" + key, key.value())));
        }
        if (section instanceof Pauses pauses) {
            for (int place = 0; place < pauses.pauses().size(); place++) {
                String path = "/pauses/" + place + "/caseType";
                pauses.pauses().get(place).caseType().ifPresent(key -> named.add(new NamedKey(path, key.value())));
            }
        }
        return named;
    }

    private static <T> T present(AtomicReference<T> service) {
        T present = service.get();
        if (present == null) {
            throw new UnavailableException(
                    UnavailableProblem.SERVICE, "Nobody knows the case types now: start the bundle that keeps them");
        }
        return present;
    }

    /** A key, and the path to it within its section. */
    public record NamedKey(String path, String key) {

        public void requireAmong(Map<String, String> known) {
            if (!known.containsKey(key)) {
                throw SettingsProblem.NO_CASE_TYPE.refusedAt(path, key, String.join(", ", known.keySet()));
            }
        }
    }
}
