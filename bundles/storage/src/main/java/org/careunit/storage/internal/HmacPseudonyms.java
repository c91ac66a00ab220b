package org.careunit.storage.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.Pseudonyms;

/** HMAC-SHA-256 (RFC 2104) with the secrets of a file that belongs to this database. */
final class HmacPseudonyms implements Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<Purpose, SecretKeySpec> keys = new EnumMap<>(Purpose.class);

    private HmacPseudonyms(Map<Purpose, byte[]> secrets) {
        secrets.forEach((purpose, secret) -> keys.put(purpose, new SecretKeySpec(secret, ALGORITHM)));
    }

    /**
     * Takes the secrets of the file; on a database that has none yet, makes the file if need be.
     *
     * @throws RefusedException if the database was filled with other secrets, or the file is missing, damaged or open to
     *     others
     */
    static HmacPseudonyms open(Path file, Sql sql) {
        SecretFile secrets = new SecretFile(file);
        Optional<Map<Purpose, byte[]>> there = secrets.read();
        if (there.isEmpty()
                && !sql.list("SELECT purpose FROM secrets", row -> row.getString(1))
                        .isEmpty()) {
            throw new RefusedException(
                    "The file with the secrets is missing: " + file
                            + ". Copy it from another node, or restore it from its backup; a new one would not fit this database");
        }
        Map<Purpose, byte[]> read = there.orElseGet(secrets::create);
        read.forEach((purpose, secret) -> requireFingerprint(purpose, fingerprint(secret), file, sql));
        return new HmacPseudonyms(read);
    }

    private static void requireFingerprint(Purpose purpose, String ours, Path file, Sql sql) {
        sql.update("INSERT INTO secrets (purpose, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING", purpose, ours);
        String known = sql.first(
                        "SELECT fingerprint FROM secrets WHERE purpose = ?", row -> row.getString(1), purpose.name())
                .orElseThrow();
        if (!known.equals(ours)) {
            throw new RefusedException("The secret " + purpose + " in " + file + " is not the one this database was"
                    + " filled with: copy the file from another node, or restore it from its backup");
        }
    }

    private static String fingerprint(byte[] secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String of(Purpose purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(purpose));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidKeyException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
