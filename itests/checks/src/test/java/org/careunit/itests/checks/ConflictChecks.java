package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.changes.ChangeNotices;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.Units;
import org.junit.jupiter.api.Test;

/** Somebody was faster: nothing is saved, and both versions are in the conflict. */
abstract class ConflictChecks extends HostChecks {

    private static final CountyCode REGION = new CountyCode("25");

    @Test
    void aSection() {
        UnitSettings settings = service(UnitSettings.class);
        long seen = settings.read(administrator, unit.id(), StaffReminder.class).version();
        StaffReminder theirs = settings.save(administrator, unit.id(), new StaffReminder(true, 7), seen)
                .content();
        StaffReminder mine = new StaffReminder(false, 9);
        ConflictException conflict = conflict(() -> settings.save(administrator, unit.id(), mine, seen));
        assertThat(conflict.refused()).contains(mine);
        assertThat(conflict.current(StaffReminder.class)).isEqualTo(new Versioned<>(theirs, seen + 1));
        assertThat(settings.read(administrator, unit.id(), StaffReminder.class).content())
                .isEqualTo(theirs);
    }

    @Test
    void twoSectionsDoNotDisturbEachOther() {
        UnitSettings settings = service(UnitSettings.class);
        long mail =
                settings.read(administrator, unit.id(), EmailNotification.class).version();
        long link = settings.read(administrator, unit.id(), PageLink.class).version();
        settings.save(administrator, unit.id(), EmailNotification.OFF, mail);
        assertThat(settings.save(administrator, unit.id(), new PageLink(false), link)
                        .version())
                .isGreaterThan(link);
    }

    @Test
    void aConflictIsAnnouncedToNobody() {
        UnitSettings settings = service(UnitSettings.class);
        int before = careunit.posted().size();
        conflict(() -> settings.save(administrator, unit.id(), new ResidentReminder(true, 9), 77));
        assertThat(careunit.posted().subList(before, careunit.posted().size()))
                .noneMatch(event -> event.getTopic().equals(ChangeNotices.TOPIC));
    }

    @Test
    void aRestoredSection() {
        UnitSettings settings = service(UnitSettings.class);
        long seen =
                settings.read(administrator, unit.id(), ResidentReminder.class).version();
        long saved = settings.save(administrator, unit.id(), new ResidentReminder(true, 5), seen)
                .version();
        ConflictException conflict =
                conflict(() -> settings.restore(administrator, unit.id(), ResidentReminder.class, saved, seen));
        assertThat(conflict.current(ResidentReminder.class).version()).isEqualTo(saved);
    }

    @Test
    void anUpdateIsMadeAgain() {
        UnitSettings settings = service(UnitSettings.class);
        AtomicInteger calls = new AtomicInteger();
        settings.update(administrator, unit.id(), ResidentReminder.class, now -> {
            if (calls.incrementAndGet() == 1) {
                settings.update(
                        administrator, unit.id(), ResidentReminder.class, other -> new ResidentReminder(true, 20));
            }
            return new ResidentReminder(true, now.calendarDays() + 1);
        });
        assertThat(calls).hasValue(2);
        assertThat(settings.read(administrator, unit.id(), ResidentReminder.class)
                        .content()
                        .calendarDays())
                .isEqualTo(21);
    }

    @Test
    void aSectionOfARegionAndADefault() {
        RegionSettings settings = service(RegionSettings.class);
        long seen = settings.read(OPERATOR, REGION, SupportContact.class).version();
        settings.save(OPERATOR, REGION, new SupportContact("Stödet", "08-1"), seen);
        assertThat(conflict(() -> settings.save(OPERATOR, REGION, new SupportContact("Andra", "08-2"), seen))
                        .current(SupportContact.class)
                        .content()
                        .name())
                .isEqualTo("Stödet");
        long other = settings.readDefault(OPERATOR, REGION, PageLink.class).version();
        settings.saveDefault(OPERATOR, REGION, new PageLink(true), false, other);
        assertThat(conflict(() -> settings.saveDefault(OPERATOR, REGION, new PageLink(false), false, other))
                        .current(Default.class)
                        .version())
                .isEqualTo(other + 1);
    }

