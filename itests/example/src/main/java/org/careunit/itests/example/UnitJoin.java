package org.careunit.itests.example;

import static org.careunit.api.access.Permission.CASE_HANDLER;
import static org.careunit.api.access.Permission.CASE_RECEIVER;
import static org.careunit.api.access.Permission.UNIT_ADMINISTRATOR;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.Target;
import org.careunit.api.audit.AuditRow;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.audit.AuditVerification;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Exposure;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;
import org.careunit.api.identity.StaffId;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.Units;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Has a unit join: somebody registers it, its people get their roles and fill in what they decide, and residents find
 * it.
 */
@Component(service = UnitJoin.class, immediate = true)
public final class UnitJoin implements UnitJoinMXBean {

    private static final String NAME = "org.careunit.itests:type=UnitJoin";
    private static final Actor OPERATOR = new Actor.Operator("example");
    private static final Actor HOST = new Actor.Host("example");
    private static final CountyCode STOCKHOLM = new CountyCode("01");

    private static final HsaId UNIT = new HsaId(Participants.UNIT);
    private static final ResidentPseudonym PSEUDONYM = new ResidentPseudonym("exempel-annan-invanare");

    /** Later than any row, also where Careunit's clock is not this machine's. */
    private static final Instant FAR_AHEAD = Instant.parse("2199-12-31T00:00:00Z");

    private final Clock clock = Clock.systemUTC();
    private final Services services;
    private final ExceptionSetup allowing;

    /** What is called. */
    record Services(
            Units units,
            Permissions permissions,
            UnitSettings settings,
            RegionSettings regions,
            UnitFinder finder,
            AuditTrails audit,
            RecordSystemTests tests) {}

    @Activate
    public UnitJoin(
            @Reference Units units,
            @Reference Permissions permissions,
            @Reference UnitSettings settings,
            @Reference RegionSettings regions,
            @Reference UnitFinder finder,
            @Reference AuditTrails audit,
            @Reference RecordSystemTests tests,
            @Reference ExceptionSetup allowing)
            throws JMException {
        services = new Services(units, permissions, settings, regions, finder, audit, tests);
        this.allowing = allowing;
        ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
    }

    @Deactivate
    void withdraw() throws JMException {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    }

    @Override
    public List<String> join() {
        return tell().stream().map(Step::line).toList();
    }

    /** Tells all of it, step by step. */
    public List<Step> tell() {
        Steps steps = new Steps();
        register(steps);
        steps.becomes(
                "its record system passes a test message",
                () -> services.tests().test(staff(Participants.FIRST), UNIT).passed());
        Decisions decisions = new Decisions(services.settings(), UNIT, steps);
        decisions.fillIn(staff(Participants.FIRST), EverySection.said());
        show(steps);
        steps.becomes("residents can find it, within a second", () -> finds(resident("1900-01-01", "0184")));
        find(steps);
        allowing.approve(steps, elsewhere());
        allowing.handOut(steps, PSEUDONYM);
        refuse(steps);
        decisions.race(staff(Participants.FIRST), staff(Participants.SECOND));
        decisions.restore(staff(Participants.FIRST), EmailNotification.class);
        review(steps);
        return steps.done();
    }

    /** What was done, and refused, stands in the unit's trail, and nobody has changed it there. */
    private void review(Steps steps) {
        Actor regional = staff(Participants.REGIONAL);
        Target trail = new Target.Unit(UNIT);
        List<String> actions =
                services.audit().read(regional, trail, Instant.EPOCH, FAR_AHEAD, PageRequest.first(200)).rows().stream()
                        .map(AuditRow::action)
                        .distinct()
                        .sorted()
                        .toList();
        steps.check("the audit trail has it all", actions, actions.contains("access.refused"));
        AuditVerification verification = services.audit().verify(regional, trail, Optional.empty());
        steps.check(
                "and is intact",
                verification instanceof AuditVerification.Intact intact ? intact.rows() + " rows" : verification,
                verification instanceof AuditVerification.Intact);
    }

