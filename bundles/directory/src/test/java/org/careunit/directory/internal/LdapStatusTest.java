package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.UnavailableException;
import org.careunit.directory.internal.shell.DirectoryCheck;
import org.careunit.directory.internal.shell.DirectoryFinding;
import org.careunit.operations.Arguments;
import org.careunit.operations.Metrics.Figure;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.Test;

/** What operators are told of the directory: faults, health and metrics, on a real LDAP server. */
class LdapStatusTest extends LdapStaffDirectoryFixture {

    @Test
    void namesAnUnknownHost() throws Exception {
        reopen(Map.of("host", "nowhere.invalid", "security", "tls", "answerMillis", 20_000));

        assertThat(health().toString()).contains("nowhere.invalid", "host name is unknown");
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
