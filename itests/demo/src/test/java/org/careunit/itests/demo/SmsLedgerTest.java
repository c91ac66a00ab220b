package org.careunit.itests.demo;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.careunit.itests.demo.host.Report;
import org.careunit.itests.demo.host.Table;
import org.careunit.itests.peers.SmsReceived;
import org.junit.jupiter.api.Test;

class SmsLedgerTest {

    private static final byte[] TEXT = {0x5B, 'r', 'e', 'n', 'd', 'e', 'n', ' ', 0x0F, 0x7B, 0x7C, 0x1B, 0x65};

    @Test
    void readsTheDefaultAlphabet() {
        assertThat(sms(1, TEXT, 0).text()).isEqualTo("Ärenden åäöe");
    }

    @Test
    void readsUcs2() {
        assertThat(sms(1, "Ärende – 1".getBytes(UTF_16BE), 8).text()).isEqualTo("Ärende – 1");
    }

    @Test
    void agrees() {
        assertThat(failed(sms(1, TEXT, 0), sms(2, TEXT, 0))).isEmpty();
    }

    @Test
    void missesALostOneAndSeesOneThatCameTwice() {
        assertThat(failed(sms(1, TEXT, 0))).singleElement().asString().contains("once");
        assertThat(failed(sms(1, TEXT, 0), sms(1, TEXT, 0)))
                .singleElement()
                .asString()
                .contains("once");
    }

    @Test
    void seesWhatIsPersonal() {
        byte[] personal = "fornya-recept".getBytes(UTF_16BE);
        assertThat(failed(sms(1, TEXT, 0), sms(2, personal, 8)))
                .singleElement()
                .asString()
                .contains("personal");
    }

    private static List<String> failed(SmsReceived... taken) {
        Report report = new Report();
        Table messages = report.add(new Table(Report.MESSAGES, "Message", "To", "State", "Channel"));
        messages.add("1", "+46***05", "DELIVERED", "sms");
        messages.add("2", "+46***06", "SENT", "sms");
        messages.add("3", "m***@example.org", "SENT", "email");
        new SmsLedger(report, List.of(taken)).check();
        return report.table(Report.CHECKS).rows().stream()
                .filter(row -> !row.get(0).equals(Report.YES))
                .map(row -> row.get(1))
                .toList();
    }

    private static SmsReceived sms(int reference, byte[] text, int coding) {
        List<Integer> octets =
                IntStream.range(0, text.length).mapToObj(i -> text[i] & 0xFF).toList();
        return new SmsReceived("1", "Careunit", "46701740605", octets, false, coding, reference, null);
    }
}
