package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.careunit.api.changes.ChangeNotice;
import org.careunit.api.changes.ChangeNotices;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.StaffId;
import org.careunit.routes.ChannelState;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

/** Cached answers, outages and connections, on a real LDAP server. */
class LdapOutageTest extends LdapStaffDirectoryFixture {

    @Test
    void asksOnceWhileAnAnswerIsFresh() {
        port.directory.staff(TEST);
        clock.advance(Duration.ofMinutes(59));
        DirectoryAnswer<List<StaffEntry>> again = port.directory.staff(TEST);

        assertThat(peer.searches()).isEqualTo(1);
        assertThat(again.asOf()).isEqualTo(SettableClock.START);
        assertThat(again.stale()).isFalse();

        clock.advance(Duration.ofMinutes(1));
        port.directory.staff(TEST);

        assertThat(peer.searches()).isEqualTo(2);
    }

    @Test
    void asksAgainAboutAUnitThatHasChanged() {
        port.directory.unit(UNIT);
        port.directory.staff(TEST);
        tell("unit", UNIT.value(), ChangeNotice.DIRECTORY_UNIT, UNIT.value());
        port.directory.unit(UNIT);
        port.directory.unit(UNIT);
        port.directory.staff(TEST);

        assertThat(peer.searches()).as("the unit twice, the staff member once").isEqualTo(3);
    }

    @Test
    void asksAgainAboutAStaffMemberWhoHasChanged() {
        port.directory.staff(TEST);
        port.directory.staff(NUMBER);
        port.directory.unit(UNIT);
        tell("platform", "*", ChangeNotice.DIRECTORY_STAFF, TEST.value());
        port.directory.staff(TEST);
        port.directory.staff(NUMBER);
        port.directory.unit(UNIT);

        assertThat(peer.searches())
                .as("twice by id, twice by number, the unit once")
                .isEqualTo(5);
    }

    @Test
    void asksAgainAboutEverythingAfterNoticesWereLost() {
        port.directory.staff(TEST);
        tell("platform", "*", ChangeNotices.ANYTHING, ChangeNotices.ANYTHING);
        port.directory.staff(TEST);

        assertThat(peer.searches()).isEqualTo(2);
    }

    @Test
    void whatHasChangedIsServedAsStaleWhileEkIsDown() {
        port.directory.staff(TEST);
        tell("platform", "*", ChangeNotice.DIRECTORY_STAFF, TEST.value());
        peer.stop();

        assertThat(port.directory.staff(TEST).stale()).isTrue();
    }

    private void tell(String level, String id, String kind, String key) {
        new ChangedEntries(cache)
                .handleEvent(new Event(
                        ChangeNotices.TOPIC,
                        Map.of(
                                ChangeNotices.SCOPE_LEVEL, level,
                                ChangeNotices.SCOPE_ID, id,
                                ChangeNotices.KIND, kind,
                                ChangeNotices.KEY, key)));
    }

    @Test
    void findsWhoHasJustBeenEntered() {
        assertThat(port.directory.staff(OTHER).found()).isEmpty();

        peer.staff(OTHER.value(), UNIT.value(), "Test", "Testsson").add();

        assertThat(port.directory.staff(OTHER).found()).hasSize(1);
    }

