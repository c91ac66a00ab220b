package org.careunit.mail.internal.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.ReadOnlyFolderException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.operations.connection.TlsFault;
import org.careunit.routes.ChannelState;

/** What can be wrong with the way to the mailbox, and what to do about it. */
enum MailboxFault implements ChannelState.Fault {
    REFUSED("it refuses connections", "check that it runs, and 'host' and 'port' in careunit.bounces", false),
    UNKNOWN_HOST("its name is not known", "check 'host' in careunit.bounces and this machine's name service", false),
    TIME_OUT("it does not answer in time", "check that it runs and that no firewall swallows packets", false),
    LOST("it closed the connection", "look at its log", false),
    NAME(TlsFault.NAME),
    DATE(TlsFault.DATE),
    ISSUER(TlsFault.ISSUER),
    NO_STARTTLS(TlsFault.NO_STARTTLS),
    HANDSHAKE(TlsFault.HANDSHAKE),
    LOGIN("it refuses our login", "check 'user' and '.password' in careunit.bounces", true),
    FOLDER("the folder is not there, or may only be read", "check 'folder' in careunit.bounces", true);

    private static final int LONGEST_CHAIN = 20;

    private final String what;
    private final String advice;
    private final boolean lasting;

    MailboxFault(String what, String advice, boolean lasting) {
        this.what = what;
        this.advice = advice;
        this.lasting = lasting;
    }

    MailboxFault(TlsFault fault) {
        this(fault.what(), fault.advice() + " (careunit.bounces)", true);
    }

    /** What a failure of the connection means. */
    static MailboxFault of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        if (holds(chain, AuthenticationFailedException.class)) {
            return LOGIN;
        }
        if (holds(chain, FolderNotFoundException.class) || holds(chain, ReadOnlyFolderException.class)) {
            return FOLDER;
        }
        if (holds(chain, SocketTimeoutException.class)) {
            return TIME_OUT;
        }
        if (holds(chain, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        return refused(chain);
    }

    private static MailboxFault refused(List<Throwable> chain) {
        Optional<TlsFault> tls = TlsFault.of(chain.get(0));
        if (tls.isPresent()) {
            return valueOf(tls.get().name());
        }
        if (chain.stream().anyMatch(link -> String.valueOf(link.getMessage()).contains("STARTTLS"))) {
            return NO_STARTTLS;
        }
        return holds(chain, ConnectException.class) || holds(chain, NoRouteToHostException.class) ? REFUSED : LOST;
    }

    private static boolean holds(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && chain.size() < LONGEST_CHAIN; link = link.getCause()) {
            chain.add(link);
        }
        return chain;
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
