package org.careunit.sms.internal.answers;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.operations.connection.TlsFault;
import org.careunit.routes.ChannelState;

/** What can be wrong with the way to the SMS gateway, and what to do about it. */
public enum SmsFault implements ChannelState.Fault {
    REFUSED("it refuses connections", "check that it runs, and 'host' and 'port' in careunit.sms", false),
    UNKNOWN_HOST("its name is not known", "check 'host' in careunit.sms and this machine's name service", false),
    TIME_OUT("it does not answer in time", "check that it runs and that no firewall swallows packets", false),
    LOST("it closed the connection", "look at its log", false),
    NOT_BOUND("the connection to it is being made", "wait a moment", false),
    NAME(TlsFault.NAME),
    DATE(TlsFault.DATE),
    ISSUER(TlsFault.ISSUER),
    NO_STARTTLS(TlsFault.NO_STARTTLS),
    HANDSHAKE(TlsFault.HANDSHAKE),
    LOGIN("it refuses our login", "check 'user' and '.password' in careunit.sms", true),
    ADDRESS("it takes no SMS where we hand them over", "check 'host', 'port' and 'path' in careunit.sms", true),
    NONSENSE("it answers what we do not understand", "check 'port', 'path' and 'accepted' in careunit.sms", false);

    private final String what;
    private final String advice;
    private final boolean lasting;

    SmsFault(String what, String advice, boolean lasting) {
        this.what = what;
        this.advice = advice;
        this.lasting = lasting;
    }

    SmsFault(TlsFault fault) {
        this(fault.what(), fault.advice() + " (careunit.sms)", true);
    }

    /** Which one a failure of a connection is. */
    public static SmsFault of(Throwable failure) {
        Optional<TlsFault> tls = TlsFault.of(failure);
        if (tls.isPresent()) {
            return valueOf(tls.get().name());
        }
        if (isCausedBy(failure, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (isCausedBy(failure, SocketTimeoutException.class) || isCausedBy(failure, NoRouteToHostException.class)) {
            return TIME_OUT;
        }
        return isCausedBy(failure, ConnectException.class) ? REFUSED : LOST;
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(type::isInstance);
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String advice() {
        return advice;
    }

    @Override
    public boolean isLasting() {
        return lasting;
    }
}
