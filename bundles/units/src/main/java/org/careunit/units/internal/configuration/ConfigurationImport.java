package org.careunit.units.internal.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.ConfigurationChange.Difference;
import org.careunit.api.configuration.Configurations.UnitDocument;
import org.careunit.api.failure.Problems;
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
        Problems problems = new Problems();
        all.forEach(unit -> problems.check(() -> naming(unit, all.size(), () -> apply(unit, said, only))));
        problems.refuse();
        return change();
    }

    /** As above, with a document for each unit. */
    ConfigurationChange apply(List<UnitDocument> documents, Set<String> only) {
        Set<HsaId> named = new HashSet<>();
        Problems problems = new Problems();
        documents.forEach(one -> problems.check(() -> naming(one.unit(), documents.size(), () -> {
            if (!named.add(one.unit())) {
                throw UnitProblem.TWO_DOCUMENTS.refused();
            }
            apply(one.unit(), read(one.document(), only), only);
        })));
        problems.refuse();
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
     * saved. What is wrong in one entry or part does not keep the others from being looked at.
     */
    private void apply(HsaId unit, Map<String, Map<String, Optional<String>>> said, Set<String> only) {
        Map<String, Set<String>> changed = new LinkedHashMap<>();
        Set<String> wrong = new HashSet<>();
        EntryPath.each(new TreeSet<>(said.keySet()), key -> {
            ConfigurationPart part = parts.get(key);
            Problems problems = new Problems();
            Map<String, Optional<String>> changes =
                    changes(problems, wrong, new Asked(unit, part, said.get(key), only));
            if (!changes.isEmpty()) {
                problems.check(() -> part.save(new EntryChanges(actor, unit, changeSet, changes)));
                changed.put(key, changes.keySet());
            }
            problems.refuse();
        });
        EntryPath.each(changed.keySet(), key -> parts.get(key).check(actor, unit, changed.get(key)));
    }

    /** What a document says of a part at a unit, and what of it is wanted. */
    private record Asked(HsaId unit, ConfigurationPart part, Map<String, Optional<String>> entries, Set<String> only) {

        private boolean wants(String entry) {
            return only.isEmpty() || only.contains(part.key()) || only.contains(part.key() + "/" + entry);
        }
    }

    private void refuseUnknown(Map<String, Map<String, Optional<String>>> said, Set<String> only) {
        Problems unknown = new Problems();
        said.keySet().stream()
                .filter(key -> !parts.containsKey(key))
                .forEach(key -> unknown.add(
                        UnitProblem.NO_PART.at(JsonPath.WHOLE.key(key).pointer(), parts.keySet())));
        unknown.refuse();
        Set<String> missing = new HashSet<>(only);
        said.forEach((key, entries) -> {
            missing.remove(key);
            entries.keySet().forEach(entry -> missing.remove(key + "/" + entry));
        });
        if (!missing.isEmpty()) {
            throw UnitProblem.NOT_ALL_NAMED.refused(said.keySet());
        }
    }

    /**
     * What is another than the unit has saved.
     *
     * @param wrong the entries that were refused, of parts before too: what hangs on one is not refused for that
     */
    private Map<String, Optional<String>> changes(Problems problems, Set<String> wrong, Asked asked) {
        Map<String, Optional<String>> before =
                asked.part().read(asked.unit(), asked.entries().keySet());
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        asked.entries().forEach((entry, said) -> {
            try {
                requireEntry(asked, before, entry, wrong);
                if (asked.wants(entry)) {
                    Optional<String> after = said.map(json -> normal(asked.part(), entry, json));
                    Optional<String> saved = before.getOrDefault(entry, Optional.empty());
                    List<Difference> found =
                            differences(asked.unit(), asked.part().key(), entry, saved, after);
                    differences.addAll(found);
                    if (!found.isEmpty() && !wrong.contains(entry)) {
                        changes.put(entry, after);
                    }
                }
            } catch (RefusedException refusal) {
                wrong.add(entry);
                refusal.problems().forEach(problems::add);
            }
        });
        return changes;
    }

    private static void requireEntry(
            Asked asked, Map<String, Optional<String>> before, String entry, Set<String> wrong) {
        if (!before.containsKey(entry) && !wrong.contains(entry) && !takesNew(asked.part(), entry)) {
            throw JsonPath.WHOLE
                    .key(entry)
                    .refused(
                            UnitProblem.NO_ENTRY,
                            asked.part().read(asked.unit()).keySet());
        }
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
