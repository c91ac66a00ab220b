package org.careunit.sms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void overHttpTheDefaultsAreKannels() {
        SmsSettings read = Config.empty()
                .with("protocol", "http")
                .with("host", "sms.example.org")
                .with("sender", "Careunit")
                .read();
        assertThat(read.gateway()).hasValueSatisfying(gateway -> {
            assertThat(gateway.address()).isEqualTo("sms.example.org:443");
            assertThat(gateway.form().whole()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "protocol; ucp",
                "path; sendsms",
                "method; put",
                "request; to={to}",
                "request; text={text}",
                "request; to={to}&text={text}&x={nobody}",
                "request; {to}&{text}",
                "accepted; (",
                "statuses; 200=permanent",
                "statuses; 400=perhaps",
                "receiptPort; 70000",
                "receiptHost; a b",
                "receiptPath; receipts",
                ".receiptSecret; short",
                ".receiptSecret; 'has blanks in it, and a comma'",
                "receiptCertificate; /nowhere.p12",
                "receiptParameters; id, state",
                "receiptParameters; id, state, secret",
                "receiptStates; 1",
                "receiptStates; 1=perhaps"
            })
    void whatIsWrongOverHttpIsNamed(String key, String value) {
        Config config = Config.http(13013)
                .with("receiptPort", 9000)
                .with(".receiptSecret", "0123456789abcdefXYZ")
                .with(key, value);
        assertThatThrownBy(config::read)
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("careunit.sms: " + key + " ");
    }

    @Test
    void aDoorToOtherMachinesNeedsACertificate() {
        Config config = Config.http(13013)
                .with("receiptPort", 9000)
                .with("receiptHost", "0.0.0.0")
                .with(".receiptSecret", "0123456789abcdefXYZ");
        assertThatThrownBy(config::read).hasMessageContaining("receiptCertificate must be given");
    }

    @Test
    void theFileHasTheKeysOfTheMetatypeWithTheirDefaults() throws IOException {
        String file = Files.readString(Path.of("src/main/cfg/careunit.sms.cfg"));
        for (Method key : SmsConfig.class.getDeclaredMethods()) {
            String line = ("# " + key.getName().replace('_', '.') + " = " + key.getDefaultValue()).strip();
            assertThat(file.lines()).contains(line);
        }
    }
}
