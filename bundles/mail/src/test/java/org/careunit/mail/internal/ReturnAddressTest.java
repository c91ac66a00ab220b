package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    private static final String TOKEN = "v".repeat(42);

    @Test
    void eachMailHasAnAddressOfItsOwnThatIsKnownAgainWhateverItsCase() {
        ReturnAddress address = ReturnAddress.read("Studs+{token}@region.example");
        assertThat(address.plain().value()).isEqualTo("Studs@region.example");
        assertThat(address.with(TOKEN)).isEqualTo("Studs+" + TOKEN + "@region.example");
        assertThat(address.with("")).isEqualTo("Studs@region.example");
        assertThat(address.token("STUDS+" + TOKEN + "@Region.example")).contains(TOKEN);
        assertThat(address.token("studs@region.example")).isEmpty();
        assertThat(address.token("studs+" + TOKEN + "@other.example")).isEmpty();
    }

    @Test
    void withoutATokenAllMailsHaveTheSame() {
        ReturnAddress address = ReturnAddress.read("studs@region.example");
        assertThat(address.isPerMail()).isFalse();
        assertThat(address.with(TOKEN)).isEqualTo("studs@region.example");
        assertThat(address.token("studs@region.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{token}@region.example",
                "+{token}@region.example",
                "studs+{token}",
                "studs+{token}-x@region.example",
                "a-name-that-is-much-too-long+{token}@region.example",
                "studs@{token}.example"
            })
    void whereNoTokenFitsItIsRefused(String written) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> ReturnAddress.read(written));
    }
}
