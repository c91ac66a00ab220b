package org.careunit.notifications.internal.clocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes a short hash of texts, to compare them by. */
final class Fingerprint {

    /** To be raised where the rules of the clocks themselves change, so that all moments are calculated again. */
    private static final String RULES = "1";

    private static final int BYTES = 24;

    private Fingerprint() {}

    static String of(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((RULES + "\n" + String.join("\n", parts)).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
