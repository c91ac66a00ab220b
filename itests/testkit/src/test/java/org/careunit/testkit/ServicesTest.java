package org.careunit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.access.Permissions;
import org.careunit.api.changes.ChangeNotices;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Readiness;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.units.Units;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.FaultSwitch.Fault;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.service.event.Event;

/** What the kit puts together, and how a test reaches it. */
@ExtendWith(CareunitExtension.class)
class ServicesTest {

    private static final String RANKING = "service.ranking";

    @Test
    void isUpWithinFiveSeconds(Careunit warm) {
        assertThat(warm.observed().metrics()).isNotEmpty();
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> Careunit.start().close());
    }

    @Test
    void severalOfThemDoNotSeeEachOther(Careunit one) {
        try (Careunit other = Careunit.start()) {
            UnitUnderTest unit = one.units().registered("SE1111111111-KIT");
            Actor operator = new Actor.Operator("test");
            assertThat(one.service(Units.class).find(operator, unit.id())).isPresent();
            assertThat(other.service(Units.class).find(operator, unit.id())).isEmpty();
        }
    }

    @Test
    void savedChangesAreAnnounced(Careunit careunit) {
        careunit.units().ready("SE1111111111-KIT");
        assertThat(careunit.posted()).extracting(Event::getTopic).contains(ChangeNotices.TOPIC);
    }

    @Test
    void aPostedPlatformEventIsTakenIn(Careunit careunit) {
        UnitUnderTest unit = careunit.units().ready("SE1111111111-KIT");
        String json =
                """
                {"id": "e1", "type": "case-received", "occurredAt": "2026-03-02T09:00:00+01:00",
                 "unit": "SE1111111111-KIT", "case": "1", "caseType": "kontakta-mig"}
                """;
        careunit.post(new Event(PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, json)));
        careunit.awaitIdle();
        assertThat(careunit.mail().sent()).as("mails to %s", unit.id()).hasSize(1);
    }

    @Test
    void aCheckOfTheModulesOwnComesAndGoes(Careunit careunit, Readiness readiness) {
        UnitUnderTest unit = careunit.units().ready("SE1111111111-KIT");
        Runnable remove = careunit.register(ReadinessCheck.class, new NeverDone());
        assertThat(readiness.of(unit.asAdministrator(), unit.id()).ready()).isFalse();
        remove.run();
        assertThat(readiness.of(unit.asAdministrator(), unit.id()).ready()).isTrue();
    }

    @Test
    void aDirectoryThatIsDownIsUnavailableToCallers(Careunit careunit, Permissions permissions) {
        UnitUnderTest unit = careunit.units().ready("SE1111111111-KIT");
        careunit.directory().faults().set(Fault.UNAVAILABLE);
        assertThatThrownBy(() -> permissions.lookUp(unit.asAdministrator(), unit.id(), "18900118-9811"))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void aDirectoryOfHigherRankingIsUsedAtOnceAndThenTheOtherAgain(Careunit careunit, Units units) {
        HsaId unit = careunit.units().ready("SE1111111111-KIT").id();
        Actor operator = new Actor.Operator("test");
        assertThat(units.inDirectory(operator, unit).entry().found()).isPresent();
        Runnable lower = careunit.register(StaffDirectory.class, new FakeDirectory(), Map.of(RANKING, -1));
        assertThat(units.inDirectory(operator, unit).entry().found()).isPresent();
        Runnable higher = careunit.register(StaffDirectory.class, new FakeDirectory(), Map.of(RANKING, 1));
        assertThat(units.inDirectory(operator, unit).entry().found()).isEmpty();
        lower.run();
        assertThat(units.inDirectory(operator, unit).entry().found()).isEmpty();
        higher.run();
        assertThat(units.inDirectory(operator, unit).entry().found()).isPresent();
    }

    @Test
    void whatAnswersForTheHostIsReplacedAndRemoved(Careunit careunit, Units units) {
        HsaId unit = careunit.units().ready("SE1111111111-KIT").id();
        Actor operator = new Actor.Operator("test");
        careunit.setHost(StaffDirectory.class, new FakeDirectory());
        assertThat(units.inDirectory(operator, unit).entry().found()).isEmpty();
        careunit.setHost(StaffDirectory.class, careunit.directory());
        assertThat(units.inDirectory(operator, unit).entry().found()).isPresent();
        careunit.removeHost(ArchiveGateway.class);
        careunit.removeHost(ArchiveGateway.class);
        assertThatThrownBy(() -> careunit.setHost(MailGateway.class, careunit.mail()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mail().answer");
    }

    @Test
    void aServiceThatIsNotThereIsNamed(Careunit careunit) {
        Runnable remove = careunit.register(Runnable.class, () -> {});
        remove.run();
        assertThat(careunit.services(Runnable.class)).isEmpty();
        assertThatThrownBy(() -> careunit.service(Runnable.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class NeverDone implements ReadinessCheck {

        @Override
        public String key() {
            return "never-done";
        }

        @Override
        public String title() {
            return "Något till";
        }

        @Override
        public Optional<Point> point() {
            return Optional.empty();
        }

        @Override
        public CheckResult check(CheckRequest request) {
            return CheckResult.toFix(List.of(
                    new Problem("test.never", "", Map.of(), "Det här blir aldrig klart.", "This is never done")));
        }
    }
}
