package org.careunit.mail.internal.answers;

import org.careunit.operations.connection.ConnectionFault;
import org.careunit.routes.ChannelState;
import org.careunit.routes.FaultText;

/** Fault of the connection to the mail server, with advice for operators. */
public enum MailFault implements ChannelState.Fault {
    REFUSED(ConnectionFault.REFUSED),
    UNKNOWN_HOST(ConnectionFault.UNKNOWN_HOST),
    TIME_OUT(ConnectionFault.TIME_OUT),
    LOST(ConnectionFault.LOST),
    BUSY("all connections to it are taken", "raise 'connections' in careunit.mail if this goes on", false),
    NAME(ConnectionFault.NAME),
    DATE(ConnectionFault.DATE),
    ISSUER(ConnectionFault.ISSUER),
    NO_STARTTLS(ConnectionFault.NO_STARTTLS),
    HANDSHAKE(ConnectionFault.HANDSHAKE),
    NO_TLS("it wants TLS", "set 'security' in careunit.mail to starttls or tls", true),
    NO_LOGIN(
            "it offers no login, though one is configured",
            "check 'port' and 'security' in careunit.mail, or leave 'user' empty",
            true),
    LOGIN("it refuses our login", "check 'user' and '.password' in careunit.mail", true);

    /** The PID of the configuration whose keys the advice names. */
    public static final String PID = "careunit.mail";

    private final FaultText text;

    MailFault(String what, String advice, boolean lasting) {
        this.text = new FaultText(what, advice, lasting);
    }

    MailFault(ConnectionFault fault) {
        this.text = FaultText.of(fault, PID);
    }

    @Override
    public FaultText text() {
        return text;
    }

    /** Classifies a failure of the connection. */
    static MailFault of(Throwable failure) {
        return valueOf(ConnectionFault.of(failure).name());
    }

    /** A fault with one message says nothing about the next. */
    public boolean isPassing() {
        return this == LOST || this == BUSY;
    }
}
