package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.careunit.mail.internal.SmtpAnswer.Meaning;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is to blame, by status, code, command and words together. */
class SmtpBlameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            550 5.1.1 <test@example.org>: Recipient address rejected: User unknown            | REJECTED
            550-5.1.1 The email account that you tried to reach does not exist. see https://x.example/?p=NoSuchUser | REJECTED
            550 #5.1.0 Address rejected.                                                       | FAULT
            550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address     | REJECTED
            550 5.1.2 Host or domain name not found                                            | REJECTED
            501 5.1.3 Bad recipient address syntax                                             | REJECTED
            551 5.1.6 The user has moved and left no forwarding address                        | REJECTED
            550 5.2.1 The mailbox is disabled                                                  | REJECTED
            550-5.2.1 The user is receiving mail at a rate that prevents additional messages   | LATER
            550 5.4.1 Recipient address rejected: Access denied. [X.example]                   | REJECTED
            550 5.4.1 All recipient addresses rejected : Access denied                         | FAULT
            554 5.7.1 <test@example.org>: Recipient address rejected: Access denied            | FAULT
            550 5.1.1 <helo.relay@example.org>: user unknown                                   | REJECTED
            550 5.1.1 <noreply@example.org>: Sender address rejected: User unknown             | FAULT
            550 5.1.0 <noreply@example.org> sender rejected                                    | FAULT
            550 5.1.7 Sender address has bad syntax                                            | FAULT
            553 5.1.8 Domain of sender address does not exist                                  | FAULT
            550 5.7.606 Access denied, banned sending IP                                       | FAULT
            550 Sender verify failed                                                           | FAULT
            550 relaying to <test@example.org> prohibited by administrator                     | FAULT
            550 authentication required                                                        | FAULT
            550 SPF check failed                                                               | FAULT
            550 5.7.26 Unauthenticated mail is prohibited                                      | FAULT
            554 Your host is listed in an RBL                                                  | FAULT
            550 Reverse DNS lookup failed                                                      | FAULT
            504 5.5.2 <careunit>: Helo command rejected: need fully-qualified hostname         | FAULT
            550 No such user here                                                              | REJECTED
            550 Unknown user                                                                   | REJECTED
            550 Requested action not taken: mailbox unavailable                                | REJECTED
            550 unrouteable address                                                            | REJECTED
            550 Anna no longer works here                                                      | REJECTED
            553 sorry, no mailbox here by that name                                            | REJECTED
            556 Domain does not accept mail                                                    | REJECTED
            550 Administrative prohibition                                                     | FAULT
            550 Rejected                                                                       | FAULT
            554 Transaction failed                                                             | FAULT
            552 5.2.2 Mailbox full                                                             | LATER
            550 5.2.2 user is over quota                                                       | LATER
            552 Requested mail action aborted: exceeded storage allocation                     | LATER
            550 Mailbox full                                                                   | LATER
            552 5.3.1 Mail system full                                                         | LATER
            550 5.4.5 Daily user sending limit exceeded                                        | LATER
            550 4.2.1 odd, but temporary                                                       | LATER
            552 5.3.4 Message size exceeds fixed limit                                         | FAULT
            450 5.1.1 odd, but temporary                                                       | LATER
            """)
    void readsTheReplyToRcpt(String reply, Meaning meaning) {
        SmtpAnswer answer = SmtpAnswers.failed(
                new SMTPAddressFailedException(null, "RCPT TO", Integer.parseInt(reply.substring(0, 3)), reply));

        assertThat(answer.meaning()).as(reply).isEqualTo(meaning);
        assertThat(answer.reason()).doesNotContain("example.org").doesNotContain("Anna");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            MAIL FROM:<a@example.org> | 550 5.1.1 User unknown        | FAULT
            MAIL FROM:<a@example.org> | 550 No such user              | FAULT
            MAIL FROM:<a@example.org> | 552 5.2.2 Quota exceeded      | LATER
            DATA                      | 550 5.1.1 User unknown        | REJECTED
            .                         | 552 5.2.2 Mailbox full        | LATER
            .                         | 554 5.7.1 Spam                | FAULT
            .                         | 552 5.3.4 Too big             | FAULT
            """)
    void readsTheCommandTogetherWithTheReply(String command, String reply, Meaning meaning) {
        SmtpAnswer answer = SmtpAnswers.failed(new SMTPSendFailedException(
                command, Integer.parseInt(reply.substring(0, 3)), reply, null, null, null, null));

        assertThat(answer.meaning()).isEqualTo(meaning);
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
            assertThat(SmtpBlame.of(SmtpReply.of(reply), true)).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        }
    }
}
