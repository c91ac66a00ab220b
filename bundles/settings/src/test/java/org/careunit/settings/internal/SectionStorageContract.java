package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form in which sections are stored and cached, on every database. */
abstract class SectionStorageContract {

    private static final CountyCode REGION = new CountyCode("01");
    private static final Actor ANNA = new Actor.Operator("anna");

    private TestStore store;
    private SettingsContext context;
    private UnitSettingsComponent settings;
    private RegionSettingsComponent regions;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(SettingsFixture.UNIT, REGION, "Vårdcentralen Björken", CareUnit.State.OPEN));
        context = SettingsFixture.context(store);
        settings = new UnitSettingsComponent(FakeAccess.operators(), context);
        regions = new RegionSettingsComponent(FakeAccess.operators(), context);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void telephoneNumbersAreKeptToDialAndShownAsTheyAreWritten() {
        UnitInformation written = UnitInformation.NONE.withTelephone(Optional.of("08-465 004 00"));
        assertThat(save(written).content().telephone()).contains("+46846500400");
        assertThat(read(UnitInformation.class).telephone()).contains("+46846500400");
        assertThat(settings.information(ANNA, SettingsFixture.UNIT).shown().telephone())
                .contains("08-465 004 00");
        assertThatThrownBy(() -> settings.save(
                        ANNA, SettingsFixture.UNIT, written.withTelephone(Optional.of("08-1234567890123")), 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("telephone: there can be no such number");
    }

    @Test
    void otherInformationIsKeptSafeAndThePreviewSaysWhatGoes() {
        OtherInformation written = new OtherInformation("<p>Hej<script>x()</script></p>");
        assertThat(settings.preview(written).html()).isEqualTo("<p>Hej</p>");
        assertThat(settings.preview(written).removed()).containsExactly("<script>");
        assertThat(read(OtherInformation.class)).isEqualTo(OtherInformation.NONE);
        assertThat(save(written).content()).isEqualTo(new OtherInformation("<p>Hej</p>"));
        assertThat(read(OtherInformation.class)).isEqualTo(new OtherInformation("<p>Hej</p>"));
    }

    @Test
    void whatRegionsSayIsKeptInTheSameForm() {
        OtherInformation written = new OtherInformation("<p onclick=\"x()\">Hej</p>");
        assertThat(regions.saveDefault(ANNA, REGION, written, true, 0).content().section())
                .isEqualTo(new OtherInformation("<p>Hej</p>"));
        assertThat(read(OtherInformation.class)).isEqualTo(new OtherInformation("<p>Hej</p>"));
    }

    @Test
    void careTypesAreThoseOfTheCatalogue() {
        assertThat(save(new CareTypes(Set.of("vardcentral"))).version()).isEqualTo(1);
        assertThatThrownBy(() -> settings.save(ANNA, SettingsFixture.UNIT, new CareTypes(Set.of("trolleri")), 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no care type trolleri");
        assertThatThrownBy(() -> regions.saveDefault(ANNA, REGION, new CareTypes(Set.of("trolleri")), false, 0))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void textsToResidentsNameNoUnitOfTheRegion() {
        FixedCaseTypes.say(context);
        save(new UnitInformation(
                Optional.of("Björkens BVC"),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
        for (String naming : List.of("Hälsningar från vårdcentralen Björken", "Björkens BVC har svarat")) {
            assertThatThrownBy(() -> regions.save(ANNA, REGION, new ResidentTexts(null, naming, null), 0))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("name the unit");
        }
        ResidentTexts elsewhere = new ResidentTexts(null, "Hälsningar från vårdcentralen Björken", null);
        assertThat(regions.save(ANNA, new CountyCode("03"), elsewhere, 0).version())
                .isEqualTo(1);
        assertThat(regions.save(ANNA, REGION, ResidentTexts.DEFAULT, 0).version())
                .isEqualTo(1);
    }

    @Test
    void whatIsRolledBackIsNotRememberedWhereNothingWas() {
        rolledBack(() -> {
            save(on("a@example.org"));
            assertThat(read(EmailNotification.class)).isEqualTo(on("a@example.org"));
            assertThat(settings.everywhere(ANNA, EmailNotification.class)).containsValue(on("a@example.org"));
        });
        assertThat(read(EmailNotification.class)).isEqualTo(EmailNotification.OFF);
    }

    @Test
    void whatIsRolledBackIsNotRememberedWhereARowIsToBeReadAgain() {
        assertThat(read(EmailNotification.class)).isEqualTo(EmailNotification.OFF);
        save(on("a@example.org"));
        rolledBack(() -> {
            settings.save(ANNA, SettingsFixture.UNIT, on("b@example.org"), 1);
            assertThat(read(EmailNotification.class)).isEqualTo(on("b@example.org"));
            assertThat(settings.everywhere(ANNA, EmailNotification.class)).containsValue(on("b@example.org"));
        });
        assertThat(read(EmailNotification.class)).isEqualTo(on("a@example.org"));
        assertThat(settings.everywhere(ANNA, EmailNotification.class)).containsValue(on("a@example.org"));
    }

    @Test
    void whatIsRememberedIsGivenOutInsideATransaction() {
        save(on("a@example.org"));
        assertThat(read(EmailNotification.class)).isEqualTo(on("a@example.org"));
        store.transactions().run(() -> {
            assertThat(read(EmailNotification.class)).isEqualTo(on("a@example.org"));
            assertThat(settings.everywhere(ANNA, EmailNotification.class)).containsValue(on("a@example.org"));
        });
    }

    private void rolledBack(Runnable work) {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    work.run();
                    throw new Given();
                }))
                .isInstanceOf(Given.class);
    }

    private <S extends Section> Versioned<S> save(S section) {
        return settings.save(ANNA, SettingsFixture.UNIT, section, 0);
    }

    private <S extends Section> S read(Class<S> section) {
        return settings.read(ANNA, SettingsFixture.UNIT, section).content();
    }

    private static EmailNotification on(String address) {
        return new EmailNotification(true, List.of(new EmailAddress(address)));
    }

    /** What ends a transaction. */
    private static final class Given extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
