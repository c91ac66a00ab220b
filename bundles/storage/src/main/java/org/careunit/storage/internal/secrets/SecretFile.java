package org.careunit.storage.internal.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.careunit.operations.files.BoundedFile;
import org.careunit.operations.files.PrivateFiles;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.StorageProblem;

/** Reads and writes the file with our secrets: one line for each secret, readable by its owner only. */
public final class SecretFile {

    private static final int LENGTH = 32;
    private static final String HEAD =
            """
            # Careunit's secrets. Back this file up, apart from the database; without it, what was made with it
            # cannot be matched again, and the store does not open. Every node has the same file.
            """;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    /** Names the databases whose audit trail has begun, with blanks between. */
    private static final String BEGUN = "AUDIT.begun";

    /** What stood there before databases were named: whichever it is. */
    private static final String ANY = "true";

    private final Path file;

    public SecretFile(Path file) {
        this.file = file;
    }

    /**
     * How a secret is called in the file; the first of a purpose has no number in files of before there were several.
     */
    public static String name(Purpose purpose, int number) {
        return number == 1 ? purpose.name() : purpose + "." + number;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * The secrets in it, of each purpose at least one: what is missing is added, unless the database says that it was
     * there.
     *
     * @param known whether the database was filled with secrets of a purpose
     */
    public Map<Purpose, NavigableMap<Integer, byte[]>> complete(Predicate<Purpose> known) {
        boolean fresh = !exists();
        Map<Purpose, NavigableMap<Integer, byte[]>> secrets = fresh ? new EnumMap<>(Purpose.class) : read();
        boolean added = false;
        for (Purpose purpose : Purpose.values()) {
            if (!secrets.containsKey(purpose) && !known.test(purpose)) {
                secrets.put(purpose, new TreeMap<>(Map.of(1, random())));
                added = true;
            }
        }
        if (added) {
            write(secrets, fresh);
        }
        return added ? read() : secrets;
    }

    /** Adds a secret of a purpose, to be used from the next start on; says its number. */
    public int add(Purpose purpose) {
        Map<Purpose, NavigableMap<Integer, byte[]>> secrets = read();
        NavigableMap<Integer, byte[]> keys = secrets.computeIfAbsent(purpose, none -> new TreeMap<>());
        int number = keys.isEmpty() ? 1 : keys.lastKey() + 1;
        keys.put(number, random());
        write(secrets, false);
        return number;
    }

    /** Whether the audit trail of a database has begun. */
    public boolean isAuditBegun(String database) {
        Set<String> begun = begun();
        return begun.contains(database) || begun.contains(ANY);
    }

    /** Keeps that the audit trail of a database has begun. */
    public void auditBegun(String database) {
        Set<String> begun = begun();
        boolean old = begun.remove(ANY);
        if (begun.add(database) || old) {
            write(read(), false, begun);
        }
    }

    private Set<String> begun() {
        String line = exists() ? lines().getProperty(BEGUN, "") : "";
        return line.isBlank()
                ? new TreeSet<>()
                : new TreeSet<>(List.of(line.strip().split(" +")));
    }

    private static byte[] random() {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    private Map<Purpose, NavigableMap<Integer, byte[]>> read() {
        return secrets(lines());
    }

    private Properties lines() {
        try {
            refuseOtherReaders();
            Properties lines = new Properties();
            lines.load(new ByteArrayInputStream(BoundedFile.read(file, BoundedFile.USUAL)));
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException("The file with the secrets cannot be read: " + file, failure);
        }
    }

    private void write(Map<Purpose, NavigableMap<Integer, byte[]>> secrets, boolean fresh) {
        write(secrets, fresh, begun());
    }

    /** Writes the file atomically; a new file never replaces one that another process has created meanwhile. */
    private void write(Map<Purpose, NavigableMap<Integer, byte[]>> secrets, boolean fresh, Set<String> begun) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            PrivateFiles.createDirectoryOf(file);
            Path complete =
                    Files.createTempFile(folder, "secrets", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                Files.writeString(complete, text(secrets, begun), StandardCharsets.UTF_8);
                if (fresh) {
                    Files.createLink(file, complete);
                } else {
                    Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (FileAlreadyExistsException faster) {
                return;
            } finally {
                Files.deleteIfExists(complete);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The file with the secrets cannot be written: " + file, failure);
        }
    }

    private static String text(Map<Purpose, NavigableMap<Integer, byte[]>> secrets, Set<String> begun) {
        StringWriter text = new StringWriter();
        text.write(HEAD);
        secrets.forEach((purpose, keys) -> keys.forEach((number, secret) ->
                text.write(name(purpose, number) + " = " + Base64.getEncoder().encodeToString(secret) + "\n")));
        if (!begun.isEmpty()) {
            text.write(BEGUN + " = " + String.join(" ", begun) + "\n");
        }
        return text.toString();
    }

    private Map<Purpose, NavigableMap<Integer, byte[]>> secrets(Properties lines) {
        Map<Purpose, NavigableMap<Integer, byte[]>> secrets = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            for (String line : lines.stringPropertyNames()) {
                if (line.matches(purpose + "(\\.[1-9]\\d{0,5})?")) {
                    int number = line.equals(purpose.name())
                            ? 1
                            : Integer.parseInt(line.substring(purpose.name().length() + 1));
                    secrets.computeIfAbsent(purpose, none -> new TreeMap<>())
                            .put(number, secret(lines.getProperty(line).strip(), line));
                }
            }
        }
        return secrets;
    }

    private byte[] secret(String written, String line) {
        try {
            byte[] secret = Base64.getDecoder().decode(written);
            if (secret.length == LENGTH) {
                return secret;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without repeating what stands there
        }
        throw StorageProblem.SECRETS_LINE.refused(line, file);
    }

    private void refuseOtherReaders() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw StorageProblem.SECRETS_PERMISSIONS.refused(file, PosixFilePermissions.toString(permissions));
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
