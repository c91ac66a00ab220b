package org.careunit.operations.connection;

/** Descriptions of the configuration keys that all adapters share, for Metatype. */
public final class KeyTexts {

    public static final String TLS_OR_PLAIN = "tls: from the first byte; plain: none, and only to this machine, written"
            + " as an address (127.0.0.1 or ::1).";

    public static final String TRUSTED_CERTIFICATES =
            "A file with the certificates (PEM) that the server's must come from; an expired one in it is not trusted."
                    + " Empty: those that the JVM trusts. Names and dates are checked always.";

    public static final String PASSWORD =
            "The user's password. Better $[env:NAME] or $[secret:name] than the word itself.";

    public static final String CONNECT_MILLIS = "How long a connection may take, in milliseconds, 100 to 60000.";

    private KeyTexts() {}
}
