package org.careunit.sms.internal.answers;

import org.careunit.operations.connection.ConnectionFault;
import org.careunit.routes.ChannelState;
import org.careunit.routes.FaultText;

/** Fault of the connection to the SMS gateway, with advice for operators. */
public enum SmsFault implements ChannelState.Fault {
    REFUSED(ConnectionFault.REFUSED),
    UNKNOWN_HOST(ConnectionFault.UNKNOWN_HOST),
    TIME_OUT(ConnectionFault.TIME_OUT),
    LOST(ConnectionFault.LOST),
    NOT_BOUND("the connection to it is being made", "wait a moment", false),
    NAME(ConnectionFault.NAME),
    DATE(ConnectionFault.DATE),
    ISSUER(ConnectionFault.ISSUER),
    NO_STARTTLS(ConnectionFault.NO_STARTTLS),
    HANDSHAKE(ConnectionFault.HANDSHAKE),
    LOGIN("it refuses our login", "check 'user' and '.password' in careunit.sms", true),
    ADDRESS("it takes no SMS where we hand them over", "check 'host', 'port' and 'path' in careunit.sms", true),
    NONSENSE("it answers what we do not understand", "check 'port', 'path' and 'accepted' in careunit.sms", false);

    /** The PID of the configuration whose keys the advice names. */
    public static final String PID = "careunit.sms";

    private final FaultText text;

    SmsFault(String what, String advice, boolean lasting) {
        this.text = new FaultText(what, advice, lasting);
    }

    SmsFault(ConnectionFault fault) {
        this.text = FaultText.of(fault, PID);
    }

    /** Which one a failure of a connection is. */
    public static SmsFault of(Throwable failure) {
        return valueOf(ConnectionFault.of(failure).name());
    }

    @Override
    public FaultText text() {
        return text;
    }
}
