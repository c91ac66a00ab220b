package org.careunit.sms.internal.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** Secret that callers of the receipt server must present. Comparing takes the same time whatever is compared. */
public final class CallbackSecret {

    /** Shorter ones could be guessed. */
    public static final int SHORTEST = 16;

    private final String secret;

    public CallbackSecret(String secret) {
        this.secret = secret;
    }

    boolean is(String given) {
        return MessageDigest.isEqual(digest(secret), digest(given));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }

    /** The secret itself, for an address that the gateway is told. */
    public String reveal() {
        return secret;
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "CallbackSecret[]";
    }
}
