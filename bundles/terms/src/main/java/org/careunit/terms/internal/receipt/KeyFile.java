package org.careunit.terms.internal.receipt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.operations.files.BoundedFile;
import org.careunit.operations.files.PrivateFiles;

/** The file with this node's key for receipts, readable by its owner alone; created when it is first needed. */
final class KeyFile {

    private static final String HEAD =
            """
            # The key with which this node of Careunit signs receipts. Each node has its own; the public halves are in
            # the database, so that receipts can be verified when this file is gone. Without it, a new one is made.
            """;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    /** @throws UnavailableException if the file cannot be read or made, or others may read it */
    SigningKey key() {
        try {
            if (!Files.exists(file)) {
                make(SigningKey.random());
            }
            return read();
        } catch (IOException failure) {
            throw new UnavailableException(
                    UnavailableProblem.FILES, "The file with the key for receipts cannot be used: " + file, failure);
        }
    }

    private SigningKey read() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new UnavailableException(
                    UnavailableProblem.FILES,
                    "The file " + file + " must be for its owner alone, but is "
                            + PosixFilePermissions.toString(permissions) + ": chmod 600 it");
        }
        Properties lines = new Properties();
        lines.load(new ByteArrayInputStream(BoundedFile.read(file, BoundedFile.USUAL)));
        try {
            return SigningKey.of(line(lines, "secret"), line(lines, "public"));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            // the cause may repeat the file's content
            throw new UnavailableException(
                    UnavailableProblem.FILES,
                    "The file " + file
                            + " is damaged: restore it from its backup, or remove it to have a new key made");
        }
    }

    private static String line(Properties lines, String name) {
        return lines.getProperty(name, "").strip();
    }

    /** Written atomically, and never over one that another process has created meanwhile. */
    private void make(SigningKey key) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        PrivateFiles.createDirectoryOf(file);
        Path complete =
                Files.createTempFile(folder, "receipt", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            String text = HEAD + "secret = " + key.writtenSecret() + "\npublic = " + key.writtenOpen() + "\n";
            Files.writeString(complete, text, StandardCharsets.UTF_8);
            Files.createLink(file, complete);
        } catch (FileAlreadyExistsException faster) {
            return;
        } finally {
            Files.deleteIfExists(complete);
        }
    }
}