    @Test
    void aPersonsChoices() {
        PersonalSettings personal = service(PersonalSettings.class);
        Actor self = new Actor.Staff(unit.handler());
        PersonalChoices before = personal.read(self, unit.id(), unit.handler()).choices();
        personal.save(self, unit.id(), unit.handler(), before.withDisplayName(Optional.of("Dr David")), 1);
        ConflictException conflict = conflict(() -> personal.save(self, unit.id(), unit.handler(), before, 1));
        assertThat(conflict.current(PersonalChoices.class).content().displayName())
                .contains("Dr David");
        assertThat(conflict.current(PersonalChoices.class).version()).isEqualTo(2);
    }

    @Test
    void termsOfAUnit() {
        Terms terms = service(Terms.class);
        Versioned<TermsDraft> seen = terms.draft(administrator, unit.id(), unit.type());
        TermsText text = seen.content().text().orElseThrow();
        terms.saveDraft(administrator, unit.id(), unit.type(), text, seen.version());
        ConflictException conflict =
                conflict(() -> terms.saveDraft(administrator, unit.id(), unit.type(), text, seen.version()));
        assertThat(conflict.current().orElseThrow().version()).isEqualTo(seen.version() + 1);
        conflict(() -> terms.publish(administrator, unit.id(), unit.type(), seen.version()));
    }

    @Test
    void termsAndRulesOfARegion() {
        RegionTerms terms = service(RegionTerms.class);
        TermsText text = new TermsText(List.of(TermsPoint.of("vad", "Här kan du förnya ett recept.")));
        CaseTypeKey type = new CaseTypeKey("fornya-recept");
        long seen = terms.draft(OPERATOR, REGION, type).version();
        terms.saveDraft(OPERATOR, REGION, type, text, seen);
        conflict(() -> terms.saveDraft(OPERATOR, REGION, type, text, seen));
        long rules = terms.rules(OPERATOR, REGION).version();
        terms.saveRules(OPERATOR, REGION, CheckRules.DEFAULT.withFewestPoints(2), rules);
        assertThat(conflict(() -> terms.saveRules(OPERATOR, REGION, CheckRules.DEFAULT, rules))
                        .current(CheckRules.class)
                        .content()
                        .fewestPoints())
                .isEqualTo(2);
    }

    @Test
    void aCaseTypeAtAUnit() {
        CaseTypeChoices choices = service(CaseTypeChoices.class);
        TypeAtUnit seen = choices.create(administrator, unit.id(), "Egen sort", choices.parse("{\"handlingDays\": 2}"));
        choices.rename(administrator, unit.id(), seen.key(), "Annan sort", seen.version());
        ConflictException conflict = conflict(() -> choices.save(
                administrator, unit.id(), seen.key(), choices.parse("{\"handlingDays\": 4}"), seen.version()));
        assertThat(conflict.current().orElseThrow().version()).isEqualTo(seen.version() + 1);
    }

    @Test
    void aCaseTypeOfARegion() {
        CaseTypeCatalogue catalogue = service(CaseTypeCatalogue.class);
        Versioned<CentralType> seen = catalogue.types(OPERATOR, REGION).get(0);
        catalogue.save(OPERATOR, REGION, seen.content().withName("Boka en tid"), seen.version());
        assertThat(conflict(() -> catalogue.save(OPERATOR, REGION, seen.content(), seen.version()))
                        .current(CentralType.class)
                        .content()
                        .name())
                .isEqualTo("Boka en tid");
    }

    @Test
    void aUnitsName() {
        Units units = service(Units.class);
        units.register(OPERATOR, id("NAME"), STOCKHOLM, "Första namnet");
        units.rename(OPERATOR, id("NAME"), "Första namnet", "Andra namnet");
        conflict(() -> units.rename(OPERATOR, id("NAME"), "Första namnet", "Tredje namnet"));
        assertThat(units.find(OPERATOR, id("NAME")).orElseThrow().name()).isEqualTo("Andra namnet");
    }

    @Test
    void anImportOfWhatIsTheSameIsNoConflict() {
        Configurations texts = service(Configurations.class);
        String exported = texts.export(administrator, unit.id());
        assertThat(texts.apply(administrator, List.of(unit.id()), exported, Set.of())
                        .differences())
                .isEmpty();
    }
}
