package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.careunit.api.directory.StaffEntry;
import org.careunit.directory.internal.entries.AttributeNames;
import org.careunit.directory.internal.entries.StaffReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Entries of staff as real directories have them: protected in every form, with options, and with odd dates. */
class UnusualEntriesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T11:00:00Z");
    private static final StaffReader READER = new StaffReader(new AttributeNames(Map.of()));

    @ParameterizedTest
    @CsvFileSource(resources = "awkward-entries.tsv", delimiter = '\t', ignoreLeadingAndTrailingWhitespace = false)
    void isReadAsItIsMeant(String kind, String attributes, String right) {
        Entry entry = new Entry("cn=test");
        entry.addAttribute("hsaIdentity", "SE1111111111-A001");
        entry.addAttribute("mail", "anna@example.org");
        entry.addAttribute("mobile", "+46 70 000 00 00");
        for (String attribute : attributes.split("\\|")) {
            int equals = attribute.indexOf('=');
            entry.addAttribute(attribute.substring(0, equals), attribute.substring(equals + 1));
        }
        StaffEntry read = READER.read(List.of(entry)).get(0);
        switch (right.split(" ", 2)[0]) {
            case "protected" -> {
                assertThat(read.confidential()).isTrue();
                assertThat(read.mail()).isEmpty();
                assertThat(read.mobile()).isEmpty();
            }
            case "shown" -> {
                assertThat(read.confidential()).isFalse();
                assertThat(read.mail()).isPresent();
                assertThat(read.name()).isEmpty();
            }
            case "name" -> assertThat(read.name()).contains(right.substring("name ".length()));
            case "ended" -> {
                assertThat(read.datesUnreadable()).isFalse();
                assertThat(read.holdsAt(NOW)).isFalse();
            }
            case "holds" -> assertThat(read.allowsNewAt(NOW)).isTrue();
            case "unreadable" -> {
                assertThat(read.datesUnreadable()).isTrue();
                assertThat(read.allowsNewAt(NOW)).isFalse();
            }
            default -> throw new IllegalArgumentException(kind + ": " + right);
        }
    }
}
