package org.careunit.itests.example;

import static org.careunit.api.access.Permission.CASE_HANDLER;
import static org.careunit.api.access.Permission.CASE_RECEIVER;
import static org.careunit.api.access.Permission.UNIT_ADMINISTRATOR;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import org.careunit.api.access.Permissions;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.StaffId;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Readiness;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.Units;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes another unit from nothing through the whole checklist until it is ready, has a resident meet it, and brings
 * what it says to the unit that {@link UnitJoin} has had join.
 */
@Component(service = UnitPreparation.class, immediate = true)
public final class UnitPreparation implements UnitPreparationMXBean {

    private static final String NAME = "org.careunit.itests:type=UnitPreparation";
    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final HsaId UNIT = new HsaId(Participants.NEW_UNIT);
    private static final Actor REGIONAL = staff(Participants.REGIONAL);
    private static final Actor FIRST = staff(Participants.FIRST);

    private final Services services;
    private final CaseTypeSetup adapting;
    private final PersonalSettingsSetup choosing;
    private final ResidentVisit visiting;
    private final ConfigurationCopy copying;

    /** What is called here itself. */
    record Services(Units units, Permissions permissions, UnitSettings settings, Readiness readiness) {}

    @Activate
    public UnitPreparation(
            @Reference Units units,
            @Reference Permissions permissions,
            @Reference UnitSettings settings,
            @Reference Readiness readiness,
            @Reference CaseTypeSetup adapting,
            @Reference PersonalSettingsSetup choosing,
            @Reference ResidentVisit visiting,
            @Reference ConfigurationCopy copying)
            throws JMException {
        this.services = new Services(units, permissions, settings, readiness);
        this.adapting = adapting;
        this.choosing = choosing;
        this.visiting = visiting;
        this.copying = copying;
        ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
    }

    @Deactivate
    void withdraw() throws JMException {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    }

    @Override
    public List<String> prepare() {
        Steps steps = new Steps();
        try {
            tell(steps);
        } catch (CareunitException broken) {
            steps.check("the story is told to its end", broken.getMessage(), false);
        }
        return steps.done().stream().map(Step::line).toList();
    }

    /** Tells all of it, with what there is to show. */
    public PreparationResult tell() {
        return tell(new Steps());
    }

    private PreparationResult tell(Steps steps) {
        Progress progress = new Progress(services.readiness(), FIRST, UNIT, steps);
        StaffSetup staffing = new StaffSetup(services.permissions(), UNIT, steps);
        Checklist before = begin(steps, staffing, progress);
        invite(staffing, progress);
        decide(steps, progress);
        CaseTypeSetup.Adapted adapted = adapting.adapt(steps, progress);
        remind(steps, progress);
        choosing.choose(steps, progress);
        Checklist after = progress.now();
        steps.check("the unit is ready", after.points().size() + " points", after.ready());
        steps.does("and opens", () -> services.units().open(REGIONAL, UNIT).state());
        Offer offer = visiting.ask(steps);
        ResidentVisit.Accepted accepted = visiting.accept(steps);
        copying.copy(steps);
        return new PreparationResult(
                steps.done(),
                before,
                after,
                adapted.inherited(),
                adapted.findings(),
                adapted.published(),
                offer,
                accepted.receipt(),
                accepted.genuine(),
                accepted.changed());
    }

    /** With nobody but its first administrator, nothing is done. */
    private Checklist begin(Steps steps, StaffSetup staffing, Progress progress) {
        steps.does("the regional administrator registers the unit", () -> services.units()
                .register(REGIONAL, UNIT, STOCKHOLM, Participants.NEW_UNIT_NAME)
                .state());
        staffing.assign(REGIONAL, Participants.FIRST, Set.of(UNIT_ADMINISTRATOR));
        Checklist before = progress.now();
        long left = before.points().stream()
                .filter(line -> line.result().status() == CheckStatus.NOT_DONE)
                .count();
        steps.check("the checklist has everything left", left + " points", left == 6 && !before.ready());
        progress.stands("directory", CheckStatus.DONE, "");
        return before;
    }

    private void invite(StaffSetup staffing, Progress progress) {
        progress.stands("staffing", CheckStatus.NOT_DONE, "");
        staffing.assign(FIRST, Participants.SECOND, Set.of(UNIT_ADMINISTRATOR, CASE_HANDLER));
        progress.isDone(Point.PERMISSIONS);
        staffing.assign(FIRST, Participants.RECEIVER, Set.of(CASE_RECEIVER));
        progress.stands("staffing", CheckStatus.DONE, "");
    }

    private void decide(Steps steps, Progress progress) {
        progress.isLeft(Point.SETTINGS, "Avisering via e-post");
        new Decisions(services.settings(), UNIT, steps).sayAndConfirm(FIRST, said());
        progress.isDone(Point.SETTINGS);
    }

    private static List<Section> said() {
        return List.of(
                new CareTypes(Set.of("vardcentral")),
                new EmailNotification(true, List.of(new EmailAddress("ny.exempel@example.org"))),
                new CatchmentArea(List.of(new CatchmentArea.Rule(
                        STOCKHOLM,
                        Optional.of(new MunicipalityCode("0184")),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty()))),
                new SendingHours(
                        List.of(), Map.of(CaseTypeSetup.CONTACT_ME, List.of(new HoursSpan("1-5#08:00#17:00")))),
                new Pauses(List.of(new Pauses.Pause(
                        Optional.of(CaseTypeSetup.RENEW),
                        "Ingen läkare är på plats. Ring oss om du behöver ett recept.",
                        "semester",
                        ResidentVisit.SATURDAY.minusSeconds(86_400),
                        Optional.of(ResidentVisit.SATURDAY.plusSeconds(86_400))))));
    }

    /** Residents are promised an answer within five working days; so staff are reminded then, and not earlier. */
    private void remind(Steps steps, Progress progress) {
        progress.stands("reminder", CheckStatus.NOT_DONE, "den längsta handläggningstiden är 5");
        new Decisions(services.settings(), UNIT, steps).sayAndConfirm(FIRST, List.of(new StaffReminder(true, 5)));
        progress.stands("reminder", CheckStatus.DONE, "");
    }

    private static Actor staff(String hsaId) {
        return new Actor.Staff(new StaffId(hsaId));
    }
}
