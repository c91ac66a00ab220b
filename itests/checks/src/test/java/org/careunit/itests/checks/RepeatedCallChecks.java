package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.Target;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.events.PlatformEvents.Acceptance;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Messages;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.api.terms.TermsToAccept;
import org.careunit.api.units.Units;
import org.junit.jupiter.api.Test;

/** The same call again, and the same call in another time zone or language of the JVM. */
abstract class RepeatedCallChecks extends HostChecks {

    private static final Instant BEFORE_MIDNIGHT_IN_SWEDEN = Instant.parse("2026-03-01T22:30:00Z");
    private static final Instant AFTER_MIDNIGHT_IN_SWEDEN = Instant.parse("2026-03-01T23:30:00Z");

    private HsaId open(String suffix) {
        return careunit.units().unit(id(suffix).value()).open().id();
    }

    private static <T> T inZone(String zone, Supplier<T> call) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            return call.get();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static <T> T inTurkish(Supplier<T> call) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            return call.get();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void openingTwiceIsOnceInTheHistory() {
        HsaId at = open("OPEN");
        int before = service(Units.class).history(OPERATOR, at).size();
        assertThat(service(Units.class).open(OPERATOR, at))
                .isEqualTo(service(Units.class).open(OPERATOR, at));
        assertThat(service(Units.class).history(OPERATOR, at)).hasSize(before);
    }

    @Test
    void registeringOtherwiseIsRefused() {
        HsaId at = open("OTHER");
        service(Units.class).register(OPERATOR, at, STOCKHOLM, "Provmottagningen");
        assertThat(catchThrowable(() -> service(Units.class).register(OPERATOR, at, STOCKHOLM, "En annan")))
                .isInstanceOf(CareunitException.class);
    }

    @Test
    void activatingTwiceSavesOnce() {
        CaseTypeChoices choices = service(CaseTypeChoices.class);
        long version = choices.activate(administrator, unit.id(), unit.type()).version();
        assertThat(choices.activate(administrator, unit.id(), unit.type()).version())
                .isEqualTo(version);
    }

    @Test
    void approvingTwiceIsOneApproval() {
        ApprovedResidents approved = service(ApprovedResidents.class);
        ResidentPseudonym resident = new ResidentPseudonym("repeated-approved");
        int before = approved.ofUnit(administrator, unit.id()).size();
        approved.approve(administrator, unit.id(), resident, Optional.empty());
        approved.approve(administrator, unit.id(), resident, Optional.of(LocalDate.of(2027, 1, 1)));
        assertThat(approved.ofUnit(administrator, unit.id())).hasSize(before + 1);
        assertThat(approved.find(administrator, unit.id(), resident)
                        .orElseThrow()
                        .until())
                .contains(LocalDate.of(2027, 1, 1));
        approved.withdraw(administrator, unit.id(), resident);
        assertThat(approved.ofUnit(administrator, unit.id())).hasSize(before);
    }

    @Test
    void namingTwiceIsOneName() {
        NamedResidents named = service(NamedResidents.class);
        ResidentPseudonym resident = new ResidentPseudonym("repeated-named");
        named.name(administrator, unit.id(), unit.type(), resident);
        named.name(administrator, unit.id(), unit.type(), resident);
        assertThat(named.ofType(administrator, unit.id(), unit.type())).hasSize(1);
        named.remove(administrator, unit.id(), unit.type(), resident);
        assertThat(named.ofType(administrator, unit.id(), unit.type())).isEmpty();
    }

    @Test
    void removingTwiceIsRefusedAsDataAndChangesNothing() {
        HsaId at = open("REMOVE");
        StaffId handler = new StaffId(at.value() + "HAND");
        service(Permissions.class).remove(OPERATOR, at, handler);
        assertThat(catchThrowable(() -> service(Permissions.class).remove(OPERATOR, at, handler)))
                .isInstanceOf(CareunitException.class);
        assertThat(service(Permissions.class).unitsOf(new Actor.Staff(handler))).isEmpty();
    }

    @Test
    void savingTheSameTwiceIsOneVersion() {
        UnitSettings settings = service(UnitSettings.class);
        settings.update(administrator, unit.id(), PageLink.class, now -> new PageLink(false));
        long version = settings.read(administrator, unit.id(), PageLink.class).version();
        settings.update(administrator, unit.id(), PageLink.class, now -> new PageLink(false));
        assertThat(settings.read(administrator, unit.id(), PageLink.class).version())
                .isEqualTo(version);
    }

