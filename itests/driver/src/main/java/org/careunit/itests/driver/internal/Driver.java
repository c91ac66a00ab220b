package org.careunit.itests.driver.internal;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.Messages;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.units.Units;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** The host module. */
@Component(service = Driver.class, immediate = true)
public final class Driver implements DriverMXBean {

    private static final String NAME = "org.careunit.itests:type=Driver";
    private static final Actor OPERATOR = new Actor.Operator("driver");
    private static final Actor HOST = new Actor.Host("driver");

    @Reference
    private volatile Units units;

    @Reference
    private volatile Permissions permissions;

    @Reference
    private volatile UnitSettings settings;

    @Reference
    private volatile RecordSystemTests recordSystems;

    @Reference
    private volatile PersonalSettings personal;

    @Reference
    private volatile StaffDirectory directory;

    private final Clock clock = Clock.systemUTC();

    @Reference
    private volatile PlatformEvents events;

    @Reference
    private volatile Messages messages;

    @Reference
    private volatile EventAdmin eventAdmin;

    @Activate
    void publish() throws JMException {
        ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
    }

    @Deactivate
    void withdraw() throws JMException {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    }

    @Override
    public void join(String unitId, String name, String staffId, List<String> addresses) {
        HsaId unit = HsaId.of(unitId);
        StaffId staff = StaffId.of(staffId);
        open(unitId, name);
        permissions.assign(OPERATOR, unit, staff, Set.of(Permission.CASE_HANDLER));
        long seen = settings.read(OPERATOR, unit, EmailNotification.class).version();
        settings.save(
                OPERATOR,
                unit,
                new EmailNotification(
                        true, addresses.stream().map(EmailAddress::new).toList()),
                seen);
        Actor self = new Actor.Staff(staff);
        PersonalChoices choices = new PersonalChoices(Optional.empty(), Optional.empty(), true, Optional.empty());
        personal.save(
                self, unit, staff, choices, personal.read(self, unit, staff).version());
    }

    @Override
    public void wantSms(String unitId, String staffId, String number) {
        HsaId unit = HsaId.of(unitId);
        StaffId staff = StaffId.of(staffId);
        Actor self = new Actor.Staff(staff);
        PersonalChoices choices = new PersonalChoices(
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                true,
                Optional.of(new TelephoneNumber(number)));
        personal.save(
                self, unit, staff, choices, personal.read(self, unit, staff).version());
    }

    @Override
    public void open(String unit, String name) {
        units.register(OPERATOR, HsaId.of(unit), new CountyCode("01"), name);
        units.open(OPERATOR, HsaId.of(unit));
    }

    @Override
    public boolean testRecordSystem(String unit) {
        try {
            return recordSystems.test(OPERATOR, HsaId.of(unit)).passed();
        } catch (RefusedException noneYet) {
            return false;
        }
    }

    @Override
    public void turnOnRecordSystem(String unitId) {
        HsaId unit = HsaId.of(unitId);
        long seen =
                settings.read(OPERATOR, unit, RecordSystemNotification.class).version();
        settings.save(OPERATOR, unit, new RecordSystemNotification(true), seen);
    }

    @Override
    public boolean knows(String staff) {
        try {
            return !directory.staff(StaffId.of(staff)).found().isEmpty();
        } catch (UnavailableException notYet) {
            return false;
        }
    }

    @Override
    public List<String> entries(String staff) {
        return directory.staff(StaffId.of(staff)).found().stream()
                .map(entry -> String.join(
                        "|",
                        entry.name().orElse(""),
                        entry.title().orElse(""),
                        entry.mail().map(EmailAddress::masked).orElse(""),
                        entry.mobile().orElse(""),
                        (entry.confidential() ? "protected " : "")
                                + (entry.holdsAt(clock.instant()) ? "holds" : "does not hold")
                                + (entry.datesUnreadable() ? " unreadable" : "")))
                .toList();
    }

    @Override
    public List<String> lookUp(String unit, String number) {
        return permissions.lookUp(OPERATOR, HsaId.of(unit), number).found().stream()
                .map(colleague -> colleague.staff().value())
                .toList();
    }

    @Override
    public String assign(String unit, String staff) {
        try {
            permissions.assign(OPERATOR, HsaId.of(unit), StaffId.of(staff), Set.of(Permission.CASE_HANDLER));
            return "ok";
        } catch (CareunitException refused) {
            return refused.getMessage();
        }
    }

    @Override
    public String accept(String json) {
        try {
            PlatformEvents.Acceptance answer = events.acceptJson(HOST, json);
            return answer.accepted() + "/" + answer.known();
        } catch (CareunitException failure) {
            return failure.getClass().getSimpleName();
        }
    }

    @Override
    public void post(String json) {
        eventAdmin.sendEvent(new Event(PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, json)));
    }

    @Override
    public List<String> ledger(String unit, String caseId) {
        return messages.about(OPERATOR, new CaseRef(HsaId.of(unit), caseId)).stream()
                .map(row -> String.join(
                        "|",
                        row.event().value(),
                        row.state().name(),
                        Integer.toString(row.attempts()),
                        row.recipient().orElse(""),
                        row.detail()))
                .toList();
    }

    @Override
    public String signature(String unit, String staff, String day) {
        StaffId member = StaffId.of(staff);
        return personal.signature(new Actor.Staff(member), HsaId.of(unit), member, LocalDate.parse(day));
    }
}
