package org.careunit.api.casetypes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;

/**
 * A case type at a unit with its effective settings and their origin.
 *
 * @param key which; never null
 * @param name in Swedish; never null
 * @param central what the unit's region says; empty for a type of the unit's own; never null
 * @param own what the unit says; never null
 * @param effective what holds: of each part the unit's, unless it says nothing or the region has locked it; never null
 * @param version the version the unit has saved last, to be named when saving; 0 if none
 */
public record TypeAtUnit(
        CaseTypeKey key,
        String name,
        Optional<CentralType> central,
        UnitChoice own,
        TypeSettings effective,
        long version) {
    public TypeAtUnit {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(central, "central");
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(effective, "effective");
    }

    /** What the unit says with the version to name when saving. */
    public Versioned<UnitChoice> decided() {
        return new Versioned<>(own, version);
    }

    /** What the unit cannot decide; nothing of a type of its own. */
    public Set<TypeField> locked() {
        return central.map(CentralType::locked).orElse(Set.of());
    }

    /** The reply options that the unit cannot change; none of a type of its own. */
    public List<ReplyOption> fixedReplies() {
        return central.map(CentralType::fixedReplies).orElse(List.of());
    }

    /** It as others see it. */
    public UnitCaseType summary() {
        // 0 says that there is no promise, whatever the region's is
        OptionalInt promised = effective.firstReplyDays();
        OptionalInt firstReply = promised.orElse(0) == 0 ? OptionalInt.empty() : promised;
        boolean termsLocked = locked().contains(TypeField.TERMS);
        return new UnitCaseType(key, name, own.active(), effective.handlingDays(), firstReply, termsLocked);
    }

    public TypeAtUnit withKey(CaseTypeKey key) {
        return new TypeAtUnit(key, name, central, own, effective, version);
    }

    public TypeAtUnit withName(String name) {
        return new TypeAtUnit(key, name, central, own, effective, version);
    }

    public TypeAtUnit withCentral(Optional<CentralType> central) {
        return new TypeAtUnit(key, name, central, own, effective, version);
    }

    public TypeAtUnit withOwn(UnitChoice own) {
        return new TypeAtUnit(key, name, central, own, effective, version);
    }

    public TypeAtUnit withEffective(TypeSettings effective) {
        return new TypeAtUnit(key, name, central, own, effective, version);
    }

    public TypeAtUnit withVersion(long version) {
        return new TypeAtUnit(key, name, central, own, effective, version);
    }
}
