package org.careunit.mail.internal.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.ReadOnlyFolderException;
import org.careunit.operations.connection.ConnectionFault;
import org.careunit.routes.ChannelState;
import org.careunit.routes.FaultText;

/** Fault of the connection to the mailbox, with advice for operators. */
enum MailboxFault implements ChannelState.Fault {
    REFUSED(ConnectionFault.REFUSED),
    UNKNOWN_HOST(ConnectionFault.UNKNOWN_HOST),
    TIME_OUT(ConnectionFault.TIME_OUT),
    LOST(ConnectionFault.LOST),
    NAME(ConnectionFault.NAME),
    DATE(ConnectionFault.DATE),
    ISSUER(ConnectionFault.ISSUER),
    NO_STARTTLS(ConnectionFault.NO_STARTTLS),
    HANDSHAKE(ConnectionFault.HANDSHAKE),
    LOGIN("it refuses our login", "check 'user' and '.password' in careunit.bounces", true),
    FOLDER("the folder is not there, or may only be read", "check 'folder' in careunit.bounces", true);

    private final FaultText text;

    MailboxFault(String what, String advice, boolean lasting) {
        this.text = new FaultText(what, advice, lasting);
    }

    MailboxFault(ConnectionFault fault) {
        this.text = FaultText.of(fault, MailboxConfig.PID);
    }

    /** Classifies a failure of the connection. */
    static MailboxFault of(Throwable failure) {
        if (ConnectionFault.isCausedBy(failure, AuthenticationFailedException.class)) {
            return LOGIN;
        }
        if (ConnectionFault.isCausedBy(failure, FolderNotFoundException.class)
                || ConnectionFault.isCausedBy(failure, ReadOnlyFolderException.class)) {
            return FOLDER;
        }
        MailboxFault fault = valueOf(ConnectionFault.of(failure).name());
        return fault == LOST && saysNoStartTls(failure) ? NO_STARTTLS : fault;
    }

    /** The library has no exception of its own for it. */
    private static boolean saysNoStartTls(Throwable failure) {
        return ConnectionFault.causes(failure)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("STARTTLS"));
    }

    @Override
    public FaultText text() {
        return text;
    }
}