    @Test
    void servesStaleAnswersWhileEkIsDownForAsLongAsConfigured() {
        port.directory.staff(TEST);
        port.directory.unit(UNIT);
        peer.stop();
        clock.advance(Duration.ofHours(71));

        DirectoryAnswer<Optional<UnitEntry>> unit = port.directory.unit(UNIT);

        assertThat(port.directory.staff(TEST).stale()).isTrue();
        assertThat(unit.stale()).isTrue();
        assertThat(unit.asOf()).isEqualTo(SettableClock.START);
        assertThat(unit.found()).isPresent();

        clock.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> port.directory.unit(UNIT)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void servesStaleAnswersWithinTheTimeOutWhileEkIsSlow() {
        port.directory.staff(TEST);
        clock.advance(Duration.ofHours(2));
        peer.slow(Duration.ofSeconds(30));

        assertThat(timed(() -> assertThat(port.directory.staff(TEST).stale()).isTrue()))
                .isLessThan(LIMIT.multipliedBy(2));
        assertThatThrownBy(() -> port.directory.staff(OTHER)).hasMessageContaining("no answer in time");
    }

    @Test
    void servesStaleAnswersWithinTheTimeOutWhileEkIsHalfOpen() throws Exception {
        port.directory.staff(TEST);
        clock.advance(Duration.ofHours(2));
        peer.fallSilent();

        assertThat(timed(() -> assertThat(port.directory.staff(TEST).stale()).isTrue()))
                .isLessThan(LIMIT.multipliedBy(2));
        assertThatThrownBy(() -> port.directory.staff(OTHER)).hasMessageContaining("no answer in time");
    }

    private static Duration timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void stopsAskingAfterFiveFailuresAndTriesAgainAfterTenSeconds() throws Exception {
        peer.refuseSearches(52);
        failTimes(7);

        assertThat(peer.searches()).isEqualTo(5);

        clock.advance(Duration.ofSeconds(10));
        failTimes(2);

        assertThat(peer.searches()).as("one on trial").isEqualTo(6);

        clock.advance(Duration.ofSeconds(10));
        peer.refuseSearches(0);

        assertThat(port.directory.staff(TEST).found()).hasSize(1);
        assertThat(port.directory.staff(OTHER).found()).isEmpty();
    }

    private void failTimes(int times) {
        IntStream.range(0, times).forEach(i -> assertThatThrownBy(() -> port.directory.staff(TEST))
                .isInstanceOf(UnavailableException.class));
    }

    @Test
    void saysOnceThatEkIsGoneAndOnceThatItIsBack() throws Exception {
        port.directory.staff(TEST);
        clock.advance(Duration.ofHours(2));
        try (Log log = new Log()) {
            peer.stop();
            IntStream.range(0, 3).forEach(i -> port.directory.staff(TEST));
            assertThatThrownBy(() -> port.directory.staff(OTHER)).isInstanceOf(UnavailableException.class);
            peer.resume();
            clock.advance(Duration.ofSeconds(30));
            port.directory.staff(TEST);

            assertThat(log.count("WARN")).isEqualTo(1);
            assertThat(log.text())
                    .contains("rests: no connection")
                    .contains("works again after 30 s.")
                    .doesNotContain("Testsson", "example.org", NUMBER.value());
        }
    }

    @Test
    void doesNotNoticeThatEkDroppedItsConnections() {
        port.directory.staff(TEST);
        peer.cutConnections();

        assertThat(port.directory.staff(OTHER).stale()).isFalse();
        assertThat(port.directory.unit(UNIT).found()).isPresent();
    }

    @Test
    void keepsItsConnections() {
        IntStream.range(0, 20).forEach(i -> port.directory.staff(StaffId.of("SE1111111111-X" + i)));

        assertThat(peer.logins()).isEqualTo(1);
        assertThat(peer.searches()).isEqualTo(20);
    }

    @Test
    void sharesItsConnectionsAmongManyCallers() {
        peer.slow(Duration.ofMillis(5));
        long answered = IntStream.range(0, 60)
                .parallel()
                .filter(i ->
                        !port.directory.staff(StaffId.of("SE1111111111-X" + i)).stale())
                .count();

        assertThat(answered).isEqualTo(60);
        assertThat(peer.logins()).isLessThanOrEqualTo(4);
    }

    @Test
    void oneBrokenEntryFailsAloneHoweverOftenItIsLookedUp() {
        for (int code : List.of(80, 1, 2, 53, 3)) {
            peer.refuseSearchesFor(OTHER.value(), code);
            IntStream.range(0, 9).forEach(i -> assertThatThrownBy(() -> port.directory.staff(OTHER))
                    .isInstanceOf(UnavailableException.class));
            assertThat(port.directory.staff(StaffId.of("SE1111111111-C" + code)).stale())
                    .isFalse();
        }
        assertThat(port.directory.staff(TEST).found()).hasSize(1);
        assertThat(port.directory.state().status()).isEqualTo(ChannelState.Status.WORKS);
    }

    @Test
    void differentEntriesThatFailAreAnOutage() {
        peer.refuseSearches(80);
        IntStream.range(0, 8)
                .forEach(i -> assertThatThrownBy(() -> port.directory.staff(StaffId.of("SE1111111111-B" + i)))
                        .isInstanceOf(UnavailableException.class));

        assertThat(peer.searches()).isEqualTo(5);
    }

    @Test
    void remembersWhileTheRoutesAreAway() {
        port.directory.staff(TEST);
        clock.advance(Duration.ofHours(2));
        port.withdrawRoutes();

        assertThat(port.directory.staff(TEST).stale()).isTrue();
        assertThatThrownBy(() -> port.directory.staff(OTHER))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("does not run");

        port.publishRoutes();

        assertThat(port.directory.staff(OTHER).stale()).isFalse();
    }

    @Test
    void asksAnewAfterAChangeOfTheConfiguration() throws Exception {
        port.directory.staff(TEST);
        clock.advance(Duration.ofSeconds(1));
        reopen(Map.of("attributes", "hsaTitle=sn"));

        assertThat(port.directory.staff(TEST).found().get(0).title()).contains("Testsson");
    }

    @Test
    void fallsBackToTheNextServer() throws Exception {
        reopen(Map.of("host", "127.0.0.1:1, 127.0.0.1:" + peer.port()));

        assertThat(port.directory.staff(TEST).found()).hasSize(1);
    }
}