    @Test
    void acceptingTwiceGivesGenuineReceiptsOfTheSameWords() {
        TermsAcceptance acceptance = service(TermsAcceptance.class);
        TermsToAccept terms = acceptance.toAccept(RESIDENT, unit.id(), unit.type(), PSEUDONYM);
        var first = acceptance.accept(RESIDENT, unit.id(), unit.type(), PSEUDONYM, terms.version());
        var second = acceptance.accept(RESIDENT, unit.id(), unit.type(), PSEUDONYM, terms.version());
        assertThat(first.text()).isEqualTo(second.text());
        assertThat(List.of(first, second))
                .allMatch(receipt -> acceptance.verify(HOST, receipt).genuine());
    }

    /** While the first run is under way: the host cannot say which cases ended. */
    @Test
    void runningTheArchiveTwiceIsOneRun() {
        HsaId at = careunit.units().ready(id("ARCH").value()).id();
        careunit.setHost(ClosedCases.class, new UnavailableCases());
        try {
            service(ArchiveRuns.class).runNow(OPERATOR, at);
            Throwable again = catchThrowable(() -> service(ArchiveRuns.class).runNow(OPERATOR, at));
            assertThat(again == null || again instanceof CareunitException).isTrue();
        } finally {
            careunit.setHost(ClosedCases.class, careunit.host());
        }
        careunit.advance(Duration.ofMinutes(10));
        assertThat(service(ArchiveRuns.class)
                        .runs(OPERATOR, at, PageRequest.first(10))
                        .rows())
                .hasSize(1);
    }

    private static final class UnavailableCases implements ClosedCases {

        @Override
        public Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
            throw new UnavailableException("not now");
        }

