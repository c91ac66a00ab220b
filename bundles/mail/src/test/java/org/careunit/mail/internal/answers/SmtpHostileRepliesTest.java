package org.careunit.mail.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.careunit.operations.HostileLines;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;

/** Replies of a mail server that means harm: judged in time, with nothing of its words in what is kept. */
class SmtpHostileRepliesTest {

    private static final String GOOD =
            "550-5.1.1 <kanarie@example.org>: Recipient address rejected\r\n550 5.1.1 User unknown";

    @Test
    void hostileRepliesAreJudgedInTimeAndKeepNobody() {
        new HostileLines(GOOD, 1).tryAll(HostileLines.TRIES, reply -> {
            SmtpAnswer answer = SmtpAnswers.failed(new SMTPAddressFailedException(null, "RCPT TO", 550, reply));
            assertThat(answer.reason()).isNotBlank().hasSizeLessThan(300).doesNotContain("kanarie", "example.org");
        });
    }

    @Test
    void whateverACommandSaysIsJudgedInTime() {
        for (String code : List.of("250", "421", "450", "501", "552", "554")) {
            new HostileLines(code + " 5.2.2 Mailbox full", Long.parseLong(code))
                    .tryAll(HostileLines.TRIES / 10, reply -> assertThat(
                                    SmtpReplyClassifier.of(SmtpReply.of(reply), true))
                            .isNotNull());
        }
    }
}
