package org.careunit.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Target;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.terms.TermsVersion;

/** Arguments for any operation of the API: usual ones first, then odd ones, all of which a caller can make. */
final class OddArguments {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final TermsText TEXT = new TermsText(List.of(new TermsPoint("syfte", "Här kan du boka tid.")));
    private static final TermsVersion VERSION = new TermsVersion(0, 0, "0".repeat(64));

    private final UnitUnderTest unit;

    OddArguments(UnitUnderTest unit) {
        this.unit = unit;
    }

    /** Who may act; the first is the one who may most. */
    List<Actor> actors() {
        return List.of(
                new Actor.Operator("odd"), unit.asAdministrator(), new Actor.Host("odd"), new Actor.Resident("r-1"));
    }

    /**
     * Values of a type; the first is a usual one.
     *
     * @throws AssertionError if nobody has thought of that type yet
     */
    List<?> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return of((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return of(bound(type), new Type[0]);
    }

    /** What a variable or a wildcard may at most be. */
    private static Class<?> bound(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return bound(variable.getBounds()[0]);
        }
        if (type instanceof WildcardType wildcard) {
            return bound(wildcard.getUpperBounds()[0]);
        }
        return type instanceof ParameterizedType generic ? bound(generic.getRawType()) : (Class<?>) type;
    }

    private List<?> of(Class<?> type, Type[] of) {
        if (type == Optional.class) {
            List<Object> values = new ArrayList<>(List.of(Optional.empty()));
            of(of[0]).forEach(value -> values.add(Optional.of(value)));
            return values;
        }
        if (type == List.class) {
            Object first = of(of[0]).get(0);
            return List.of(List.of(first), List.of(), List.of(first, first), Collections.nCopies(10_001, first));
        }
        if (type == Set.class) {
            return List.of(Set.of(of(of[0]).get(0)), Set.of(), Set.copyOf(of(of[0])));
        }
        if (type == Map.class) {
            return List.of(Map.of(Permission.CASE_HANDLER, GrantPeriod.ALWAYS), Map.of());
        }
        if (type == Class.class) {
            return bound(of[0]) == RegionSection.class
                    ? List.of(QuietHours.class)
                    : List.of(EmailNotification.class, DailyCaps.class);
        }
        return plain(type);
    }

    private List<?> plain(Class<?> type) {
        List<?> values = ofIdentity(type);
        values = values.isEmpty() ? ofLanguage(type) : values;
        values = values.isEmpty() ? ofTerms(type) : values;
        values = values.isEmpty() ? ofUnits(type) : values;
        if (values.isEmpty()) {
            throw new AssertionError("There is no argument for " + type + " yet");
        }
        return values;
    }

    private List<?> ofIdentity(Class<?> type) {
        if (type == HsaId.class) {
            return List.of(unit.id(), new HsaId("SE1111111111-NOUNIT"));
        }
        if (type == StaffId.class) {
            return List.of(unit.handler(), new StaffId("SE1111111111-NOBODY"));
        }
        if (type == CountyCode.class) {
            return List.of(unit.region(), new CountyCode("25"));
        }
        if (type == CaseTypeKey.class) {
            return List.of(unit.type(), new CaseTypeKey("no-such-type"), new CaseTypeKey("local-9"));
        }
        if (type == CaseRef.class) {
            return List.of(unit.caseOf("1"), new CaseRef(new HsaId("SE1111111111-NOUNIT"), "1"));
        }
        if (type == ResidentPseudonym.class) {
            return List.of(new ResidentPseudonym("r-1"), new ResidentPseudonym("\u0000".repeat(50) + "\uD800"));
        }
        return type == Channel.class ? List.of(Channel.values()) : List.of();
    }

