package org.careunit.storage.internal.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.PersonNumber;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.StorageProblem;
import org.careunit.storage.internal.database.Sql;

/** HMAC-SHA-256 (RFC 2104) with the secrets of a file that belongs to this database. */
public final class HmacPseudonyms implements Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DOMAIN = "careunit pseudonym ";
    private static final int LONGEST = 4_000;

    private final Path file;
    private final Sql sql;
    private volatile Map<Purpose, NavigableMap<Integer, byte[]>> secrets;

    private HmacPseudonyms(Map<Purpose, NavigableMap<Integer, byte[]>> secrets, Path file, Sql sql) {
        this.secrets = secrets;
        this.file = file;
        this.sql = sql;
    }

    /**
     * Reads the secrets from the file; adds missing ones if the database does not know any for that purpose yet, and
     * creates the file if needed.
     *
     * @throws RefusedException if the database was filled with other secrets, or the file is missing, damaged, open to
     *     others or lacks a secret that the database knows
     */
    public static HmacPseudonyms open(Path path, Sql sql) {
        SecretFile file = new SecretFile(path);
        Set<String> known = new TreeSet<>(
                sql.list("SELECT purpose, number FROM secret_keys", row -> row.getString(1) + "." + row.getInt(2)));
        if (!file.exists() && !known.isEmpty()) {
            throw StorageProblem.SECRETS_MISSING.refused(path);
        }
        Map<Purpose, NavigableMap<Integer, byte[]>> read =
                file.complete(purpose -> known.stream().anyMatch(key -> key.startsWith(purpose + ".")));
        read.forEach((purpose, keys) -> keys.forEach((number, secret) -> {
            known.remove(purpose + "." + number);
            requireFingerprint(purpose, number, fingerprint(secret), path, sql);
        }));
        refuseMissing(known, path);
        return new HmacPseudonyms(read, path, sql);
    }

    private static void refuseMissing(Set<String> missing, Path file) {
        if (!missing.isEmpty()) {
            throw StorageProblem.SECRETS_LACK.refused(file, String.join(", ", missing));
        }
    }

    private static void requireFingerprint(Purpose purpose, int number, String ours, Path file, Sql sql) {
        sql.update(
                "INSERT INTO secret_keys (purpose, number, fingerprint) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                purpose,
                number,
                ours);
        String known = sql.first(
                        "SELECT fingerprint FROM secret_keys WHERE purpose = ? AND number = ?",
                        row -> row.getString(1),
                        purpose.name(),
                        number)
                .orElseThrow();
        if (!known.equals(ours)) {
            throw StorageProblem.SECRETS_OTHER.refused(SecretFile.name(purpose, number), file);
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
        refusePersonNumber(purpose, text);
        return mac(purpose, newest(purpose), input(purpose, text));
    }

    @Override
    public List<String> all(Purpose purpose, String text) {
        refusePersonNumber(purpose, text);
        byte[] bytes = input(purpose, text);
        return secrets.get(purpose).descendingKeySet().stream()
                .map(number -> mac(purpose, number, bytes))
                .toList();
    }

    private static void refusePersonNumber(Purpose purpose, String text) {
        if (purpose == Purpose.RESIDENT) {
            PersonNumber.refuseAs("A resident's pseudonym", text);
        }
    }

    /**
     * What is hashed for a text: begins with what it is for, each part with its length in front, so that no text can be
     * chosen that is the input of something else.
     */
    private static byte[] input(Purpose purpose, String text) {
        if (purpose == Purpose.AUDIT) {
            throw new IllegalArgumentException("No pseudonyms are made with the secret of the audit trail");
        }
        if (text.length() > LONGEST) {
            throw StorageProblem.PSEUDONYM.refused(LONGEST);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] beginning = (DOMAIN + purpose.name()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + beginning.length + bytes.length)
                .putInt(beginning.length)
                .put(beginning)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    /** Another node that was restarted with a new secret may have used it: then it is in this node's file as well. */
    private byte[] secret(Purpose purpose, int number) {
        if (!secrets.get(purpose).containsKey(number)) {
            try {
                secrets = open(file, sql).secrets;
            } catch (RefusedException otherFile) {
                throw new UnavailableException(UnavailableProblem.FILES, otherFile.getMessage(), otherFile);
            }
        }
        byte[] secret = secrets.get(purpose).get(number);
        if (secret == null) {
            throw new UnavailableException(
                    UnavailableProblem.FILES,
                    "Nobody knows the secret " + SecretFile.name(purpose, number) + " that was"
                            + " used in the database: it is not in " + file);
        }
        return secret;
    }

    /** The number of the secret in use. */
    public int newest(Purpose purpose) {
        return secrets.get(purpose).lastKey();
    }

    /** @throws UnavailableException if this node has no secret of that number */
    public String mac(Purpose purpose, int number, byte[] bytes) {
        byte[] secret = secret(purpose, number);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (InvalidKeyException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