        @Override
        public void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
            throw new UnavailableException("not now");
        }
    }

    @Test
    void answeringTwiceIsOneReminder() {
        var ref = unit.caseOf("answered-twice");
        careunit.happens(ref, received());
        careunit.happens(ref, new CaseChange.Closed());
        careunit.happens(ref, new CaseChange.Closed());
        assertThat(service(Messages.class).about(OPERATOR, ref)).hasSize(1);
    }

    @Test
    void anEventWithNanosecondsIsTheSameAgain() {
        CaseEvent event =
                event(unit.caseOf("nanos"), received()).withOccurredAt(Instant.parse("2026-03-02T08:00:00.123456789Z"));
        service(PlatformEvents.class).accept(HOST, List.of(event));
        assertThat(service(PlatformEvents.class).accept(HOST, List.of(event))).isEqualTo(new Acceptance(0, 1, 0));
    }

    @Test
    void oneInstantInTwoZonesIsTheSameEvent() {
        String json = "{\"id\": \"zone-1\", \"type\": \"case-received\", \"occurredAt\": \"%s\", \"unit\": \""
                + unit.id() + "\", \"case\": \"zone\", \"caseType\": \"" + unit.type() + "\"}";
        PlatformEvents events = service(PlatformEvents.class);
        assertThat(events.acceptJson(HOST, json.formatted("2026-03-02T09:00:00+01:00")))
                .isEqualTo(new Acceptance(1, 0, 0));
        for (String same : List.of("2026-03-02T08:00:00Z", "2026-03-02T21:00:00+13:00", "2026-03-01T20:00:00-12:00")) {
            assertThat(events.acceptJson(HOST, json.formatted(same))).isEqualTo(new Acceptance(0, 1, 0));
        }
    }

    @Test
    void aTimeWithoutAZoneIsRefused() {
        String json = "{\"id\": \"zone-2\", \"type\": \"closed\", \"occurredAt\": \"2026-03-02T09:00:00\", \"unit\": \""
                + unit.id() + "\", \"case\": \"zone\"}";
        assertThat(catchThrowable(() -> service(PlatformEvents.class).acceptJson(HOST, json)))
                .isInstanceOf(CareunitException.class);
    }

    @Test
    void theSignaturesDayIsSwedensInAnyZone() {
        PersonalSettings personal = service(PersonalSettings.class);
        Actor self = new Actor.Staff(unit.handler());
        for (String zone : List.of("Pacific/Auckland", "America/Los_Angeles", "UTC")) {
            assertThat(inZone(
                            zone, () -> personal.signature(self, unit.id(), unit.handler(), AFTER_MIDNIGHT_IN_SWEDEN)))
                    .contains("2026-03-02");
            assertThat(inZone(
                            zone, () -> personal.signature(self, unit.id(), unit.handler(), BEFORE_MIDNIGHT_IN_SWEDEN)))
                    .contains("2026-03-01");
        }
    }

    @Test
    void openingHoursAreSwedensInAnyZone() {
        HsaId at = careunit.units().ready(id("HOURS").value()).id();
        service(UnitSettings.class)
                .update(
                        OPERATOR,
                        at,
                        SendingHours.class,
                        now -> new SendingHours(List.of(HoursSpan.of("1-5#08:00#17:00")), Map.of()));
        careunit.awaitIdle();
        for (String zone : List.of("Pacific/Auckland", "America/Los_Angeles")) {
            assertThat(closed(zone, at, Instant.parse("2026-03-02T07:30:00Z"))).isFalse();
            assertThat(closed(zone, at, Instant.parse("2026-03-02T16:30:00Z"))).isTrue();
            assertThat(closed(zone, at, Instant.parse("2026-06-01T06:30:00Z"))).isFalse();
            assertThat(closed(zone, at, Instant.parse("2026-06-01T15:30:00Z"))).isTrue();
        }
    }

    private boolean closed(String zone, HsaId at, Instant when) {
        return inZone(zone, () -> service(Offers.class).offer(HOST, at, resident(), when).types().stream()
                .noneMatch(type -> type.closed().isEmpty()));
    }

    @Test
    void savedInstantsAreTheSameInAnyZone() {
        AuditTrails trails = service(AuditTrails.class);
        Supplier<Object> read = () -> trails.read(
                        OPERATOR,
                        new Target.Unit(unit.id()),
                        Instant.parse("2000-01-01T00:00:00Z"),
                        Instant.parse("2100-01-01T00:00:00Z"),
                        PageRequest.first(PageRequest.MOST))
                .rows();
        assertThat(inZone("Pacific/Auckland", read)).isEqualTo(inZone("America/Los_Angeles", read));
    }

    @Test
    void figuresAreSwedensMonthsInAnyZone() {
        YearMonth month = YearMonth.of(2026, 3);
        UnitFigures figures = service(UnitFigures.class);
        assertThat(inZone("Pacific/Auckland", () -> figures.months(administrator, unit.id(), month, month)))
                .isEqualTo(inZone("America/Los_Angeles", () -> figures.months(administrator, unit.id(), month, month)));
    }

    @Test
    void monthsInTheWrongOrderAreRefused() {
        assertThat(catchThrowable(() -> service(UnitFigures.class)
                        .months(administrator, unit.id(), YearMonth.of(2026, 3), YearMonth.of(2026, 2))))
                .isInstanceOf(CareunitException.class);
        assertThat(catchThrowable(() -> service(UnitFigures.class)
                        .months(administrator, unit.id(), YearMonth.of(1, 1), YearMonth.of(9999, 12))))
                .isInstanceOf(CareunitException.class);
    }

    @Test
    void identifiersAreReadAlikeInTurkish() {
        assertThat(inTurkish(() -> HsaId.of("se1111111111-ilI1"))).isEqualTo(HsaId.of("se1111111111-ilI1"));
        assertThat(inTurkish(() -> EmailAddress.of("INFO@EXEMPEL.EXAMPLE.ORG")))
                .isEqualTo(EmailAddress.of("INFO@EXEMPEL.EXAMPLE.ORG"));
    }

    @Test
    void sectionsAreWrittenAndReadAlikeInTurkish() {
        UnitSettings settings = service(UnitSettings.class);
        String json = "{\"rules\": [{\"county\": \"01\", \"sex\": \"FEMALE\"}]}";
        Object section = catchOrGet(() -> settings.parse("catchment-area", json));
        assertThat(inTurkish(() -> catchOrGet(() -> settings.parse("catchment-area", json))))
                .hasToString(String.valueOf(section));
    }

    private static Object catchOrGet(Supplier<Object> call) {
        try {
            return call.get();
        } catch (CareunitException refused) {
            return refused.getMessage();
        }
    }

    @Test
    void grantsThatAreTheSameAreOneVersion() {
        Permissions permissions = service(Permissions.class);
        permissions.assign(administrator, unit.id(), unit.receiver(), Set.of(Permission.CASE_RECEIVER));
        int before =
                permissions.history(administrator, unit.id(), unit.receiver()).size();
        permissions.assign(administrator, unit.id(), unit.receiver(), Set.of(Permission.CASE_RECEIVER));
        assertThat(permissions.history(administrator, unit.id(), unit.receiver()))
                .hasSize(before);
    }
}
