package org.careunit.units.internal.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.ConfigurationChange.Difference;
import org.careunit.api.configuration.Configurations.UnitDocument;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Differences;

/** Brings what a document says to units, in the caller's transaction. For one use by one thread. */
final class Applying {

    private final ConfigurationText text;
    private final Map<String, ConfigurationPart> parts;
    private final Actor actor;
    private final UUID changeSet = UUID.randomUUID();
    private final List<Difference> differences = new ArrayList<>();

    Applying(ConfigurationText text, Map<String, ConfigurationPart> parts, Actor actor) {
        this.text = text;
        this.parts = parts;
        this.actor = actor;
    }

    ConfigurationChange apply(List<HsaId> units, String document, Set<String> only) {
        Map<String, Map<String, Optional<String>>> said = read(document, only);
        Set<HsaId> all = new LinkedHashSet<>(units);
        all.forEach(unit -> naming(unit, all.size(), () -> apply(unit, said, only)));
        return change();
    }

    /** As above, each unit what its own document says. */
    ConfigurationChange apply(List<UnitDocument> documents, Set<String> only) {
        Set<HsaId> named = new HashSet<>();
        documents.forEach(one -> naming(one.unit(), documents.size(), () -> {
            if (!named.add(one.unit())) {
                throw new RefusedException("there are two documents for it");
            }
            apply(one.unit(), read(one.document(), only), only);
        }));
        return change();
    }

    private ConfigurationChange change() {
        return new ConfigurationChange(differences.isEmpty() ? Optional.empty() : Optional.of(changeSet), differences);
    }

    private Map<String, Map<String, Optional<String>>> read(String document, Set<String> only) {
        Map<String, Map<String, Optional<String>>> said = text.read(document);
        refuseUnknown(said, only);
        return said;
    }

    /** Where there are several units, a refusal names the one. */
    private static void naming(HsaId unit, int units, Runnable work) {
        try {
            work.run();
        } catch (RefusedException refusal) {
            throw units == 1 ? refusal : new RefusedException(unit + ": " + refusal.getMessage(), refusal);
        }
    }

    /** Parts by their keys, so that a unit's own types are there before their terms. */
    private void apply(HsaId unit, Map<String, Map<String, Optional<String>>> said, Set<String> only) {
        List<Runnable> checks = new ArrayList<>();
        new TreeMap<>(said).forEach((key, entries) -> apply(unit, key, entries, only, checks));
        checks.forEach(Runnable::run);
    }

    private void refuseUnknown(Map<String, Map<String, Optional<String>>> said, Set<String> only) {
        said.keySet().stream()
                .filter(key -> !parts.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new RefusedException("/" + key + ": there is no such part; there are " + parts.keySet());
                });
        Set<String> missing = new HashSet<>(only);
        said.forEach((key, entries) -> {
            missing.remove(key);
            entries.keySet().forEach(entry -> missing.remove(key + "/" + entry));
        });
        if (!missing.isEmpty()) {
            throw new RefusedException("The document does not hold all that was named; it holds " + said.keySet());
        }
    }

    private void apply(
            HsaId unit, String key, Map<String, Optional<String>> entries, Set<String> only, List<Runnable> checks) {
        ConfigurationPart part = parts.get(key);
        Map<String, Optional<String>> before = part.read(unit, entries.keySet());
        entries.forEach((entry, said) -> {
            if (!before.containsKey(entry) && !takesNew(part, entry)) {
                throw new RefusedException("/" + key + "/" + entry + ": there is no such entry; there are "
                        + part.read(unit).keySet());
            }
            if (only.isEmpty() || only.contains(key) || only.contains(key + "/" + entry)) {
                Optional<String> after = said.map(json -> at(part, entry, () -> part.normal(entry, json)));
                if (change(part, unit, entry, before.getOrDefault(entry, Optional.empty()), after)) {
                    checks.add(() -> at(part, entry, () -> part.check(actor, unit, entry)));
                }
            }
        });
    }

    private static boolean takesNew(ConfigurationPart part, String entry) {
        return at(part, entry, () -> part.takesNew(entry));
    }

    /** Whether there was anything to save. */
    private boolean change(
            ConfigurationPart part, HsaId unit, String entry, Optional<String> before, Optional<String> after) {
        List<Difference> found =
                Differences.between(text.alone(part.key(), entry, before), text.alone(part.key(), entry, after))
                        .stream()
                        .map(change -> new Difference(unit, change))
                        .toList();
        if (!found.isEmpty()) {
            at(part, entry, () -> part.save(actor, unit, entry, after, changeSet));
            differences.addAll(found);
        }
        return !found.isEmpty();
    }

    private static void at(ConfigurationPart part, String entry, Runnable work) {
        at(part, entry, () -> {
            work.run();
            return entry;
        });
    }

    /** A refusal says where in the whole document it is. */
    private static <T> T at(ConfigurationPart part, String entry, Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException refusal) {
            String within = refusal.getMessage();
            throw new RefusedException(
                    "/" + part.key() + "/" + entry + (within.startsWith("/") ? "" : ": ") + within, refusal);
        }
    }
}
