package org.careunit.operations.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedHostsTest {

    private static Host host(String name) {
        return new Host(name, Optional.empty());
    }

    @Test
    void withoutAListAllAreAllowed() {
        assertThat(AllowedHosts.ALL.allows(host("anywhere.example"))).isTrue();
    }

    @Test
    void aListAllowsWhatItNames() {
        AllowedHosts some = new AllowedHosts(Map.of("allowedHosts", "ek.example.org, *.mail.example.org,::1"));

        assertThat(some.allows(host("EK.example.org"))).isTrue();
        assertThat(some.allows(host("a.b.mail.example.org"))).isTrue();
        assertThat(some.allows(host("::1"))).isTrue();
        assertThat(some.allows(host("mail.example.org"))).isFalse();
        assertThat(some.allows(host("evilmail.example.org"))).isFalse();
        assertThat(some.allows(host("ek.example.org.evil.example"))).isFalse();
    }

    @Test
    void aListThatCannotBeReadAllowsThisMachineAlone() {
        AllowedHosts none = new AllowedHosts(Map.of("allowedHosts", "https://ek.example.org/"));

        assertThat(none.allows(host("ek.example.org"))).isFalse();
        assertThat(none.allows(host("127.0.0.1"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.255.255.254, true",
        "::1, true",
        "0:0:0:0:0:0:0:1, true",
        "localhost, false",
        "127.0.0.1.example.org, false",
        "127.0.0.256, false",
        "127.1, false",
        "0.0.0.0, false",
        "::ffff:127.0.0.1, false",
        "::, false",
    })
    void thisMachineIsALiteralLoopbackAddress(String name, boolean here) {
        assertThat(host(name).isThisMachine()).isEqualTo(here);
    }

    @ParameterizedTest
    @CsvSource({
        "ek.example.org:1636, ek.example.org:1636",
        "'[::1]:389', '[::1]:389'",
        "::1, '[::1]'",
        "min_enhet.example.org, min_enhet.example.org",
    })
    void readsAPortBehindAHost(String written, String shown) {
        assertThat(Host.of(written)).hasToString("Optional[" + shown + "]");
    }

    @ParameterizedTest
    @CsvSource({"a b", "a:0", "a:65536", "http://a", "a/b", "''", "a@b"})
    void refusesWhatIsNoHost(String written) {
        assertThat(Host.of(written)).isEmpty();
    }
}
