package org.careunit.journal.internal.answers;

import org.careunit.operations.connection.ConnectionFault;
import org.careunit.routes.ChannelState;
import org.careunit.routes.FaultText;

/** Fault of the connection to a record system, with advice for operators. */
public enum JournalFault implements ChannelState.Fault {
    REFUSED(ConnectionFault.REFUSED),
    UNKNOWN_HOST(ConnectionFault.UNKNOWN_HOST),
    TIME_OUT(ConnectionFault.TIME_OUT),
    LOST("it closes the connection without an answer", "look at its log", false),
    NAME(ConnectionFault.NAME),
    DATE(ConnectionFault.DATE),
    ISSUER(ConnectionFault.ISSUER),
    HANDSHAKE(
            "it does not agree with us on TLS",
            "check 'port', 'security' and whether it wants a 'clientCertificate' that it knows (careunit.journal)",
            true),
    LOGIN(
            "it refuses our login",
            "check 'user' and '.password', or 'clientCertificate', in its careunit.journal",
            true),
    ADDRESS("it has no Tasks where we ask for them", "check 'host' and 'path' in its careunit.journal", true);

    /** The PID of the configuration whose keys the advice names. */
    public static final String PID = "careunit.journal";

    private final FaultText text;

    JournalFault(String what, String advice, boolean lasting) {
        this.text = new FaultText(what, advice, lasting);
    }

    JournalFault(ConnectionFault fault) {
        this.text = FaultText.of(fault, PID);
    }

    /** Which fault a failure to connect or to get an answer is. */
    public static JournalFault of(Throwable failure) {
        ConnectionFault fault = ConnectionFault.of(failure);
        return fault == ConnectionFault.NO_STARTTLS ? HANDSHAKE : valueOf(fault.name());
    }

    @Override
    public FaultText text() {
        return text;
    }
}
