package org.careunit.itests.architecture;

import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Target;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.configuration.Configurations;
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
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.terms.TermsVersion;
import org.careunit.api.units.CareUnit;

/** Something valid to ask for, by the type of the parameter: what is refused is refused for want of a right. */
final class Arguments {

    static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    static final StaffId NOBODY = new StaffId("SE1111111111-NOBODY");

    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final Instant NOON = Instant.parse("1920-06-01T12:00:00Z");

    /** Another than the resident who asks: for themselves they may. */
    private static final Resident SOMEBODY_ELSE = new Resident(
            LocalDate.of(1890, 1, 1),
            Sex.FEMALE,
            STOCKHOLM,
            new MunicipalityCode("0184"),
            Optional.of(new ResidentPseudonym("r-2")));

    static final CaseTypeKey TYPE = new CaseTypeKey("boka-tid");
    private static final TermsText TERMS = new TermsText(List.of(new TermsPoint("syfte", "Här kan du boka tid.")));
    private static final TermsVersion VERSION = new TermsVersion(0, 0, "0".repeat(64));
    private static final Receipt RECEIPT = new Receipt(
            UNIT, TYPE, VERSION, TERMS, new ResidentHash("0".repeat(64)), NOON, "0".repeat(16), "0".repeat(128));

    private static final TermsFinding FINDING =
            new TermsFinding(TermsFinding.Rule.NO_TERMS, TermsFinding.Severity.ERROR, Optional.empty(), "Fel", "Rätta");
    private static final IntendedFinding INTENDED =
            new IntendedFinding(TermsFinding.Rule.LONE_X, "syfte", "X", "Hus X.", "operator:test", NOON);

    private static final Map<Class<?>, Object> BY_TYPE = Map.ofEntries(
            Map.entry(CountyCode.class, STOCKHOLM),
            Map.entry(TypeSettings.class, TypeSettings.NONE),
            Map.entry(
                    CentralType.class, new CentralType(TYPE, "Boka tid", true, TypeSettings.NONE, List.of(), Set.of())),
            Map.entry(FailedMessages.class, FailedMessages.ALL),
            Map.entry(PlannedCase.class, new PlannedCase(TYPE, NOON, List.of())),
            Map.entry(YearMonth.class, YearMonth.of(1920, 6)),
            Map.entry(CaseRef.class, new CaseRef(UNIT, "c-1")),
            Map.entry(ResidentPseudonym.class, new ResidentPseudonym("r-2")),
            Map.entry(PageRequest.class, PageRequest.first(10)),
            Map.entry(CaseTypeKey.class, TYPE),
            Map.entry(TermsText.class, TERMS),
            Map.entry(TermsFinding.class, FINDING),
            Map.entry(IntendedFinding.class, INTENDED),
            Map.entry(TermsVersion.class, VERSION),
            Map.entry(Receipt.class, RECEIPT),
            Map.entry(CheckRules.class, CheckRules.DEFAULT),
            Map.entry(Target.class, new Target.Unit(UNIT)),
            Map.entry(Resident.class, SOMEBODY_ELSE),
            Map.entry(UnitFinder.Search.class, UnitFinder.Search.all(SOMEBODY_ELSE, NOON)),
            Map.entry(CatchmentArea.class, CatchmentArea.NONE),
            Map.entry(PersonalChoices.class, PersonalChoices.NONE),
            Map.entry(Channel.class, Channel.EMAIL),
            Map.entry(Section.class, EmailNotification.OFF),
            Map.entry(RegionSection.class, new QuietHours(null, null)),
            Map.entry(Class.class, EmailNotification.class),
            Map.entry(String.class, "Mottagning A"),
            Map.entry(UUID.class, new UUID(0, 1)),
            Map.entry(Instant.class, NOON),
            Map.entry(LocalDate.class, LocalDate.of(2026, 11, 23)),
            Map.entry(long.class, 0L),
            Map.entry(int.class, 10),
            Map.entry(boolean.class, false),
            Map.entry(Set.class, Set.of(Permission.REVIEWER)),
            Map.entry(Map.class, Map.of(Permission.REVIEWER, GrantPeriod.ALWAYS)),
            Map.entry(List.class, List.of()),
            Map.entry(Optional.class, Optional.empty()));

    private Arguments() {}

    static CareUnit unit() {
        return new CareUnit(UNIT, STOCKHOLM, "Mottagning A", CareUnit.State.REGISTERED);
    }

    /**
     * What is asked about.
     *
     * @param staff whose affairs they are, where an operation is about somebody's
     * @param resident whom it is about
     */
    record Situation(HsaId unit, CountyCode region, StaffId staff, ResidentPseudonym resident) {

        private static final Situation USUAL = new Situation(UNIT, STOCKHOLM, NOBODY, new ResidentPseudonym("r-2"));

        private Object of(Class<?> type) {
            if (type == Resident.class) {
                return new Resident(
                        SOMEBODY_ELSE.birthDate(),
                        SOMEBODY_ELSE.sex(),
                        SOMEBODY_ELSE.county(),
                        SOMEBODY_ELSE.municipality(),
                        Optional.of(resident));
            }
            if (type == UnitFinder.Search.class) {
                return UnitFinder.Search.all((Resident) of(Resident.class), NOON);
            }
            if (type == Receipt.class) {
                return new Receipt(
                        unit,
                        TYPE,
                        VERSION,
                        TERMS,
                        new ResidentHash("0".repeat(64)),
                        NOON,
                        "0".repeat(16),
                        "0".repeat(128));
            }
            if (type == CaseRef.class) {
                return new CaseRef(unit, "c-1");
            }
            return type == Target.class ? new Target.Unit(unit) : region;
        }
    }

    private static final Set<Class<?>> OF_THE_SITUATION = Set.of(
            Resident.class, UnitFinder.Search.class, Receipt.class, Target.class, CountyCode.class, CaseRef.class);

    static Object[] of(Method operation, Actor actor) {
        return of(operation, actor, Situation.USUAL);
    }

    static Object[] of(Method operation, Actor actor, Situation situation) {
        Class<?>[] types = operation.getParameterTypes();
        return IntStream.range(0, types.length)
                .mapToObj(place -> of(operation, place, actor, situation))
                .toArray();
    }

    private static Object of(Method operation, int place, Actor actor, Situation situation) {
        Class<?> type = operation.getParameterTypes()[place];
        Class<?> contract = operation.getDeclaringClass();
        if (type == HsaId.class) {
            return situation.unit();
        }
        if (type == StaffId.class) {
            return situation.staff();
        }
        if (type == ResidentPseudonym.class) {
            return situation.resident();
        }
        if (type == List.class && contract == Offers.class) {
            return List.of(situation.unit());
        }
        if (type == List.class && contract == Configurations.class) {
            String of = operation.getGenericParameterTypes()[place].getTypeName();
            return List.of(
                    of.contains(HsaId.class.getName())
                            ? situation.unit()
                            : new Configurations.UnitDocument(situation.unit(), "{\"format\":1}"));
        }
        return OF_THE_SITUATION.contains(type) ? situation.of(type) : of(type, place, actor);
    }

    static Object of(Class<?> type, int place, Actor actor) {
        if (type == Actor.class) {
            return actor;
        }
        if (type == HsaId.class) {
            return UNIT;
        }
        if (type == StaffId.class) {
            return NOBODY;
        }
        return BY_TYPE.get(type);
    }
}
