package org.careunit.directory.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.felix.hc.api.Result;
import org.careunit.api.changes.ChangeNotice;
import org.careunit.api.changes.ChangeNotices;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.directory.internal.ldap.LdapSearch;
import org.careunit.directory.internal.shell.DirectoryCheck;
import org.careunit.directory.internal.shell.DirectoryFinding;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.operations.Arguments;
import org.careunit.operations.Metrics.Figure;
import org.careunit.routes.ChannelState;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.event.Event;

/** Against a real LDAP server with the HSA schema. */
class LdapStaffDirectoryTest {

    private static final HsaId UNIT = HsaId.of("SE1111111111-U001");
    private static final StaffId TEST = StaffId.of("SE1111111111-A001");
    private static final StaffId OTHER = StaffId.of("SE1111111111-A002");
    private static final StaffId NOBODY = StaffId.of("SE1111111111-NONE");
    private static final PersonNumber NUMBER = new PersonNumber("189001019802");
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final DirectoryPeer peer = DirectoryPeer.start();
    private final SettableClock clock = new SettableClock();
    private final AnswerCache cache = new AnswerCache();
    private Port port;

    @BeforeEach
    void open() throws Exception {
        peer.unit(UNIT.value(), "Vårdcentralen Test")
                .with("hsaBusinessClassificationCode", "1504")
                .add();
        peer.staff(TEST.value(), UNIT.value(), "Test", "Testsson")
                .with("personalIdentityNumber", NUMBER.value())
                .with("hsaMiddleName", "Af")
                .with("hsaTitle", "Läkare")
                .with("mail", "test@example.org")
                .with("mobile", "+46 70 000 00 00")
                .with("nickName", "Hidden")
                .add();
        port = open(Map.of());
    }

    private Port open(Map<String, Object> settings) throws Exception {
        Map<String, Object> all = new HashMap<>(Map.of("answerMillis", (int) LIMIT.toMillis()));
        all.putAll(settings);
        return new Port(Configs.plain(peer, all), clock, cache);
    }

    private void reopen(Map<String, Object> settings) throws Exception {
        port.close();
        port = open(settings);
    }

    @AfterEach
    void close() throws IOException {
        port.close();
        peer.close();
    }

