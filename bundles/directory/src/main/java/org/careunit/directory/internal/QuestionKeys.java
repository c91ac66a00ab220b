package org.careunit.directory.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the keys under which answers are remembered, none of which is a personal number in clear: a number becomes a hash with
 * a key that this process draws at its start and never writes, so that nobody reads it in a heap dump.
 */
final class QuestionKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "directory-question-by-number\n";
    private static final int KEY_BYTES = 32;

    private final SecretKey secret = drawn();

    private static SecretKey drawn() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** What a question is remembered under; equal for equal questions. */
    Object of(Question<?> question) {
        return question instanceof Question.StaffByNumber byNumber
                ? new Hashed(hash(byNumber.number().value()))
                : question;
    }

    private String hash(String number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal((PURPOSE + number).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JVM has " + ALGORITHM, impossible);
        }
    }

    /** A type of its own, so that no other question can be equal to it. */
    private record Hashed(String number) {}
}
