package org.careunit.mail.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.careunit.api.gateways.DeliveryStatus;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is to blame, by status, code, command and words together. */
class SmtpReplyClassifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            550 5.1.1 <test@example.org>: Recipient address rejected: User unknown            | PERMANENT_FAILURE
            550-5.1.1 The email account that you tried to reach does not exist. see https://x.example/?p=NoSuchUser | PERMANENT_FAILURE
            550 #5.1.0 Address rejected.                                                       | TECHNICAL_FAILURE
            550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address     | PERMANENT_FAILURE
            550 5.1.2 Host or domain name not found                                            | PERMANENT_FAILURE
            501 5.1.3 Bad recipient address syntax                                             | PERMANENT_FAILURE
            551 5.1.6 The user has moved and left no forwarding address                        | PERMANENT_FAILURE
            550 5.2.1 The mailbox is disabled                                                  | PERMANENT_FAILURE
            550-5.2.1 The user is receiving mail at a rate that prevents additional messages   | TEMPORARY_FAILURE
            550 5.4.1 Recipient address rejected: Access denied. [X.example]                   | PERMANENT_FAILURE
            550 5.4.1 All recipient addresses rejected : Access denied                         | TECHNICAL_FAILURE
            554 5.7.1 <test@example.org>: Recipient address rejected: Access denied            | TECHNICAL_FAILURE
            550 5.1.1 <helo.relay@example.org>: user unknown                                   | PERMANENT_FAILURE
            550 5.1.1 <noreply@example.org>: Sender address rejected: User unknown             | TECHNICAL_FAILURE
            550 5.1.0 <noreply@example.org> sender rejected                                    | TECHNICAL_FAILURE
            550 5.1.7 Sender address has bad syntax                                            | TECHNICAL_FAILURE
            553 5.1.8 Domain of sender address does not exist                                  | TECHNICAL_FAILURE
            550 5.7.606 Access denied, banned sending IP                                       | TECHNICAL_FAILURE
            550 Sender verify failed                                                           | TECHNICAL_FAILURE
            550 relaying to <test@example.org> prohibited by administrator                     | TECHNICAL_FAILURE
            550 authentication required                                                        | TECHNICAL_FAILURE
            550 SPF check failed                                                               | TECHNICAL_FAILURE
            550 5.7.26 Unauthenticated mail is prohibited                                      | TECHNICAL_FAILURE
            554 Your host is listed in an RBL                                                  | TECHNICAL_FAILURE
            550 Reverse DNS lookup failed                                                      | TECHNICAL_FAILURE
            504 5.5.2 <careunit>: Helo command rejected: need fully-qualified hostname         | TECHNICAL_FAILURE
            550 No such user here                                                              | PERMANENT_FAILURE
            550 Unknown user                                                                   | PERMANENT_FAILURE
            550 Requested action not taken: mailbox unavailable                                | PERMANENT_FAILURE
            550 unrouteable address                                                            | PERMANENT_FAILURE
            550 Anna no longer works here                                                      | PERMANENT_FAILURE
            553 sorry, no mailbox here by that name                                            | PERMANENT_FAILURE
            556 Domain does not accept mail                                                    | PERMANENT_FAILURE
            550 Administrative prohibition                                                     | TECHNICAL_FAILURE
            550 Rejected                                                                       | TECHNICAL_FAILURE
            554 Transaction failed                                                             | TECHNICAL_FAILURE
            552 5.2.2 Mailbox full                                                             | TEMPORARY_FAILURE
            550 5.2.2 user is over quota                                                       | TEMPORARY_FAILURE
            552 Requested mail action aborted: exceeded storage allocation                     | TEMPORARY_FAILURE
            550 Mailbox full                                                                   | TEMPORARY_FAILURE
            552 5.3.1 Mail system full                                                         | TEMPORARY_FAILURE
            550 5.4.5 Daily user sending limit exceeded                                        | TEMPORARY_FAILURE
            550 4.2.1 odd, but temporary                                                       | TEMPORARY_FAILURE
            552 5.3.4 Message size exceeds fixed limit                                         | TECHNICAL_FAILURE
            450 5.1.1 odd, but temporary                                                       | TEMPORARY_FAILURE
            """)
    void readsTheReplyToRcpt(String reply, DeliveryStatus delivery) {
        SmtpAnswer answer = SmtpAnswers.failed(
                new SMTPAddressFailedException(null, "RCPT TO", Integer.parseInt(reply.substring(0, 3)), reply));

        assertThat(answer.delivery()).as(reply).isEqualTo(delivery);
        assertThat(answer.reason()).doesNotContain("example.org").doesNotContain("Anna");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            MAIL FROM:<a@example.org> | 550 5.1.1 User unknown        | TECHNICAL_FAILURE
            MAIL FROM:<a@example.org> | 550 No such user              | TECHNICAL_FAILURE
            MAIL FROM:<a@example.org> | 552 5.2.2 Quota exceeded      | TEMPORARY_FAILURE
            DATA                      | 550 5.1.1 User unknown        | PERMANENT_FAILURE
            .                         | 552 5.2.2 Mailbox full        | TEMPORARY_FAILURE
            .                         | 554 5.7.1 Spam                | TECHNICAL_FAILURE
            .                         | 552 5.3.4 Too big             | TECHNICAL_FAILURE
            """)
    void readsTheCommandTogetherWithTheReply(String command, String reply, DeliveryStatus delivery) {
        SmtpAnswer answer = SmtpAnswers.failed(new SMTPSendFailedException(
                command, Integer.parseInt(reply.substring(0, 3)), reply, null, null, null, null));

        assertThat(answer.delivery()).isEqualTo(delivery);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "blame.tsv", delimiter = '\t')
    void readsRepliesOfManyServers(String kind, String reply, DeliveryStatus delivery) {
        readsTheReplyToRcpt(reply, delivery);
    }

    @Test
    void keepsTheCodesAlone() {
        SmtpReply reply = SmtpReply.of("550-5.1.1 <test@example.org> Anna\r\n550 5.1.1 is gone");

        assertThat(reply.code()).isEqualTo(550);
        assertThat(reply.status()).isEqualTo("5.1.1");
        assertThat(reply.words()).isEqualTo("anna is gone");
        assertThat(reply.hasAddress()).isTrue();
    }

    @Test
    void readsHostileRepliesInTime() {
        for (String part : new String[] {"user ", "<", "a@", "5.1.1 ", "- ", "\u00A0", "is was has been "}) {
            String reply = "550 " + part.repeat(200_000);
            long begun = System.nanoTime();
            assertThat(SmtpReplyClassifier.of(SmtpReply.of(reply), true)).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        }
    }
}
