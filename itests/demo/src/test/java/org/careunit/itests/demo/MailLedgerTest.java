package org.careunit.itests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.careunit.itests.demo.host.Report;
import org.careunit.itests.demo.host.Table;
import org.careunit.itests.peers.MailReceived;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailLedgerTest {

    private static final String SENT = "11111111-1111-1111-1111-111111111111";
    private static final String WAITS = "22222222-2222-2222-2222-222222222222";
    private static final String REFUSED = "33333333-3333-3333-3333-333333333333";

    private final Report report = new Report();

    @BeforeEach
    void writeTheLedger() {
        Table messages = report.add(new Table(Report.MESSAGES, "Message", "To", "State", "Channel"));
        messages.add(SENT, "m***@example.org", "SENT", "email");
        messages.add(WAITS, "m***@example.org", "QUEUED", "email");
        messages.add(REFUSED, "f***@example.com", "PERMANENT_FAILURE", "email");
    }

    @Test
    void agrees() {
        assertThat(failed(mail(SENT))).isEmpty();
    }

    @Test
    void findsNothingWrongWithAMessageThatLeftSinceTheLedgerWasRead() {
        assertThat(failed(mail(SENT), mail(WAITS))).isEmpty();
    }

    @Test
    void missesALostMessage() {
        assertThat(failed()).singleElement().asString().contains("reached the mail server");
    }

    @Test
    void seesAMessageThatCameTwice() {
        assertThat(failed(mail(SENT), mail(SENT))).singleElement().asString().contains("once");
    }

    @Test
    void seesAMessageThatNobodySent() {
        assertThat(failed(mail(SENT), mail("44444444-4444-4444-4444-444444444444")))
                .singleElement()
                .asString()
                .contains("nothing else");
    }

    @Test
    void seesAMessageThatWentToSomebodyElse() {
        assertThat(failed(mail(SENT), mail(REFUSED))).singleElement().asString().contains("nothing else");
    }

    @Test
    void seesWhatIsPersonal() {
        for (String personal :
                List.of("demosson", "SE1111111111-DEMOP001", "DEMO-0001", "fornya-recept", "189001019802")) {
            assertThat(MailLedger.isPersonal(mail(SENT, "Hej! " + personal)))
                    .as(personal)
                    .isTrue();
        }
        assertThat(MailLedger.isPersonal(mail(SENT, "Demomottagningen 1 har 3 nya meddelanden.")))
                .isFalse();
    }

    private List<String> failed(MailReceived... mails) {
        new MailLedger(report, List.of(mails)).check();
        return report.table(Report.CHECKS).rows().stream()
                .filter(row -> !row.get(0).equals(Report.YES))
                .map(row -> row.get(1))
                .toList();
    }

    private static MailReceived mail(String id) {
        return mail(id, "Hej!");
    }

    private static MailReceived mail(String id, String text) {
        String raw = "Message-ID: <" + id + "@example.org>\r\nContent-Transfer-Encoding: 7bit\r\n\r\n" + text;
        return new MailReceived(Instant.EPOCH, "from@example.org", List.of("mottagning.1@example.org"), raw);
    }
}