    @Test
    void findsStaffByHsaId() {
        DirectoryAnswer<List<StaffEntry>> looked = port.directory.staff(TEST);

        assertThat(looked.stale()).isFalse();
        assertThat(looked.asOf()).isEqualTo(clock.instant());
        assertThat(looked.found()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).contains("Test Af Testsson");
            assertThat(entry.title()).contains("Läkare");
            assertThat(entry.mail())
                    .hasValueSatisfying(mail -> assertThat(mail.value()).isEqualTo("test@example.org"));
            assertThat(entry.mobile()).contains("+46 70 000 00 00");
        });
    }

    @Test
    void findsAllOfAPersonByNumber() {
        peer.staff(OTHER.value(), UNIT.value(), "Test", "Testsson")
                .with("personalIdentityNumber", NUMBER.value())
                .add();

        assertThat(port.directory.staff(NUMBER).found())
                .extracting(StaffEntry::id)
                .containsExactlyInAnyOrder(TEST, OTHER);
    }

    @Test
    void findsAUnit() {
        assertThat(port.directory.unit(UNIT).found()).hasValueSatisfying(unit -> {
            assertThat(unit.name()).contains("Vårdcentralen Test");
            assertThat(unit.businessCodes()).containsExactly("1504");
        });
    }

    @Test
    void tellsNobodyFromNotNow() throws Exception {
        assertThat(port.directory.staff(NOBODY).found()).isEmpty();
        assertThat(port.directory.unit(HsaId.of(NOBODY.value())).found()).isEmpty();

        peer.stop();

        assertThatThrownBy(() -> port.directory.staff(OTHER))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no connection")
                .hasMessageContaining("'host'");
        assertThatThrownBy(() -> port.directory.staff(NOBODY)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> port.directory.unit(HsaId.of(NOBODY.value())))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void readsAllPages() throws Exception {
        IntStream.range(0, 25).forEach(i -> peer.staff(OTHER.value(), UNIT.value(), "Test", "Testsson" + i)
                .add());
        reopen(Map.of("pageSize", 10));

        assertThat(port.directory.staff(OTHER).found())
                .extracting(entry -> entry.surname().orElseThrow())
                .hasSize(25)
                .doesNotHaveDuplicates();
        assertThat(peer.searches()).isEqualTo(3);
    }

    @Test
    void takesNoMoreEntriesThanOnePersonCanHave() throws Exception {
        reopen(Map.of("answerMillis", 30_000, "pageSize", 300));
        IntStream.range(0, LdapSearch.MOST_ENTRIES + 150)
                .forEach(i -> peer.staff(OTHER.value(), UNIT.value(), "Test", "Testsson")
                        .add());

        assertThat(port.directory.staff(OTHER).found()).hasSize(LdapSearch.MOST_ENTRIES);
        assertThat(port.directory.staff(TEST).found()).hasSize(1);
    }

    @Test
    void putsThoseFirstWhoseEmploymentHoldsNow() {
        employment("Past", "20200101000000Z", "20250101000000Z");
        employment("Coming", "20260302083000Z", "20280101000000Z");
        employment("Present", "20250101000000Z", "20260302083000Z");

        assertThat(names()).startsWith("Present").hasSize(3);

        clock.advance(Duration.ofMinutes(30));

        assertThat(names()).startsWith("Coming").hasSize(3);
        assertThat(peer.searches()).as("the second answer is remembered").isEqualTo(1);
    }

    private void employment(String surname, String from, String until) {
        peer.staff(OTHER.value(), UNIT.value(), "Test", surname)
                .with("startDate", from)
                .with("endDate", until)
                .add();
    }

    private List<String> names() {
        return port.directory.staff(OTHER).found().stream()
                .map(entry -> entry.surname().orElseThrow())
                .toList();
    }

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
    void takesHostileValuesForWhatTheyAre() {
        peer.staff(OTHER.value(), UNIT.value(), "Te\u0000st\u202E", "Tests\r\nson")
                .with("mail", "test@example.org\r\nBcc: all@example.org")
                .with("title", "x".repeat(5000))
                .with("endDate", "99999999999999Z")
                .add();

        assertThat(port.directory.staff(OTHER).found()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).contains("Test Tests son");
            assertThat(entry.mail()).isEmpty();
            assertThat(entry.title()).isEmpty();
            assertThat(entry.employedUntil()).isEmpty();
            assertThat(entry.datesUnreadable()).isTrue();
            assertThat(entry.allowsNewAt(clock.instant())).isFalse();
        });
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
    void findsWhatCarriesOptions() {
        peer.staff(OTHER.value(), UNIT.value(), "x", "x")
                .without("givenName")
                .with("givenName;lang-en", "Tess")
                .with("givenName;lang-sv", "Tést")
                .with("mail", "test@example.org\u00A0")
                .with("hsaConfidentialPerson;x-r", "FALSE")
                .add();

        assertThat(port.directory.staff(OTHER).found()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).contains("Tést x");
            assertThat(entry.confidential()).isFalse();
            assertThat(entry.mail()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hsaConfidentialPerson;x-r", "hsaConfidentialPerson;lang-sv;x-a", "HSACONFIDENTIALPERSON"})
    void protectsByTheMarkWithAnyOption(String mark) {
        peer.staff(OTHER.value(), UNIT.value(), "Test", "Testsson")
                .with("mail", "test@example.org")
                .with(mark, "TRUE")
                .add();

        assertThat(port.directory.staff(OTHER).found()).singleElement().satisfies(entry -> {
            assertThat(entry.confidential()).isTrue();
            assertThat(entry.mail()).isEmpty();
        });
    }

    @Test
    void protectsByAnAuxiliaryObjectClass() {
        peer.staff(OTHER.value(), UNIT.value(), "Test", "Testsson")
                .with("objectClass", "hsaConfidentialPerson")
                .with("mobile", "+46 70 000 00 00")
                .add();

        assertThat(port.directory.staff(OTHER).found()).singleElement().satisfies(entry -> {
            assertThat(entry.confidential()).isTrue();
            assertThat(entry.mobile()).isEmpty();
        });
    }

    @Test
    void readsWhatIsWrittenInLatin1() {
        peer.staff(OTHER.value(), UNIT.value(), "Test", "Testsson")
                .with("title", "L\u00E4kare".getBytes(ISO_8859_1))
                .add();

        assertThat(port.directory.staff(OTHER).found().get(0).title()).contains("L\u00E4kare");
    }

    @Test
    void namesAnUnknownHost() throws Exception {
        reopen(Map.of("host", "nowhere.invalid", "security", "tls", "answerMillis", 20_000));

        assertThat(health().toString()).contains("nowhere.invalid", "host name is unknown");
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
    void namesAWrongPassword() throws Exception {
        reopen(Map.of(".password", "wrong"));

        assertThatThrownBy(() -> port.directory.staff(TEST))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("refuses the login")
                .hasMessageContaining(".password");
        assertThat(health().getStatus()).isEqualTo(Result.Status.CRITICAL);
    }

    @Test
    void namesAWrongBaseDn() throws Exception {
        reopen(Map.of("baseDn", "o=Elsewhere,c=SE"));

        assertThatThrownBy(() -> port.directory.staff(TEST))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("baseDn");
        assertThat(health().toString()).contains("CRITICAL", "baseDn");
    }

    @Test
    void saysWhatTheFilterDoesNotMatch() throws Exception {
        reopen(Map.of("staffFilter", "(objectClass=nobody)"));

        assertThat(port.directory.check().status()).isEqualTo(DirectoryCheck.CheckStatus.TO_FIX);
        assertThat(port.directory.check().message())
                .contains("'staffFilter' matches nothing")
                .contains("hsaPersonExtension");
        assertThat(health().getStatus()).isEqualTo(Result.Status.CRITICAL);
    }

    @Test
    void saysWhichAttributesHaveValuesAndProposesOthers() throws Exception {
        peer.clear();
        peer.unit(UNIT.value(), "Vårdcentralen Test").add();
        peer.staff(TEST.value(), UNIT.value(), "Test", "Testsson")
                .with("rfc822Mailbox", "test@example.org")
                .with("telephoneNumber", "08-123 456 78")
                .add();
        reopen(Map.of("attributes", "hsaTitle=profession"));

        List<DirectoryFinding> findings = port.directory.check().findings();

        assertThat(findings)
                .contains(new DirectoryFinding("staff", "1 entry in a sample", "", false))
                .contains(new DirectoryFinding("staff: givenName", "has values", "", false))
                .contains(new DirectoryFinding(
                        "staff: mail", "nobody has it", "perhaps attributes = mail=rfc822Mailbox", false))
                .contains(new DirectoryFinding("staff: hsaTitle (profession)", "nobody has it", "", false))
                .extracting(DirectoryFinding::what)
                .contains("units: ou");
        assertThat(port.directory.check().isFine()).isTrue();
    }

    @Test
    void saysHowItIs() {
        assertThat(health().toString())
                .contains("OK", "127.0.0.1:" + peer.port(), "answered in", Arguments.local(SettableClock.START));

        peer.stop();

        assertThat(health().toString()).contains("TEMPORARILY_UNAVAILABLE", "no connection", "last answer: 2026");
    }

    private Result health() {
        return DirectoryHealth.of("", port.directory);
    }

    @Test
    void countsWhatItWasAsked() {
        port.directory.staff(TEST);
        port.directory.staff(TEST);
        clock.advance(Duration.ofHours(2));
        peer.stop();
        port.directory.staff(TEST);
        assertThatThrownBy(() -> port.directory.staff(OTHER)).isInstanceOf(UnavailableException.class);

        assertThat(port.metrics.read())
                .filteredOn(figure -> figure.unit().equals("questions"))
                .extracting(Figure::name, Figure::value)
                .containsExactly(
                        tuple("directory.asked", 4.0),
                        tuple("directory.fromCache", 1.0),
                        tuple("directory.stale", 1.0),
                        tuple("directory.failed", 1.0));
    }

    @Test
    void fallsBackToTheNextServer() throws Exception {
        reopen(Map.of("host", "127.0.0.1:1, 127.0.0.1:" + peer.port()));

        assertThat(port.directory.staff(TEST).found()).hasSize(1);
    }

    @Test
    void saysThatNoDirectoryIsSetUp() throws Exception {
        assertThat(port.directory.isSetUp()).isTrue();

        reopen(Map.of("host", ""));

        assertThat(port.directory.isSetUp()).isFalse();
        assertThatThrownBy(() -> port.directory.unit(UNIT))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("'host' of careunit.directory");
        assertThat(health().getStatus()).isEqualTo(Result.Status.WARN);
    }
}
