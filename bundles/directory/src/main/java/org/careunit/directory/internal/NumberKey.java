package org.careunit.directory.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.careunit.api.identity.PersonNumber;

/**
 * Keyed hash of a personal identity number for use in memory, with a secret of this process, so that a heap dump shows
 * no number.
 */
record NumberKey(String value) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "careunit directory number ";
    private static final SecretKeySpec SECRET = secret();

    static NumberKey of(PersonNumber number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(SECRET);
            return new NumberKey(HexFormat.of().formatHex(mac.doFinal((PURPOSE + number.value()).getBytes(US_ASCII))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    private static SecretKeySpec secret() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, ALGORITHM);
    }
}
