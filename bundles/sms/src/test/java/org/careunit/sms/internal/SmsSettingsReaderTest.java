package org.careunit.sms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSettingsReaderTest {

    @Test
    void theDefaultsAreEnoughBesideHostAndSender() {
        SmsSettings read = Config.empty()
                .with("host", "smsc.example.org")
                .with("sender", "Careunit")
                .read();
        assertThat(read.gateway()).hasValueSatisfying(gateway -> {
            assertThat(gateway.address()).isEqualTo("smsc.example.org:3550");
            assertThat(gateway.countries().prefixes()).containsExactly("+46");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sender; Vårdcentral",
                "countries; 46",
                "countries; ''",
                "referenceBits; 12",
                "packing; both",
                "receiptIds; hex",
                "receiptForm; (?<id>x",
                "receiptForm; (\\S+) (\\d)",
                "errorCodes; 11",
                "errorCodes; 11=maybe",
                "receiptZone; Mars",
                "security; starttls",
                ".password; much-too-long",
                "user; a-system-id-of-twenty",
                "window; 0"
            })
    void whatIsWrongIsNamed(String key, String value) {
        Config config = Config.plain(2775).with(key, value);
        assertThatThrownBy(config::read)
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("careunit.sms: " + key + " ");
    }
}
