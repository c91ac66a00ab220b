package org.careunit.api.casetypes;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.CaseTypeKey;

/**
 * A case type of a region's catalogue: a template for its units.
 *
 * @param key not {@linkplain CaseTypeKey#isLocal local}; never null
 * @param name in Swedish, for example "Boka tid", one line of at most 100 characters; never blank
 * @param forEverybody whether every unit of the region has it, save those it was withdrawn from; else only those it was
 *     handed out to
 * @param settings the settings for units without their own; never null
 * @param fixedReplies the reply options that are the same at every unit, at most {@value TypeSettings#MOST_REPLIES};
 *     never null
 * @param locked what units cannot decide; never null
 */
public record CentralType(
        CaseTypeKey key,
        String name,
        boolean forEverybody,
        TypeSettings settings,
        List<ReplyOption> fixedReplies,
        Set<TypeField> locked) {
    /**
     * @throws RefusedException if the key is a local one, the name is missing, or a lock would leave no handling time
     */
    public CentralType {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(settings, "settings");
        Problems problems = new Problems();
        if (key.isLocal()) {
            problems.add(ValueProblem.CASE_TYPE_LOCAL_KEY.at("key", CaseTypeKey.LOCAL));
        }
        name = Limits.line(problems, "name", name, 100);
        fixedReplies = Limits.atMost(problems, "fixedReplies", fixedReplies, TypeSettings.MOST_REPLIES);
        EnumSet<TypeField> ordered = EnumSet.noneOf(TypeField.class);
        ordered.addAll(locked == null ? Set.of() : locked);
        locked = Collections.unmodifiableSet(ordered);
        if (locked.contains(TypeField.HANDLING_TIME) && settings.handlingDays().isEmpty()) {
            problems.add(ValueProblem.CASE_TYPE_LOCKED_WITHOUT_DAYS.at("locked"));
        }
        problems.refuse();
    }

    public CentralType withKey(CaseTypeKey key) {
        return new CentralType(key, name, forEverybody, settings, fixedReplies, locked);
    }

    public CentralType withName(String name) {
        return new CentralType(key, name, forEverybody, settings, fixedReplies, locked);
    }

    public CentralType withForEverybody(boolean forEverybody) {
        return new CentralType(key, name, forEverybody, settings, fixedReplies, locked);
    }

    public CentralType withSettings(TypeSettings settings) {
        return new CentralType(key, name, forEverybody, settings, fixedReplies, locked);
    }

    public CentralType withFixedReplies(List<ReplyOption> fixedReplies) {
        return new CentralType(key, name, forEverybody, settings, fixedReplies, locked);
    }

    public CentralType withLocked(Set<TypeField> locked) {
        return new CentralType(key, name, forEverybody, settings, fixedReplies, locked);
    }
}
