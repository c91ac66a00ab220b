package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Why EK cannot be asked, in the words that operators read, and what they can do. */
enum Trouble {
    NO_CONNECTION("no connection", "check that EK runs, url in careunit.directory, and the firewall", false),
    UNKNOWN_HOST("its host name is unknown", "check url in careunit.directory, and the name server", true),
    NO_ANSWER("no answer in time", "check EK, the network, and timeoutMillis in careunit.directory", false),
    CERTIFICATE(
            "its certificate is not trusted or is another host's",
            "check trustedCertificates and the host name of url in careunit.directory",
            true),
    LOGIN("it refuses the login", "check bindDn and .password in careunit.directory", true),
    BASE("the base DN is not found there", "check baseDn in careunit.directory", true),
    FORBIDDEN("the account may not search there", "ask EK's operators for that right, or check bindDn", true),
    BUSY("too many questions at once", "raise connections in careunit.directory if it lasts", false),
    BROKEN_OFF("the question was broken off", "ask again", false),
    ROUTES("the way to it does not run", "see what the log says of the routes of directory", false),
    OTHER("it failed", "look the code up in RFC 4511, or ask EK's operators", false);

    private static final Map<ResultCode, Trouble> CODES = Map.of(
            ResultCode.TIMEOUT, NO_ANSWER,
            ResultCode.TIME_LIMIT_EXCEEDED, NO_ANSWER,
            ResultCode.INVALID_CREDENTIALS, LOGIN,
            ResultCode.INAPPROPRIATE_AUTHENTICATION, LOGIN,
            ResultCode.CONFIDENTIALITY_REQUIRED, LOGIN,
            ResultCode.NO_SUCH_OBJECT, BASE,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS, FORBIDDEN,
            ResultCode.CONNECT_ERROR, NO_CONNECTION,
            ResultCode.SERVER_DOWN, NO_CONNECTION);

    private final String what;
    private final String advice;
    private final boolean lasting;

    Trouble(String what, String advice, boolean lasting) {
        this.what = what;
        this.advice = advice;
        this.lasting = lasting;
    }

    static Trouble of(LDAPException failure) {
        if (has(failure, cause -> cause instanceof SocketTimeoutException)) {
            return NO_ANSWER;
        }
        if (has(failure, cause -> cause instanceof CertificateException)) {
            return CERTIFICATE;
        }
        if (has(failure, cause -> cause instanceof UnknownHostException)) {
            return UNKNOWN_HOST;
        }
        return CODES.getOrDefault(failure.getResultCode(), OTHER);
    }

    private static boolean has(Throwable failure, Predicate<Throwable> what) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(what);
    }

    /** Whether it stays until somebody mends it. */
    boolean isLasting() {
        return lasting;
    }

    /** What is wrong and what to do; nothing in it comes from the other side. */
    String sentence(String detail) {
        return what + (detail.isEmpty() ? "" : " (" + detail + ")") + "; " + advice;
    }
}
