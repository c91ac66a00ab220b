package org.careunit.units.internal.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.ConfigurationChange.Difference;
import org.careunit.api.configuration.Configurations.UnitDocument;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Differences;
import org.careunit.storage.documents.EntryChanges;
import org.careunit.storage.documents.EntryPath;
import org.careunit.storage.json.JsonPath;
import org.careunit.units.internal.problems.UnitProblem;

/**
 * Imports a configuration document at units, in the caller's transaction, which has locked them and checked the right:
 * each part is read and saved, and then all are checked. For one use by one thread.
 */
final class ConfigurationImport {

    private final ConfigurationText text;
    private final Map<String, ConfigurationPart> parts;
    private final Actor actor;
    private final UUID changeSet = UUID.randomUUID();
    private final List<Difference> differences = new ArrayList<>();

    ConfigurationImport(ConfigurationText text, Map<String, ConfigurationPart> parts, Actor actor) {
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

    /** As above, with a document for each unit. */
    ConfigurationChange apply(List<UnitDocument> documents, Set<String> only) {
        Set<HsaId> named = new HashSet<>();
        documents.forEach(one -> naming(one.unit(), documents.size(), () -> {
            if (!named.add(one.unit())) {
                throw UnitProblem.TWO_DOCUMENTS.refused();
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

    /** With several units, a refusal names the unit. */
    private static void naming(HsaId unit, int units, Runnable work) {
        try {
            work.run();
        } catch (RefusedException refusal) {
            throw units == 1 ? refusal : refusal.within(unit.value());
        }
    }

    /**
     * Parts by their keys, so that a unit's own types are there before their terms; the rules are looked at once all is
     * saved.
     */
    private void apply(HsaId unit, Map<String, Map<String, Optional<String>>> said, Set<String> only) {
        Map<ConfigurationPart, Set<String>> changed = new LinkedHashMap<>();
        new TreeMap<>(said)
                .forEach((key, entries) -> EntryPath.within(key, () -> {
                    ConfigurationPart part = parts.get(key);
                    Map<String, Optional<String>> changes = changes(unit, part, entries, only);
                    if (!changes.isEmpty()) {
                        part.save(new EntryChanges(actor, unit, changeSet, changes));
                        changed.put(part, changes.keySet());
                    }
                }));
        changed.forEach((part, entries) -> EntryPath.within(part.key(), () -> part.check(actor, unit, entries)));
    }

    private void refuseUnknown(Map<String, Map<String, Optional<String>>> said, Set<String> only) {
        said.keySet().stream()
                .filter(key -> !parts.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw JsonPath.WHOLE.key(key).refused(UnitProblem.NO_PART, parts.keySet());
                });
        Set<String> missing = new HashSet<>(only);
        said.forEach((key, entries) -> {
            missing.remove(key);
            entries.keySet().forEach(entry -> missing.remove(key + "/" + entry));
        });
        if (!missing.isEmpty()) {
            throw UnitProblem.NOT_ALL_NAMED.refused(said.keySet());
        }
    }

    /** What is another than the unit has saved. */
    private Map<String, Optional<String>> changes(
            HsaId unit, ConfigurationPart part, Map<String, Optional<String>> entries, Set<String> only) {
        Map<String, Optional<String>> before = part.read(unit, entries.keySet());
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        entries.forEach((entry, said) -> {
            if (!before.containsKey(entry) && !takesNew(part, entry)) {
                throw JsonPath.WHOLE
                        .key(entry)
                        .refused(UnitProblem.NO_ENTRY, part.read(unit).keySet());
            }
            if (only.isEmpty() || only.contains(part.key()) || only.contains(part.key() + "/" + entry)) {
                Optional<String> after = said.map(json -> normal(part, entry, json));
                List<Difference> found =
                        differences(unit, part.key(), entry, before.getOrDefault(entry, Optional.empty()), after);
                if (!found.isEmpty()) {
                    changes.put(entry, after);
                    differences.addAll(found);
                }
            }
        });
        return changes;
    }

    private static boolean takesNew(ConfigurationPart part, String entry) {
        return EntryPath.of(entry, () -> part.takesNew(entry));
    }

    private static String normal(ConfigurationPart part, String entry, String json) {
        return EntryPath.of(entry, () -> part.normal(entry, json));
    }

    private List<Difference> differences(
            HsaId unit, String part, String entry, Optional<String> before, Optional<String> after) {
        if (before.equals(after)) {
            return List.of();
        }
        if (before.isEmpty()) { // all of it: no need to compare
            return List.of(new Difference(unit, new Saved.Change("/" + part + "/" + entry, before, after)));
        }
        return Differences.between(text.alone(part, entry, before), text.alone(part, entry, after)).stream()
                .map(change -> new Difference(unit, change))
                .toList();
    }
}
