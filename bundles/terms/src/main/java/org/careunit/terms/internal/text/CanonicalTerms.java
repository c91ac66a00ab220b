package org.careunit.terms.internal.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.careunit.api.terms.TermsPoint;

/**
 * Writes the canonical form of terms that is hashed. It must never change, because old receipts depend on it. A first
 * line that names it, and then for each point a line with its id and the length of its text in bytes of UTF-8, and a
 * line with the text.
 */
public final class CanonicalTerms {

    private static final String NAME = "careunit-terms-1\n";

    private CanonicalTerms() {}

    /** SHA-256 of the points, in 64 small hexadecimal digits. */
    public static String sha256(List<TermsPoint> points) {
        StringBuilder form = new StringBuilder(NAME);
        for (TermsPoint point : points) {
            int length = point.text().getBytes(StandardCharsets.UTF_8).length;
            form.append(point.id()).append(' ').append(length).append('\n');
            form.append(point.text()).append('\n');
        }
        return HexFormat.of().formatHex(digest(form.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** SHA-256. */
    public static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
