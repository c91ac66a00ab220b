package org.careunit.terms.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.SystemActor;
import org.careunit.terms.internal.check.CheckContext;
import org.careunit.terms.internal.problems.TermsProblem;

/** Reads a unit's case types and settings for terms, as Careunit itself after the actor's right was checked. */
public final class TermsInputs {

    private static final Actor SELF = new SystemActor("terms");

    private final CaseTypes types;
    private final UnitSettings settings;

    public TermsInputs(CaseTypes types, UnitSettings settings) {
        this.types = types;
        this.settings = settings;
    }

    /** @throws RefusedException if the unit does not have the type */
    public UnitCaseType type(HsaId unit, CaseTypeKey type) {
        return find(unit, type).orElseThrow(() -> TermsProblem.NO_TYPE_AT_UNIT.refused(unit, type));
    }

    /** All types of the unit, in their order. */
    public List<UnitCaseType> types(HsaId unit) {
        return types.ofUnit(SELF, unit);
    }

    /** As above, from the store: in a transaction that has locked the unit they stay so until it ends. */
    public List<UnitCaseType> typesNow(HsaId unit) {
        return types.ofUnitNow(SELF, unit);
    }

    /** One of them; empty if the unit does not have the type. */
    public Optional<UnitCaseType> find(HsaId unit, CaseTypeKey type) {
        return types.find(SELF, unit, type);
    }

    public <S extends Section> S section(HsaId unit, Class<S> section) {
        return settings.read(SELF, unit, section).content();
    }

    /** What a unit is called. */
    public String name(CareUnit unit) {
        return settings.names(SELF, unit.id()).shown(unit.name());
    }

    /** The facts that the unit's terms of a type are checked against. */
    public CheckContext expected(HsaId unit, UnitCaseType type, CheckRules rules) {
        StaffReminder reminder = section(unit, StaffReminder.class);
        return new CheckContext(
                type.handlingDays(),
                type.firstReplyDays(),
                longest(unit, type),
                reminder.on() ? OptionalInt.of(reminder.workingDays()) : OptionalInt.empty(),
                cancelHours(section(unit, CareTypes.class), rules),
                rules);
    }

    private OptionalInt longest(HsaId unit, UnitCaseType type) {
        return Stream.concat(Stream.of(type), types(unit).stream().filter(UnitCaseType::active))
                .map(UnitCaseType::handlingDays)
                .flatMapToInt(OptionalInt::stream)
                .max();
    }

    /** The cancel limit of the care level, both limits if the level is unknown; none if the region has not set them. */
    private static List<Integer> cancelHours(CareTypes offered, CheckRules rules) {
        long primary = offered.keys().stream()
                .filter(rules.primaryCareTypes()::contains)
                .count();
        if (offered.keys().isEmpty() || (primary > 0 && primary < offered.keys().size())) {
            return rules.cancelHours();
        }
        OptionalInt hours = primary > 0 ? rules.primaryCancelHours() : rules.specialistCancelHours();
        return hours.stream().boxed().toList();
    }
}
