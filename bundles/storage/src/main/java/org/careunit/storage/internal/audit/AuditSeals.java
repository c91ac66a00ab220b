package org.careunit.storage.internal.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Entry;
import org.careunit.storage.internal.secrets.HmacPseudonyms;

/**
 * Computes the HMAC-SHA-256 seals of rows and heads of the audit trail. Each value is prefixed with its length, so that
 * values cannot be shifted between fields.
 */
public final class AuditSeals {

    /** The seal before the first row of a trail. */
    static final String NOTHING = "0".repeat(64);

    /** The purpose of a seal is part of its input, so that a seal cannot be used for another purpose. */
    private static final String ROW = "careunit audit row";

    private static final String HEAD = "careunit audit head";

    private final HmacPseudonyms secrets;

    public AuditSeals(HmacPseudonyms secrets) {
        this.secrets = secrets;
    }

    /** The number of the secret to seal with now. */
    public int current() {
        return secrets.newest(Purpose.AUDIT);
    }

    /** The seal of a row that follows another. */
    public String of(Entry row, String before, int key) {
        return seal(
                key,
                List.of(
                        ROW,
                        before,
                        row.trail().level().name(),
                        row.trail().id(),
                        String.valueOf(row.number()),
                        row.actor(),
                        row.action(),
                        row.text(),
                        row.resident().orElse(""),
                        micros(row.at()),
                        String.valueOf(key)));
    }

    /** The signature of a head. */
    public String of(SealedHead head) {
        Scope trail = head.trail();
        return seal(
                head.key(),
                List.of(
                        HEAD,
                        trail.level().name(),
                        trail.id(),
                        String.valueOf(head.number()),
                        head.seal(),
                        String.valueOf(head.pruned()),
                        head.prunedSeal(),
                        String.valueOf(head.logged()),
                        String.valueOf(head.key())));
    }

    public boolean isGenuine(SealedHead head) {
        return same(of(head), head.signature());
    }

    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private String seal(int key, List<String> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String value : values) {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return secrets.mac(Purpose.AUDIT, key, bytes.toByteArray());
    }

    private static String micros(Instant at) {
        return String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
