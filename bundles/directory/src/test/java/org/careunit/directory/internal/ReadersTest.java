package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.directory.internal.entries.AttributeNames;
import org.careunit.directory.internal.entries.StaffReader;
import org.careunit.directory.internal.entries.UnitReader;
import org.careunit.operations.HostileLines;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private static final AttributeNames NAMES = new AttributeNames(Map.of());
    private static final String ID = "SE1111111111-A001";

    private final StaffReader staff = new StaffReader(NAMES);
    private final UnitReader unit = new UnitReader(NAMES);

    @Test
    void readsAnEntryWithNothingButItsId() {
        assertThat(staff.read(List.of(entry("hsaIdentity", ID))))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.name()).isEmpty();
                    assertThat(entry.confidential()).isFalse();
                    assertThat(entry.employedUntil()).isEmpty();
                });
    }

    @Test
    void leavesEntriesOutThatHaveNoId() {
        assertThat(staff.read(List.of(entry("givenName", "Test"), entry("hsaIdentity", "not one"))))
                .isEmpty();
        assertThat(unit.read(entry("ou", "Test"))).isEmpty();
    }

    @Test
    void takesTheFirstTitleThereIs() {
        assertThat(title(entry("hsaIdentity", ID, "paTitleName", "3", "hsaTitle", "2", "title", "1")))
                .isEqualTo("1");
        assertThat(title(entry("hsaIdentity", ID, "paTitleName", "3", "hsaTitle", "2")))
                .isEqualTo("2");
        assertThat(title(entry("hsaIdentity", ID, "paTitleName", "3", "title", "\r\n")))
                .isEqualTo("3");
    }

    private String title(Entry entry) {
        return staff.read(List.of(entry)).get(0).title().orElseThrow();
    }

    @Test
    void takesTheFirstWellFormedValue() {
        Entry entry = entry("hsaIdentity", ID, "mobileTelephoneNumber", "+46 70 000 00 00", "endDate", "soon");
        entry.addAttribute("mail", "not one", "test@example.org");

        assertThat(staff.read(List.of(entry))).singleElement().satisfies(read -> {
            assertThat(read.mail())
                    .hasValueSatisfying(mail -> assertThat(mail.domain()).isEqualTo("example.org"));
            assertThat(read.mobile()).contains("+46 70 000 00 00");
            assertThat(read.employedUntil()).isEmpty();
        });
    }

    @Test
    void keepsAProtectedPersonsAddressesBackInAllEntries() {
        Entry one = entry("hsaIdentity", ID, "mail", "test@example.org", "mobile", "+46 70 000 00 00");
        Entry other = entry("hsaIdentity", ID, "mail", "test@example.org", "hsaConfidentialPerson", "TRUE");

        assertThat(staff.read(List.of(one, other))).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.confidential()).isTrue();
            assertThat(entry.mail()).isEmpty();
            assertThat(entry.mobile()).isEmpty();
        });
    }

    @Test
    void readsAttributesWithOptionsAsSubtypes() {
        Entry entry = entry(
                "hsaIdentity", ID,
                "givenName;lang-en", "Tess",
                "givenName;lang-sv", "T\u00E9st",
                "sn;lang-sv", "O\u0308de\u0301n\u200B",
                "title;binary", "no text",
                "hsaTitle;x-a;lang-sv", "L\u00E4kare");

        assertThat(staff.read(List.of(entry))).singleElement().satisfies(read -> {
            assertThat(read.name()).contains("T\u00E9st \u00D6d\u00E9n");
            assertThat(read.title()).contains("L\u00E4kare");
        });
        assertThat(unit.read(entry("hsaIdentity", ID, "ou;lang-sv", "Enheten")))
                .hasValueSatisfying(read -> assertThat(read.name()).contains("Enheten"));
    }

    @Test
    void theValueWithoutOptionsComesFirst() {
        Entry entry = entry("hsaIdentity", ID, "title;lang-sv", "two", "title", "one");

        assertThat(title(entry)).isEqualTo("one");
    }

    @Test
    void protectsByEveryFormOfTheMark() {
        for (Entry entry : List.of(
                entry("hsaIdentity", ID, "hsaConfidentialPerson", "TRUE"),
                entry("hsaIdentity", ID, "hsaConfidentialPerson;x-r", "TRUE"),
                entry("hsaIdentity", ID, "hsaconfidentialperson;lang-sv;x-b", "1"),
                entry("hsaIdentity", ID, "objectClass", "HSAConfidentialPerson"),
                entry("hsaIdentity", ID, "sn;x-hsaConfidentialPerson", "Testsson"))) {
            assertThat(staff.read(List.of(entry))).singleElement().satisfies(read -> assertThat(read.confidential())
                    .isTrue());
        }
        Entry none = entry("hsaIdentity", ID, "hsaConfidentialPerson;x-r", "FALSE", "objectClass", "person");
        assertThat(staff.read(List.of(none)).get(0).confidential()).isFalse();
    }

    @Test
    void protectsByTheMarkUnderItsNameThere() {
        StaffReader renamed = new StaffReader(AttributeNames.of("hsaConfidentialPerson=sekretess"));

        assertThat(renamed.read(List.of(entry("hsaIdentity", ID, "objectClass", "sekretess")))
                        .get(0)
                        .confidential())
                .isTrue();
        assertThat(renamed.read(List.of(entry("hsaIdentity", ID, "sekretess;x-r", "ja")))
                        .get(0)
                        .confidential())
                .isTrue();
    }

    @Test
    void saysThatADateCannotBeRead() {
        for (String end : List.of("20260931000000Z", "soon", "2026-10-01")) {
            assertThat(staff.read(List.of(entry("hsaIdentity", ID, "endDate", end)))
                            .get(0)
                            .datesUnreadable())
                    .isTrue();
        }
        assertThat(staff.read(List.of(entry("hsaIdentity", ID, "startDate", "soon")))
                        .get(0)
                        .datesUnreadable())
                .isTrue();
        assertThat(staff.read(List.of(entry("hsaIdentity", ID, "endDate", " ", "startDate", "20260101")))
                        .get(0)
                        .datesUnreadable())
                .isFalse();
    }

    @Test
    void neverAsksForTheNickname() {
        assertThat(NAMES.ofStaff())
                .doesNotContain("nickName", "personalIdentityNumber")
                .contains("mail");
    }

    @Test
    void readsAUnit() {
        Entry entry = entry(
                "hsaIdentity", ID,
                "ou", "Vårdcentralen Test",
                "telephoneNumber", "08-123 456 00",
                "postalAddress", "Box 1$111 11 TESTSTAD",
                "street", "Storgatan 1$TESTSTAD",
                "route", "Buss 3 till torget.$Porten mot gården.",
                "hsaDropInHours", "2-2#13:00#14:00",
                "labeledURI", "https://mottagningen.example.org/a Vår sida",
                "hsaVpwWebPage", "https://www.example.org/test");
        entry.addAttribute("hsaSurgeryHours", "1-4#08:00#17:00", "5-5#08:00#16:00");
        entry.addAttribute("hsaBusinessClassificationCode", "1504", "<b>");

        assertThat(unit.read(entry)).hasValueSatisfying(read -> {
            assertThat(read.name()).contains("Vårdcentralen Test");
            assertThat(read.telephone()).contains("08-123 456 00");
            assertThat(read.address()).containsExactly("Box 1", "111 11 TESTSTAD");
            assertThat(read.visitingAddress()).containsExactly("Storgatan 1", "TESTSTAD");
            assertThat(read.directions()).contains("Buss 3 till torget.\nPorten mot gården.");
            assertThat(read.dropInHours()).containsExactly("2-2#13:00#14:00");
            assertThat(read.ownPage()).contains(URI.create("https://mottagningen.example.org/a"));
            assertThat(read.openingHours()).containsExactly("1-4#08:00#17:00", "5-5#08:00#16:00");
            assertThat(read.businessCodes()).containsExactly("1504");
            assertThat(read.page()).contains(URI.create("https://www.example.org/test"));
        });
    }

    @Property(tries = 1000)
    void readsWhateverStandsThere(@ForAll("hostile") List<String> values) {
        Entry entry = new Entry("cn=hostile");
        List<String> all = new ArrayList<>(List.of(NAMES.ofStaff()));
        all.addAll(List.of(NAMES.ofUnits()));
        for (int i = 0; i < all.size(); i++) {
            entry.addAttribute(all.get(i), values.get(i % values.size()));
        }
        entry.setAttribute("hsaIdentity", ID);

        assertThat(staff.read(List.of(entry))).singleElement().satisfies(ReadersTest::isHarmless);
        assertThat(unit.read(entry)).hasValueSatisfying(ReadersTest::isHarmless);
    }

    @Test
    void readsEveryValueInTime() {
        List<String> all = new ArrayList<>(List.of(NAMES.ofStaff()));
        all.addAll(List.of(NAMES.ofUnits()));
        for (String good :
                List.of("20250131000000Z", "1-5#08:00#17:00", "Vägen 1$169 00 Solna", "https://example.org/a")) {
            new HostileLines(good, good.length()).tryAll(HostileLines.TRIES / 4, text -> {
                Entry entry = new Entry("cn=hostile");
                all.forEach(name -> entry.addAttribute(name, text));
                entry.setAttribute("hsaIdentity", ID);
                assertThat(staff.read(List.of(entry))).singleElement().satisfies(ReadersTest::isHarmless);
                assertThat(unit.read(entry)).hasValueSatisfying(ReadersTest::isHarmless);
            });
        }
    }

    @Provide
    static Arbitrary<List<String>> hostile() {
        return HostileValues.values().list().ofSize(26);
    }

    private static void isHarmless(StaffEntry entry) {
        entry.givenName().ifPresent(SafeValues::check);
        entry.surname().ifPresent(SafeValues::check);
        entry.title().ifPresent(SafeValues::check);
        entry.mobile().ifPresent(SafeValues::check);
        entry.mail().ifPresent(mail -> SafeValues.check(mail.value()));
    }

    private static void isHarmless(UnitEntry entry) {
        entry.name().ifPresent(SafeValues::check);
        entry.telephone().ifPresent(SafeValues::check);
        entry.address().forEach(SafeValues::check);
        entry.openingHours().forEach(SafeValues::check);
        entry.telephoneHours().forEach(SafeValues::check);
        entry.visitingAddress().forEach(SafeValues::check);
        entry.directions().stream().flatMap(String::lines).forEach(SafeValues::check);
        entry.dropInHours().forEach(SafeValues::check);
        entry.ownPage().ifPresent(page -> SafeValues.check(page.toString()));
        entry.page().ifPresent(page -> SafeValues.check(page.toString()));
    }

    private static Entry entry(String... namesAndValues) {
        Entry entry = new Entry("cn=test");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entry.addAttribute(new Attribute(namesAndValues[i], namesAndValues[i + 1]));
        }
        return entry;
    }
}
