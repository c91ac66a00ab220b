package org.careunit.journal.internal.answers;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.operations.connection.TlsFault;
import org.careunit.routes.ChannelState;

/** What can be wrong with the way to a record system, and what to do about it. */
public enum JournalFault implements ChannelState.Fault {
    REFUSED("it refuses connections", "check that it runs, and 'host' and 'port' in its careunit.journal", false),
    UNKNOWN_HOST(
            "its name is not known", "check 'host' in its careunit.journal and this machine's name service", false),
    TIME_OUT("it does not answer in time", "check that it runs and that no firewall swallows packets", false),
    LOST("it closes the connection without an answer", "look at its log", false),
    NAME(TlsFault.NAME),
    DATE(TlsFault.DATE),
    ISSUER(TlsFault.ISSUER),
    HANDSHAKE(
            "it does not agree with us on TLS",
            "check 'port', 'security' and whether it wants a 'clientCertificate' that it knows (careunit.journal)",
            true),
    LOGIN(
            "it refuses our login",
            "check 'user' and '.password', or 'clientCertificate', in its careunit.journal",
            true),
    ADDRESS("it has no Tasks where we ask for them", "check 'host' and 'path' in its careunit.journal", true);

    private static final int MOST_CAUSES = 20;

    private final String what;
    private final String advice;
    private final boolean lasting;

    JournalFault(String what, String advice, boolean lasting) {
        this.what = what;
        this.advice = advice;
        this.lasting = lasting;
    }

    JournalFault(TlsFault fault) {
        this(fault.what(), fault.advice() + " (careunit.journal)", true);
    }

    /** Which fault a failure to connect or to get an answer is. */
    public static JournalFault of(Throwable failure) {
        return TlsFault.of(failure)
                .map(JournalFault::of)
                .or(() -> causes(failure)
                        .flatMap(cause -> ofConnection(cause).stream())
                        .findFirst())
                .orElse(LOST);
    }

    private static JournalFault of(TlsFault fault) {
        return switch (fault) {
            case NAME -> NAME;
            case DATE -> DATE;
            case ISSUER -> ISSUER;
            case NO_STARTTLS, HANDSHAKE -> HANDSHAKE;
        };
    }

    private static Optional<JournalFault> ofConnection(Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return Optional.of(REFUSED);
        }
        if (cause instanceof UnknownHostException) {
            return Optional.of(UNKNOWN_HOST);
        }
        return cause instanceof SocketTimeoutException ? Optional.of(TIME_OUT) : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String advice() {
        return advice;
    }

    /** Only a change at one of the ends helps: the channel rests at once. */
    @Override
    public boolean isLasting() {
        return lasting;
    }
}
