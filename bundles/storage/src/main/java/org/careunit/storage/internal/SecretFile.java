package org.careunit.storage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.Pseudonyms.Purpose;

/** The file with our secrets: one line for each purpose, readable by its owner alone. */
final class SecretFile {

    private static final int LENGTH = 32;
    private static final String HEAD =
            """
            # Careunit's secrets. Back this file up, apart from the database; without it, what was made with it
            # cannot be matched again, and the store does not open. Every node has the same file.
            """;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    private final Path file;

    SecretFile(Path file) {
        this.file = file;
    }

    /** The secrets in it; empty if there is no file. */
    Optional<Map<Purpose, byte[]>> read() {
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            refuseOtherReaders();
            Properties lines = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                lines.load(in);
            }
            return Optional.of(secrets(lines));
        } catch (IOException failure) {
            throw new UncheckedIOException("The file with the secrets cannot be read: " + file, failure);
        }
    }

    /** Makes the file with new secrets, unless another process makes it first; either way they are read from it. */
    Map<Purpose, byte[]> create() {
        SecureRandom random = new SecureRandom();
        Map<Purpose, byte[]> secrets = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            byte[] secret = new byte[LENGTH];
            random.nextBytes(secret);
            secrets.put(purpose, secret);
        }
        write(secrets);
        return read().orElseThrow();
    }

    private void write(Map<Purpose, byte[]> secrets) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path complete =
                    Files.createTempFile(folder, "secrets", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                Files.writeString(complete, text(secrets), StandardCharsets.UTF_8);
                Files.createLink(file, complete); // all of it or none, and never over another
            } catch (FileAlreadyExistsException faster) {
                return;
            } finally {
                Files.delete(complete);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The file with the secrets cannot be made: " + file, failure);
        }
    }

    private static String text(Map<Purpose, byte[]> secrets) {
        StringWriter text = new StringWriter();
        text.write(HEAD);
        secrets.forEach((purpose, secret) ->
                text.write(purpose + " = " + Base64.getEncoder().encodeToString(secret) + "\n"));
        return text.toString();
    }

    private Map<Purpose, byte[]> secrets(Properties lines) {
        Map<Purpose, byte[]> secrets = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            secrets.put(purpose, secret(lines.getProperty(purpose.name(), "").strip(), purpose));
        }
        return secrets;
    }

    private byte[] secret(String written, Purpose purpose) {
        try {
            byte[] secret = Base64.getDecoder().decode(written);
            if (secret.length == LENGTH) {
                return secret;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without repeating what stands there
        }
        throw new RefusedException("The line " + purpose + " of " + file
                + " is missing or damaged: restore the file from" + " its backup");
    }

    private void refuseOtherReaders() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new RefusedException("The file " + file + " must be for its owner alone, but is "
                    + PosixFilePermissions.toString(permissions) + ": chmod 600 it");
        }
    }
}
