package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.changes.ChangeNotice;
import org.careunit.api.changes.ChangeNotices;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.StaffChanged;
import org.careunit.api.events.PlatformEvent.UnitChanged;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.units.Units;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

/** What EventAdmin tells host modules of changes. */
abstract class NoticeChecks extends HostChecks {

    private List<ChangeNotice> after(Runnable change) {
        int before = careunit.posted().size();
        change.run();
        return careunit.posted().subList(before, careunit.posted().size()).stream()
                .filter(event -> event.getTopic().equals(ChangeNotices.TOPIC))
                .map(ChangeNotice::of)
                .toList();
    }

    private ChangeNotice ofUnit(String kind, String key) {
        return new ChangeNotice(ChangeNotice.Level.UNIT, unit.id().value(), kind, key);
    }

    @Test
    void aSection() {
        assertThat(after(() -> service(UnitSettings.class)
                        .update(
                                administrator,
                                unit.id(),
                                ResidentReminder.class,
                                now -> new ResidentReminder(true, 8))))
                .contains(ofUnit(ChangeNotice.SETTINGS, "resident-reminder"));
    }

    @Test
    void aSectionThatStaysAsItIsIsNotAnnounced() {
        assertThat(after(() -> service(UnitSettings.class)
                        .update(administrator, unit.id(), ResidentReminder.class, now -> now)))
                .isEmpty();
    }

    @Test
    void whatIsRefusedIsNotAnnounced() {
        assertThat(after(() -> refused("access.not-permitted", () -> service(UnitSettings.class)
                        .save(HOST, unit.id(), new ResidentReminder(false, 2), 1))))
                .isEmpty();
    }

    @Test
    void theUnitItself() {
        assertThat(after(() ->
                        service(Units.class).rename(OPERATOR, unit.id(), "Provmottagningen", "Nya provmottagningen")))
                .contains(ofUnit(ChangeNotice.UNIT, unit.id().value()));
    }

    @Test
    void aRegionsSectionAndDefault() {
        CountyCode region = new CountyCode("12");
        List<ChangeNotice> notices = after(() -> {
            RegionSettings settings = service(RegionSettings.class);
            settings.save(OPERATOR, region, new SupportContact("Stödet", "08-1"), 0);
            settings.saveDefault(OPERATOR, region, new ResidentReminder(true, 9), false, 0);
        });
        assertThat(notices).extracting(ChangeNotice::kind).contains(ChangeNotice.REGION, ChangeNotice.DEFAULT);
        assertThat(notices).extracting(ChangeNotice::region).containsOnly(Optional.of(region));
    }

    @Test
    void permissionsAndLocks() {
        Permissions permissions = service(Permissions.class);
        assertThat(after(() -> permissions.assign(
                        administrator,
                        unit.id(),
                        unit.handler(),
                        Set.of(Permission.CASE_HANDLER, Permission.REVIEWER))))
                .contains(ofUnit(ChangeNotice.PERMISSIONS, unit.handler().value()));
        assertThat(after(() -> permissions.lock(administrator, unit.id(), unit.handler())))
                .contains(ofUnit(ChangeNotice.ACCOUNT, unit.handler().value()));
        permissions.reactivate(administrator, unit.id(), unit.handler());
    }

    @Test
    void personalSettings() {
        Actor self = new Actor.Staff(unit.receiver());
        PersonalSettings personal = service(PersonalSettings.class);
        PersonalChoices choices =
                personal.read(self, unit.id(), unit.receiver()).choices();
        assertThat(after(() -> personal.save(
                        self, unit.id(), unit.receiver(), choices.withSignature(Optional.of("Cecilia")), 1)))
                .contains(ofUnit(ChangeNotice.PERSONAL, unit.receiver().value()));
    }

    @Test
    void anApprovedResidentIsAHashAlone() {
        ResidentPseudonym resident = new ResidentPseudonym("exempel-godkand");
        List<ChangeNotice> notices = after(
                () -> service(ApprovedResidents.class).approve(administrator, unit.id(), resident, Optional.empty()));
        assertThat(notices).extracting(ChangeNotice::kind).contains(ChangeNotice.APPROVED);
        assertThat(notices.toString()).doesNotContain(resident.value());
    }

    @Test
    void aCaseTypeAndItsTerms() {
        CaseTypeKey type = new CaseTypeKey("boka-tid");
        CaseTypeChoices choices = service(CaseTypeChoices.class);
        assertThat(after(() -> choices.save(administrator, unit.id(), type, choices.parse("{\"handlingDays\": 4}"), 0)))
                .contains(ofUnit(ChangeNotice.CASE_TYPE, type.value()));
        Terms terms = service(Terms.class);
        Versioned<TermsDraft> draft = terms.draft(administrator, unit.id(), type);
        assertThat(after(() -> terms.saveDraft(
                        administrator, unit.id(), type, draft.content().text().orElseThrow(), draft.version())))
                .contains(ofUnit(ChangeNotice.TERMS, type.value()));
    }

    /** By it every node, and whoever else caches the directory, asks it again. */
    @Test
    void aUnitOrStaffMemberThatHasChangedOnThePlatform() {
        List<ChangeNotice> notices = after(() -> {
            service(PlatformEvents.class)
                    .accept(
                            HOST,
                            List.of(
                                    new UnitChanged(new EventId("notice-unit"), now(), unit.id()),
                                    new StaffChanged(new EventId("notice-staff"), now(), unit.handler())));
            careunit.awaitIdle();
        });
        assertThat(notices)
                .contains(
                        ofUnit(ChangeNotice.DIRECTORY_UNIT, unit.id().value()),
                        new ChangeNotice(
                                ChangeNotice.Level.PLATFORM,
                                "*",
                                ChangeNotice.DIRECTORY_STAFF,
                                unit.handler().value()));
    }

    /** Over all that the checks before this one have done with this Careunit, too. */
    @Test
    void everyKindIsOneOfTheManuals() throws IllegalAccessException {
        Set<String> kinds = new HashSet<>();
        for (Field field : ChangeNotice.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                kinds.add((String) field.get(null));
            }
        }
        Runnable disconnect = careunit.connectRecordSystem(unit.id());
        service(RecordSystemTests.class).test(administrator, unit.id());
        disconnect.run();
        assertThat(careunit.posted())
                .filteredOn(event -> event.getTopic().equals(ChangeNotices.TOPIC))
                .map(event -> ChangeNotice.of(event).kind())
                .contains(ChangeNotice.RECORD_SYSTEM_TEST)
                .isSubsetOf(kinds);
    }

    @Test
    void anotherEventIsNoNotice() {
        for (Event event : List.of(
                new Event("org/example/OTHER", Map.of()),
                new Event(ChangeNotices.TOPIC, Map.of()),
                new Event(ChangeNotices.TOPIC, Map.of(ChangeNotices.SCOPE_LEVEL, "galaxy")))) {
            assertThatThrownBy(() -> ChangeNotice.of(event)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
