package org.careunit.mail.internal;

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
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows that no peer plays. */
class SmtpAnswersTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                row(connecting(new MessagingException("x", new UnknownHostException("h"))), Trouble.UNKNOWN_HOST),
                row(connecting(new MessagingException("x", new ConnectException("no"))), Trouble.REFUSED),
                row(connecting(new MessagingException("x", new SocketTimeoutException("t"))), Trouble.TIME_OUT),
                row(connecting(new MessagingException("x", new SocketException("reset"))), Trouble.LOST),
                row(connecting(new MessagingException("x", new SSLHandshakeException("no"))), Trouble.TLS),
                row(
                        connecting(new MessagingException(
                                "x", (Exception) new SSLException("t").initCause(new SocketTimeoutException("t")))),
                        Trouble.TIME_OUT),
                row(connecting(new MessagingException("454 4.7.0 TLS not available")), Trouble.TLS),
                row(connecting(new MessagingException("554 5.7.1 Go away")), Trouble.REFUSED),
                row(connecting(new AuthenticationFailedException("535 5.7.8 Wrong")), Trouble.LOGIN),
                row(connecting(new AuthenticationFailedException("534 5.7.9 Too weak")), Trouble.LOGIN),
                row(connecting(new AuthenticationFailedException("No mechanism")), Trouble.LOGIN),
                row(connecting(new AuthenticationFailedException("454 4.7.0 Not now")), Trouble.REFUSED),
                row(new MessagingException("x", new SSLException("reset")), Trouble.LOST),
                row(new MessagingException("x", new EOFException()), Trouble.LOST),
                row(said(-1, "[EOF]"), Trouble.LOST),
                row(said(530, "530 5.7.0 Must issue a STARTTLS command first"), Trouble.TLS),
                row(said(538, "538 5.7.11 Encryption required"), Trouble.TLS),
                row(new InterruptedException(), Trouble.LOST),
                row(new BusyException(), Trouble.BUSY));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void troubleWithTheServerIsForLaterOrRestsTheChannel(Exception failure, Trouble trouble) {
        SmtpAnswer answer = SmtpAnswers.failed(failure);

        assertThat(answer.trouble()).isEqualTo(trouble);
        assertThat(answer.status())
                .isEqualTo(trouble.closesTheChannel() ? DeliveryStatus.UNAVAILABLE : DeliveryStatus.TEMPORARY_FAILURE);
    }

    @Test
    void aFaultOfOursNamesOnlyItsClass() {
        SmtpAnswer answer = SmtpAnswers.failed(new IllegalStateException("secret"));

        assertThat(answer.status()).isEqualTo(DeliveryStatus.TECHNICAL_FAILURE);
        assertThat(answer.text()).contains("IllegalStateException").doesNotContain("secret");
    }

    private static Arguments row(Exception failure, Trouble trouble) {
        return Arguments.of(failure, trouble);
    }

    private static Exception connecting(MessagingException cause) {
        return new ConnectFailedException(cause);
    }

    private static Exception said(int code, String reply) {
        return new SMTPSendFailedException("MAIL", code, reply, null, null, null, null);
    }
}
