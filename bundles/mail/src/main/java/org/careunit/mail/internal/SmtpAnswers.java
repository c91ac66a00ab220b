package org.careunit.mail.internal;

import static org.careunit.api.gateways.DeliveryStatus.ACCEPTED;
import static org.careunit.api.gateways.DeliveryStatus.PERMANENT_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.TECHNICAL_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.TEMPORARY_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.UNAVAILABLE;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.careunit.api.gateways.DeliveryStatus;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a mail server's reply means, or its silence: the one table. */
final class SmtpAnswers {

    /** The reply after which a mail server closes the connection. */
    static final int CLOSING = 421;

    private static final Pattern REPLY = Pattern.compile("(?s)([2-5]\\d\\d)([ -].*)?");

    /** From top to bottom; the first row that fits counts. Policies (5.7) blame the sender, whatever the code. */
    private static final List<Row> TABLE = List.of(
            row("2\\d\\d.*", ACCEPTED, Trouble.NONE),
            row("(CONNECT|LOGIN) 4\\d\\d.*", TEMPORARY_FAILURE, Trouble.REFUSED),
            row("LOGIN .*", UNAVAILABLE, Trouble.LOGIN),
            row("TLS .*", UNAVAILABLE, Trouble.TLS),
            row("CONNECT .*", TEMPORARY_FAILURE, Trouble.REFUSED),
            row("\\w+ 4\\d\\d.*", TEMPORARY_FAILURE, Trouble.NONE),
            row("\\w+ (530.*STARTTLS|538).*", UNAVAILABLE, Trouble.TLS),
            row("\\w+ (530|534|535).*", UNAVAILABLE, Trouble.LOGIN),
            row("RCPT 55[013][ -]5\\.7\\..*", TECHNICAL_FAILURE, Trouble.NONE),
            row("RCPT (501|521|550|551|553|556).*", PERMANENT_FAILURE, Trouble.NONE),
            row("\\w+ 5\\d\\d.*", TECHNICAL_FAILURE, Trouble.NONE));

    private SmtpAnswers() {}

    /** What the reply means with which the mail server took a message over. */
    static SmtpAnswer accepted(String reply) {
        return SmtpAnswer.said(ACCEPTED, code(reply), reply.strip());
    }

    /** What it means that an attempt failed like that. */
    static SmtpAnswer failed(Throwable failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable link : chain) {
            if (link instanceof SMTPAddressFailedException refusal && refusal.getReturnCode() > 0) {
                return look("RCPT", refusal.getMessage());
            }
            if (link instanceof SMTPSendFailedException refusal && refusal.getReturnCode() > 0) {
                return look("MAIL", refusal.getMessage());
            }
        }
        return holds(chain, ConnectFailedException.class) ? notConnected(chain) : silent(chain);
    }

    private static SmtpAnswer notConnected(List<Throwable> chain) {
        if (holds(chain, IOException.class)) {
            Trouble trouble = broken(chain);
            return SmtpAnswer.troubled(
                    trouble == Trouble.LOST && holds(chain, SSLException.class) ? Trouble.TLS : trouble);
        }
        String said = String.valueOf(chain.get(chain.size() - 1).getMessage());
        if (holds(chain, AuthenticationFailedException.class)) {
            return look("LOGIN", said);
        }
        return look(said.contains("TLS") ? "TLS" : "CONNECT", said);
    }

    private static SmtpAnswer silent(List<Throwable> chain) {
        if (holds(chain, BusyException.class)) {
            return SmtpAnswer.troubled(Trouble.BUSY);
        }
        boolean fromTheServer = holds(chain, MessagingException.class) || holds(chain, InterruptedException.class);
        return fromTheServer
                ? SmtpAnswer.troubled(broken(chain))
                : SmtpAnswer.said(TECHNICAL_FAILURE, 0, "fault in Careunit: " + failureName(chain));
    }

    private static Trouble broken(List<Throwable> chain) {
        if (holds(chain, SocketTimeoutException.class)) {
            return Trouble.TIME_OUT;
        }
        if (holds(chain, UnknownHostException.class)) {
            return Trouble.UNKNOWN_HOST;
        }
        return holds(chain, ConnectException.class) || holds(chain, NoRouteToHostException.class)
                ? Trouble.REFUSED
                : Trouble.LOST;
    }

    private static SmtpAnswer look(String step, String said) {
        String reply = said.strip().replaceAll("\\s+", " ");
        return TABLE.stream()
                .filter(row -> row.pattern().matcher(step + " " + reply).matches())
                .findFirst()
                .map(row -> new SmtpAnswer(row.status(), row.trouble(), code(reply), reply))
                .orElseGet(() -> SmtpAnswer.troubled(Trouble.LOST));
    }

    private static int code(String reply) {
        Matcher matcher = REPLY.matcher(reply.strip());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static String failureName(List<Throwable> chain) {
        return chain.get(chain.size() - 1).getClass().getSimpleName();
    }

    private static boolean holds(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    /** The failure and its causes; Jakarta Mail's next exception is its cause. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && chain.size() < 20; link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    private static Row row(String pattern, DeliveryStatus status, Trouble trouble) {
        return new Row(Pattern.compile(pattern, Pattern.DOTALL), status, trouble);
    }

    /** @param pattern of the step (CONNECT, TLS, LOGIN, MAIL, RCPT), a space, and the reply */
    private record Row(Pattern pattern, DeliveryStatus status, Trouble trouble) {}
}
