package org.careunit.api.casetypes;

import java.util.Objects;
import java.util.OptionalInt;
import org.careunit.api.identity.CaseTypeKey;

/**
 * The effective case type of a unit, merged from region and unit.
 *
 * @param key which; never null
 * @param name in Swedish, for example "Boka tid"; never null
 * @param active whether residents see it
 * @param handlingDays the promised handling time in working days; empty while nobody has promised any
 * @param firstReplyDays the promise of a first reply in working days; empty where there is none
 * @param termsLocked whether the region alone decides its terms
 */
public record UnitCaseType(
        CaseTypeKey key,
        String name,
        boolean active,
        OptionalInt handlingDays,
        OptionalInt firstReplyDays,
        boolean termsLocked) {
    public UnitCaseType {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(handlingDays, "handlingDays");
        Objects.requireNonNull(firstReplyDays, "firstReplyDays");
    }

    public UnitCaseType withKey(CaseTypeKey key) {
        return new UnitCaseType(key, name, active, handlingDays, firstReplyDays, termsLocked);
    }

    public UnitCaseType withName(String name) {
        return new UnitCaseType(key, name, active, handlingDays, firstReplyDays, termsLocked);
    }

    public UnitCaseType withActive(boolean active) {
        return new UnitCaseType(key, name, active, handlingDays, firstReplyDays, termsLocked);
    }

    public UnitCaseType withHandlingDays(OptionalInt handlingDays) {
        return new UnitCaseType(key, name, active, handlingDays, firstReplyDays, termsLocked);
    }

    public UnitCaseType withFirstReplyDays(OptionalInt firstReplyDays) {
        return new UnitCaseType(key, name, active, handlingDays, firstReplyDays, termsLocked);
    }

    public UnitCaseType withTermsLocked(boolean termsLocked) {
        return new UnitCaseType(key, name, active, handlingDays, firstReplyDays, termsLocked);
    }
}
