package org.careunit.storage.internal.node;

import java.sql.SQLException;
import java.util.Optional;
import org.careunit.operations.connection.ConnectionFault;

/** Tells an operator why the database cannot be used, and what to check. */
final class ConnectAdvice {

    /** The SQLSTATE of a server that rejects the way we connect. */
    private static final String REJECTED = "08004";

    private ConnectAdvice() {}

    static String of(Throwable failure) {
        Optional<ConnectionFault> tls = ConnectionFault.ofTls(failure);
        if (tls.isPresent()) {
            return "the database: " + tls.get().what() + "; " + tls.get().advice("url");
        }
        if (isWithoutTls(failure)) {
            return "the database: it offers no TLS; turn it on at that server (ssl = on),"
                    + " or check host and port in 'url'";
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return failure instanceof SQLException
                ? "Check url, user and .password of careunit.storage and that the server runs: " + root.getMessage()
                : root.getMessage();
    }

    /** The driver has no type for it, and says so in the language of the JVM. */
    private static boolean isWithoutTls(Throwable failure) {
        return ConnectionFault.causes(failure)
                .anyMatch(cause -> cause instanceof SQLException refused
                        && REJECTED.equals(refused.getSQLState())
                        && String.valueOf(refused.getMessage()).contains("SSL"));
    }
}
