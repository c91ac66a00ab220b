package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Map;
import org.careunit.directory.internal.ldap.NoStartTlsException;
import org.careunit.operations.connection.ConnectionFault;
import org.careunit.routes.ChannelState;
import org.careunit.routes.FaultText;

/** Reasons why EK cannot be queried, with advice for operators. */
public enum DirectoryFault implements ChannelState.Fault {
    NO_CONNECTION(
            "no connection", "check that EK runs, 'host' and 'port' in careunit.directory, and the firewall", false),
    UNKNOWN_HOST("its host name is unknown", "check 'host' in careunit.directory, and the name server", true),
    NO_ANSWER("no answer in time", "check EK, the network, and 'answerMillis' in careunit.directory", false),
    NAME(ConnectionFault.NAME),
    DATE(ConnectionFault.DATE),
    ISSUER(ConnectionFault.ISSUER),
    NO_STARTTLS(ConnectionFault.NO_STARTTLS),
    HANDSHAKE(ConnectionFault.HANDSHAKE),
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

    private final FaultText text;

    DirectoryFault(String what, String advice, boolean lasting) {
        this.text = new FaultText(what, advice, lasting);
    }

    DirectoryFault(ConnectionFault fault) {
        this.text = FaultText.of(fault, DirectoryConfig.PID);
    }

    /** Which one a failed search or login is. */
    public static DirectoryFault of(LDAPException failure) {
        if (ConnectionFault.isCausedBy(failure, NoStartTlsException.class)) {
            return NO_STARTTLS;
        }
        return switch (ConnectionFault.of(failure)) {
            case TIME_OUT -> NO_ANSWER;
            case UNKNOWN_HOST -> UNKNOWN_HOST;
            case NAME -> NAME;
            case DATE -> DATE;
            case ISSUER -> ISSUER;
            case NO_STARTTLS -> NO_STARTTLS;
            case HANDSHAKE -> HANDSHAKE;
            case REFUSED, LOST -> CODES.getOrDefault(failure.getResultCode(), ENTRY);
        };
    }

    @Override
    public FaultText text() {
        return text;
    }

    /** Whether it says nothing about EK, since no query was sent. */
    public boolean isOurs() {
        return this == ROUTES || this == BUSY || this == BROKEN_OFF;
    }

    /** Whether it may be about the entry that was asked for alone, until another fails, too. */
    public boolean mayBeOfOneEntry() {
        return this == NO_ANSWER || this == TOO_MUCH || this == NOT_UNDERSTOOD || this == ENTRY;
    }

    /** What is wrong and what to do; nothing in it comes from the other side. */
    public String sentence(String detail) {
        return what() + (detail.isEmpty() ? "" : " (" + detail + ")") + "; " + advice();
    }
}
