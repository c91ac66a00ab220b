package org.careunit.mail.internal.answers;

import org.careunit.operations.connection.TlsFault;
import org.careunit.routes.ChannelState;

/** What can be wrong with the way to the mail server, and what to do about it. */
public enum MailFault implements ChannelState.Fault {
    REFUSED("it refuses connections", "check that it runs, and 'host' and 'port' in careunit.mail", false),
    UNKNOWN_HOST("its name is not known", "check 'host' in careunit.mail and this machine's name service", false),
    TIME_OUT("it does not answer in time", "check that it runs and that no firewall swallows packets", false),
    LOST("it closed the connection", "look at its log", false),
    BUSY("all connections to it are taken", "raise 'connections' in careunit.mail if this goes on", false),
    NAME(TlsFault.NAME),
    DATE(TlsFault.DATE),
    ISSUER(TlsFault.ISSUER),
    NO_STARTTLS(TlsFault.NO_STARTTLS),
    HANDSHAKE(TlsFault.HANDSHAKE),
    NO_TLS("it wants TLS", "set 'security' in careunit.mail to starttls or tls", true),
    NO_LOGIN(
            "it offers no login, though one is configured",
            "check 'port' and 'security' in careunit.mail, or leave 'user' empty",
            true),
    LOGIN("it refuses our login", "check 'user' and '.password' in careunit.mail", true);

    private final String what;
    private final String advice;
    private final boolean lasting;

    MailFault(String what, String advice, boolean lasting) {
        this.what = what;
        this.advice = advice;
        this.lasting = lasting;
    }

    MailFault(TlsFault fault) {
        this(fault.what(), fault.advice() + " (careunit.mail)", true);
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String advice() {
        return advice;
    }

    /** Only a change at one of the ends helps, and attempts would do harm: the channel rests. */
    @Override
    public boolean isLasting() {
        return lasting;
    }

    /** One message's bad luck says nothing about the next. */
    public boolean isPassing() {
        return this == LOST || this == BUSY;
    }
}
