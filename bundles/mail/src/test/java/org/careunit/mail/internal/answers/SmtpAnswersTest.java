package org.careunit.mail.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.mail.internal.ConnectFailedException;
import org.careunit.mail.internal.ConnectionsBusyException;
import org.careunit.mail.internal.LoginNotOfferedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows that no peer plays. */
class SmtpAnswersTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                row(connecting(new MessagingException("x", new UnknownHostException("h"))), MailFault.UNKNOWN_HOST),
                row(connecting(new MessagingException("x", new ConnectException("no"))), MailFault.REFUSED),
                row(connecting(new MessagingException("x", new SocketTimeoutException("t"))), MailFault.TIME_OUT),
                row(connecting(new MessagingException("x", new SocketException("reset"))), MailFault.LOST),
                row(connecting(new MessagingException("x", new SSLHandshakeException("no"))), MailFault.HANDSHAKE),
                row(
                        connecting(new MessagingException(
                                "x", (Exception) new SSLException("t").initCause(new SocketTimeoutException("t")))),
                        MailFault.TIME_OUT),
                row(connecting(new MessagingException("454 4.7.0 TLS not available")), MailFault.NO_STARTTLS),
                row(connecting(new MessagingException("554 5.7.1 Go away")), MailFault.REFUSED),
                row(connecting(new AuthenticationFailedException("535 5.7.8 Wrong")), MailFault.LOGIN),
                row(connecting(new AuthenticationFailedException("534 5.7.9 Too weak")), MailFault.LOGIN),
                row(connecting(new AuthenticationFailedException("No mechanism")), MailFault.LOGIN),
                row(connecting(new AuthenticationFailedException("454 4.7.0 Not now")), MailFault.REFUSED),
                row(new MessagingException("x", new SSLException("reset")), MailFault.LOST),
                row(new MessagingException("x", new EOFException()), MailFault.LOST),
                row(replied(-1, "[EOF]"), MailFault.LOST),
                row(replied(530, "530 5.7.0 Must issue a STARTTLS command first"), MailFault.NO_TLS),
                row(replied(538, "538 5.7.11 Encryption required"), MailFault.NO_TLS),
                row(connecting(new LoginNotOfferedException()), MailFault.NO_LOGIN),
                row(new InterruptedException(), MailFault.LOST),
                row(new ConnectionsBusyException(), MailFault.BUSY));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFaultOfTheServerIsForLaterOrRestsTheChannelWhereItKeepsUsFromConnecting(Exception failure, MailFault fault) {
        SmtpAnswer answer = SmtpAnswers.failed(failure);

        assertThat(answer.fault()).contains(fault);
        assertThat(answer.delivery())
                .isEqualTo(
                        fault.isLasting() || failure instanceof ConnectFailedException
                                ? DeliveryStatus.UNAVAILABLE
                                : DeliveryStatus.TEMPORARY_FAILURE);
    }

    @Test
    void aFaultOfOursNamesOnlyItsClass() {
        SmtpAnswer answer = SmtpAnswers.failed(new IllegalStateException("secret"));

        assertThat(answer.delivery()).isEqualTo(DeliveryStatus.TECHNICAL_FAILURE);
        assertThat(answer.reason()).contains("IllegalStateException").doesNotContain("secret");
    }

    private static Arguments row(Exception failure, MailFault fault) {
        return Arguments.of(failure, fault);
    }

    private static Exception connecting(MessagingException cause) {
        return new ConnectFailedException(cause);
    }

    private static Exception replied(int code, String reply) {
        return new SMTPSendFailedException("MAIL", code, reply, null, null, null, null);
    }
}
