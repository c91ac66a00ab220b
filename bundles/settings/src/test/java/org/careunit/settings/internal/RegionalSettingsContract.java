package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Optional;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.junit.jupiter.api.Test;

/** What a region saves, and what its units inherit of it, on every database. */
abstract class RegionalSettingsContract extends SettingsFixture {

    @Test
    public void whatTheRegionSaysHoldsUntilTheUnitSaves() {
        regions.saveDefault(BO, REGION, on("region@example.org"), false, 0);
        assertThat(read()).isEqualTo(new Versioned<>(on("region@example.org"), 0));
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        assertThat(read()).isEqualTo(new Versioned<>(on("a@example.org"), 1));
        assertThat(settings.everywhere(ANNA, EmailNotification.class)).isEqualTo(Map.of(UNIT, on("a@example.org")));
        assertThat(settings.restore(ANNA, UNIT, EmailNotification.class, 0, 1))
                .isEqualTo(new Versioned<>(on("region@example.org"), 2));
        assertThat(store.audit().newest(UNIT, 10))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("settings.restore", "settings.change");
    }

    @Test
    public void whatIsConfirmedFollowsTheRegionOnAndStandsInTheTrailAsConfirmed() {
        Versioned<EmailNotification> confirmed = new Versioned<>(EmailNotification.OFF, 1);
        assertThat(settings.confirm(ANNA, UNIT, EmailNotification.class)).isEqualTo(confirmed);
        assertThat(settings.confirm(BO, UNIT, EmailNotification.class)).isEqualTo(confirmed);
        assertThat(store.audit().newest(UNIT, 10)).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("settings.confirm");
            assertThat(row.text()).isEqualTo("email-notification: version 1");
        });
        regions.saveDefault(BO, REGION, on("region@example.org"), false, 0);
        assertThat(read()).isEqualTo(new Versioned<>(on("region@example.org"), 1));
    }

    @Test
    public void whatARegionSaysIsOneRowInItsOwnTrailHoweverManyUnitsItHas() {
        for (int number = 2; number < 9; number++) {
            HsaId id = new HsaId("SE1111111111-UNIT" + number);
            store.units().add(new CareUnit(id, REGION, "Mottagning", CareUnit.State.OPEN));
        }
        CountyCode empty = new CountyCode("03");
        regions.save(ANNA, REGION, new SupportContact("Supporten", "08-123 45 67"), 0);
        regions.saveDefault(BO, empty, PageLink.SHOWN, true, 0);
        assertThat(store.audit().newest(Scope.region("01"), 10)).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo("operator:anna");
            assertThat(row.action()).isEqualTo("region.change");
            assertThat(row.text()).isEqualTo("region support-contact: version 1");
        });
        assertThat(store.audit().newest(Scope.region("03"), 10))
                .extracting(AuditTrail.Entry::text)
                .containsExactly("default page-link: version 1");
        assertThat(store.audit().newest(UNIT, 10)).isEmpty();
    }

    @Test
    public void whatARegionHasSaidIsInItsHistoryAndCanBeSaidAgain() {
        SupportContact first = new SupportContact("Supporten", "08-123 45 67");
        regions.save(ANNA, REGION, first, 0);
        regions.save(BO, REGION, new SupportContact("Vi", "08-123 45 67"), 1);
        regions.restore(ANNA, REGION, SupportContact.class, 1, 2);
        assertThat(regions.history(ANNA, REGION, SupportContact.class))
                .extracting(Saved::version, Saved::actor, Saved::content)
                .containsExactly(
                        tuple(3L, "operator:anna", Optional.of(first)),
                        tuple(2L, "operator:bo", Optional.of(new SupportContact("Vi", "08-123 45 67"))),
                        tuple(1L, "operator:anna", Optional.of(first)));
        assertThat(regions.history(ANNA, REGION, SupportContact.class).get(0).changes())
                .containsExactly(new Saved.Change("/name", Optional.of("\"Vi\""), Optional.of("\"Supporten\"")));
        assertThatThrownBy(() -> regions.history(RESIDENT, REGION, SupportContact.class))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    public void whatARegionHasToldItsUnitsIsInItsHistoryLockAndAll() {
        regions.saveDefault(ANNA, REGION, new PageLink(false), true, 0);
        regions.restoreDefault(BO, REGION, PageLink.class, 0, 1);
        assertThat(regions.defaultHistory(ANNA, REGION, PageLink.class))
                .extracting(Saved::version, Saved::actor, Saved::content)
                .containsExactly(
                        tuple(2L, "operator:bo", Optional.empty()),
                        tuple(1L, "operator:anna", Optional.of(new Default<>(new PageLink(false), true))));
        assertThat(regions.defaultHistory(ANNA, REGION, PageLink.class).get(1).changes())
                .contains(new Saved.Change("/locked", Optional.empty(), Optional.of("true")));
        assertThat(regions.defaultHistory(ANNA, REGION, EmailNotification.class))
                .isEmpty();
        assertThatThrownBy(() -> regions.defaultHistory(RESIDENT, REGION, PageLink.class))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    public void whatTheRegionLocksHoldsWhateverTheUnitHasSaved() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        regions.saveDefault(BO, REGION, EmailNotification.OFF, true, 0);
        assertThat(read()).isEqualTo(new Versioned<>(EmailNotification.OFF, 1));
        assertThatThrownBy(() -> settings.save(ANNA, UNIT, on("b@example.org"), 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("locked by region 01");
        assertThat(store.documents().history(DOCUMENT)).hasSize(1);
        assertThat(settings.sections(ANNA, UNIT).get(0).locked()).isTrue();
        assertThat(regions.restoreDefault(BO, REGION, EmailNotification.class, 0, 1)
                        .content()
                        .locked())
                .isFalse();
        assertThat(read()).isEqualTo(new Versioned<>(on("a@example.org"), 1));
    }
}
