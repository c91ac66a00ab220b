package org.careunit.directory.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.directory.internal.ldap.LdapSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which staff and units are found, and what is read of them, on a real LDAP server. */
class LdapEntriesTest extends LdapStaffDirectoryFixture {

    private static final StaffId NOBODY = StaffId.of("SE1111111111-NONE");

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
}