    private void register(Steps steps) {
        Actor regional = staff(Participants.REGIONAL);
        Actor first = staff(Participants.FIRST);
        steps.does("an operator makes the regional administrator", () -> {
            services.permissions().makeRegionalAdministrator(OPERATOR, STOCKHOLM, id(Participants.REGIONAL));
            return Participants.REGIONAL;
        });
        steps.does("the regional administrator says whom units turn to", () -> services.regions()
                .save(regional, STOCKHOLM, new SupportContact("Exempelstödet", "stod@example.org"), 0)
                .version());
        steps.does("and what holds where units say nothing", () -> services.regions()
                .saveDefault(regional, STOCKHOLM, new ResidentReminder(true, 4), false, 0)
                .version());
        steps.does("and registers the unit", () -> services.units()
                .register(regional, UNIT, STOCKHOLM, Participants.UNIT_NAME)
                .state());
        StaffSetup staffing = new StaffSetup(services.permissions(), UNIT, steps);
        staffing.register(regional, Participants.FIRST, Set.of(UNIT_ADMINISTRATOR));
        staffing.register(first, Participants.SECOND, Set.of(UNIT_ADMINISTRATOR, CASE_HANDLER));
        staffing.register(first, Participants.RECEIVER, Set.of(CASE_RECEIVER));
        steps.does("the unit opens", () -> services.units().open(regional, UNIT).state());
    }

    private static StaffId id(String hsaId) {
        return new StaffId(hsaId);
    }

    private static Actor staff(String hsaId) {
        return new Actor.Staff(id(hsaId));
    }

    /** Residents see what the unit says of itself; where it says nothing, EK. */
    private void show(Steps steps) {
        ShownInformation information = services.settings().information(staff(Participants.FIRST), UNIT);
        UnitInformation shown = information.shown();
        UnitInformation directory =
                information.directory().map(DirectoryAnswer::found).orElse(UnitInformation.NONE);
        steps.check(
                "the unit's own telephone number is shown, and EK's stays beside it",
                shown.telephone().orElse("none") + ", EK: "
                        + directory.telephone().orElse("none"),
                information.own().telephone().isPresent()
                        && directory.telephone().isPresent()
                        && !shown.telephone().equals(directory.telephone()));
        steps.check(
                "the postal address, of which the unit says nothing, is EK's",
                shown.postalAddress(),
                !shown.postalAddress().isEmpty() && shown.postalAddress().equals(directory.postalAddress()));
    }

    private void find(Steps steps) {
        Resident inside = resident("1900-01-01", "0184");
        Resident outside = resident("1900-01-01", "0180");
        steps.check(
                "a resident of Solna finds the unit",
                reasons(inside),
                finds(inside) && explain(inside).exposed());
        steps.check(
                "a resident of Stockholm does not",
                reasons(outside),
                !finds(outside) && !explain(outside).exposed());
    }

    private static Resident elsewhere() {
        Resident outside = resident("1900-01-01", "0180");
        return new Resident(
                outside.birthDate(), outside.sex(), outside.county(), outside.municipality(), Optional.of(PSEUDONYM));
    }

    private static Resident resident(String born, String municipality) {
        MunicipalityCode code = new MunicipalityCode(municipality);
        return new Resident(LocalDate.parse(born), Sex.FEMALE, code.county(), code, Optional.empty());
    }

    private boolean finds(Resident resident) {
        return services.finder()
                .find(HOST, UnitFinder.Search.all(resident, clock.instant()))
                .contains(UNIT);
    }

    private Exposure explain(Resident resident) {
        return services.finder().explain(HOST, UNIT, resident, clock.instant());
    }

    private String reasons(Resident resident) {
        return explain(resident).reasons().stream().map(Problem::swedish).collect(Collectors.joining(" "));
    }

    private void refuse(Steps steps) {
        Actor receiver = staff(Participants.RECEIVER);
        steps.isRefused(
                "a case receiver changes the unit's settings", NotPermittedException.class, () -> services.settings()
                        .save(receiver, UNIT, EmailNotification.OFF, 1));
        steps.isRefused("a case receiver registers a unit", NotPermittedException.class, () -> services.units()
                .register(receiver, new HsaId("SE1111111111-OTHER"), STOCKHOLM, "Annan mottagning"));
        steps.isRefused("a section with a field that there is not", RefusedException.class, () -> services.settings()
                .parse("email-notification", "{\"on\": true, \"adresses\": [\"a@example.org\"]}"));
        steps.isRefused("a rule for a municipality of another county", RefusedException.class, () -> services.settings()
                .parse("catchment-area", "{\"rules\": [{\"county\": \"03\", \"municipality\": \"0184\"}]}"));
    }
}