    private static List<?> ofLanguage(Class<?> type) {
        if (type == String.class) {
            return List.of(
                    "Namn",
                    "",
                    " ",
                    "\u0000",
                    "{",
                    "{}",
                    "[]",
                    "[{}]",
                    "null",
                    "x".repeat(100_000),
                    "\uD800",
                    "{\"x\":{");
        }
        if (type == long.class) {
            return List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == int.class) {
            return List.of(1, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == boolean.class) {
            return List.of(false, true);
        }
        if (type == Instant.class) {
            return List.of(NOON, Instant.MIN, Instant.MAX, Instant.EPOCH);
        }
        if (type == LocalDate.class) {
            return List.of(LocalDate.of(2026, 3, 2), LocalDate.MIN, LocalDate.MAX);
        }
        if (type == YearMonth.class) {
            return List.of(YearMonth.of(2026, 3), YearMonth.of(-999_999_999, 1), YearMonth.of(999_999_999, 12));
        }
        if (type == UnaryOperator.class) {
            UnaryOperator<Object> same = section -> section;
            return List.of(same);
        }
        return type == UUID.class ? List.of(new UUID(0, 1), new UUID(-1, -1)) : List.of();
    }

    private List<?> ofTerms(Class<?> type) {
        if (type == TermsText.class) {
            return List.of(TEXT, new TermsText(List.of(new TermsPoint("a", "XX [fyll i]".repeat(300)))));
        }
        if (type == TermsVersion.class) {
            return List.of(VERSION, new TermsVersion(Long.MAX_VALUE, Long.MAX_VALUE, "f".repeat(64)));
        }
        if (type == Receipt.class) {
            return List.of(new Receipt(
                    unit.id(),
                    unit.type(),
                    VERSION,
                    TEXT,
                    new ResidentHash("0".repeat(64)),
                    NOON,
                    "0".repeat(16),
                    "0".repeat(128)));
        }
        if (type == TermsFinding.class) {
            return List.of(new TermsFinding(
                    TermsFinding.Rule.NO_TERMS, TermsFinding.Severity.ERROR, Optional.empty(), "Fel", "Rätta"));
        }
        if (type == IntendedFinding.class) {
            return List.of(new IntendedFinding(TermsFinding.Rule.LONE_X, "syfte", "X", "Hus X.", "operator:odd", NOON));
        }
        return type == CheckRules.class ? List.of(CheckRules.DEFAULT) : List.of();
    }

    private List<?> ofUnits(Class<?> type) {
        if (type == Resident.class) {
            return List.of(resident(LocalDate.of(1990, 1, 1)), resident(LocalDate.MIN), resident(LocalDate.MAX));
        }
        if (type == UnitFinder.Search.class) {
            return List.of(
                    UnitFinder.Search.all(resident(LocalDate.of(1990, 1, 1)), NOON),
                    UnitFinder.Search.all(resident(LocalDate.MAX), Instant.MIN));
        }
        if (type == PageRequest.class) {
            return List.of(
                    PageRequest.first(2),
                    new PageRequest(1, Optional.of("")),
                    new PageRequest(PageRequest.MOST, Optional.of("\u0000/x")));
        }
        if (type == Target.class) {
            return List.of(
                    new Target.Unit(unit.id()),
                    new Target.Region(unit.region()),
                    new Target.Platform(),
                    new Target.Person(unit.id(), unit.handler()));
        }
        if (type == PlannedCase.class) {
            return List.of(
                    new PlannedCase(unit.type(), NOON, List.of()),
                    new PlannedCase(new CaseTypeKey("no-such-type"), NOON, List.of()));
        }
        if (type == PlatformEvent.class) {
            return List.of(PlatformEvent.CaseEvent.of(
                    new EventId("odd-1"), Instant.MAX, unit.caseOf("odd"), new CaseChange.Answered()));
        }
        return ofDecisions(type);
    }

    private List<?> ofDecisions(Class<?> type) {
        if (type == CatchmentArea.class) {
            return List.of(CatchmentArea.NONE);
        }
        if (type == PersonalChoices.class) {
            return List.of(PersonalChoices.NONE);
        }
        if (type == TypeSettings.class) {
            return List.of(TypeSettings.NONE);
        }
        if (type == CentralType.class) {
            return List.of(
                    new CentralType(new CaseTypeKey("odd"), "Udda", true, TypeSettings.NONE, List.of(), Set.of()));
        }
        if (type == FailedMessages.class) {
            return List.of(
                    FailedMessages.ALL,
                    FailedMessages.ALL.withFrom(Optional.of(NOON)).withUntil(Optional.of(Instant.EPOCH)));
        }
        if (type == Configurations.UnitDocument.class) {
            return List.of(new Configurations.UnitDocument(unit.id(), "{\"format\":1}"));
        }
        if (type == Section.class) {
            return List.of(EmailNotification.OFF, new StaffReminder(true, 3));
        }
        if (type == RegionSection.class) {
            return List.of(new QuietHours(null, null));
        }
        return type.isEnum() ? List.of(type.getEnumConstants()) : List.of();
    }

    private static Resident resident(LocalDate born) {
        return new Resident(
                born,
                Sex.FEMALE,
                new CountyCode("01"),
                new MunicipalityCode("0184"),
                Optional.of(new ResidentPseudonym("r-1")));
    }
}
