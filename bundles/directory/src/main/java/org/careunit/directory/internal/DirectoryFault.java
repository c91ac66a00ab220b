package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.careunit.directory.internal.ldap.NoStartTlsException;
import org.careunit.operations.connection.TlsFault;
import org.careunit.routes.ChannelState;

/** Why EK cannot be asked, in the words that operators read, and what they can do. */
public enum DirectoryFault implements ChannelState.Fault {
    NO_CONNECTION(
            "no connection", "check that EK runs, 'host' and 'port' in careunit.directory, and the firewall", false),
    UNKNOWN_HOST("its host name is unknown", "check 'host' in careunit.directory, and the name server", true),
    NO_ANSWER("no answer in time", "check EK, the network, and 'answerMillis' in careunit.directory", false),
    NAME(TlsFault.NAME),
    DATE(TlsFault.DATE),
    ISSUER(TlsFault.ISSUER),
    NO_STARTTLS(TlsFault.NO_STARTTLS),
    HANDSHAKE(TlsFault.HANDSHAKE),
    LOGIN("it refuses the login", "check 'user' and '.password' in careunit.directory", true),
    NO_TLS("it wants TLS before a login", "set 'security' in careunit.directory to starttls or tls", true),
    BASE("the base DN is not found there", "check 'baseDn' in careunit.directory", true),
    FORBIDDEN("the user may not search there", "ask EK's operators for that right, or check 'user'", true),
    OVERLOADED("it says that it is busy or being maintained", "wait; ask EK's operators if it lasts", false),
    TOO_MUCH("the search passes a limit of EK's", "ask EK's operators for a higher limit, or narrow 'baseDn'", false),
    NOT_UNDERSTOOD(
            "it does not understand what it was asked",
            "check 'staffFilter', 'unitFilter' and 'attributes' in careunit.directory with careunit:directory-check",
            false),
    ENTRY("it fails at this entry", "ask EK's operators to look at the entry", false),
    BUSY("too many look-ups at once", "raise 'connections' in careunit.directory if it lasts", false),
    BROKEN_OFF("the look-up was broken off", "ask again", false),
    ROUTES("the way to it does not run", "see what the log says of the routes of directory", false);

    private static final Map<ResultCode, DirectoryFault> CODES = Map.ofEntries(
            Map.entry(ResultCode.TIMEOUT, NO_ANSWER),
            Map.entry(ResultCode.TIME_LIMIT_EXCEEDED, NO_ANSWER),
            Map.entry(ResultCode.INVALID_CREDENTIALS, LOGIN),
            Map.entry(ResultCode.INAPPROPRIATE_AUTHENTICATION, LOGIN),
            Map.entry(ResultCode.AUTH_METHOD_NOT_SUPPORTED, LOGIN),
            Map.entry(ResultCode.STRONG_AUTH_REQUIRED, LOGIN),
            Map.entry(ResultCode.CONFIDENTIALITY_REQUIRED, NO_TLS),
            Map.entry(ResultCode.NO_SUCH_OBJECT, BASE),
            Map.entry(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, FORBIDDEN),
            Map.entry(ResultCode.BUSY, OVERLOADED),
            Map.entry(ResultCode.UNAVAILABLE, OVERLOADED),
            Map.entry(ResultCode.ADMIN_LIMIT_EXCEEDED, TOO_MUCH),
            Map.entry(ResultCode.SIZE_LIMIT_EXCEEDED, TOO_MUCH),
            Map.entry(ResultCode.PROTOCOL_ERROR, NOT_UNDERSTOOD),
            Map.entry(ResultCode.UNWILLING_TO_PERFORM, NOT_UNDERSTOOD),
            Map.entry(ResultCode.UNDEFINED_ATTRIBUTE_TYPE, NOT_UNDERSTOOD),
            Map.entry(ResultCode.INAPPROPRIATE_MATCHING, NOT_UNDERSTOOD),
            Map.entry(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, NOT_UNDERSTOOD),
            Map.entry(ResultCode.FILTER_ERROR, NOT_UNDERSTOOD),
            Map.entry(ResultCode.CONNECT_ERROR, NO_CONNECTION),
            Map.entry(ResultCode.SERVER_DOWN, NO_CONNECTION));

    private final String what;
    private final String advice;
    private final boolean lasting;

    DirectoryFault(String what, String advice, boolean lasting) {
        this.what = what;
        this.advice = advice;
        this.lasting = lasting;
    }

    DirectoryFault(TlsFault fault) {
        this(fault.what(), fault.advice() + " (careunit.directory)", true);
    }

    public static DirectoryFault of(LDAPException failure) {
        if (has(failure, cause -> cause instanceof NoStartTlsException)) {
            return NO_STARTTLS;
        }
        if (has(failure, cause -> cause instanceof SocketTimeoutException)) {
            return NO_ANSWER;
        }
        if (has(failure, cause -> cause instanceof UnknownHostException)) {
            return UNKNOWN_HOST;
        }
        Optional<TlsFault> tls = TlsFault.of(failure);
        return tls.isPresent() ? valueOf(tls.get().name()) : CODES.getOrDefault(failure.getResultCode(), ENTRY);
    }

    private static boolean has(Throwable failure, Predicate<Throwable> what) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(what);
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

    /** Whether it says nothing about EK: it was not asked. */
    public boolean isOurs() {
        return this == ROUTES || this == BUSY || this == BROKEN_OFF;
    }

    /** Whether it may be about the entry that was asked for alone, until another fails, too. */
    public boolean mayBeOfOneEntry() {
        return this == NO_ANSWER || this == TOO_MUCH || this == NOT_UNDERSTOOD || this == ENTRY;
    }

    /** What is wrong and what to do; nothing in it comes from the other side. */
    public String sentence(String detail) {
        return what + (detail.isEmpty() ? "" : " (" + detail + ")") + "; " + advice;
    }
}
