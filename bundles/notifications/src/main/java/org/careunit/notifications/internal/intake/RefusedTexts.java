package org.careunit.notifications.internal.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.careunit.api.failure.RefusedException;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.operations.files.PrivateFiles;

/**
 * Stores refused texts from EventAdmin, each in a file until an operator replays or discards it. A file is named after
 * its content, so that the same text is stored once. Safe for use by many threads.
 */
public final class RefusedTexts {

    private static final String PREFIX = "event-";
    private static final String SUFFIX = ".json";
    private static final String UNFINISHED = ".new";
    private static final int NAME_BYTES = 8;

    private final Path directory;

    public RefusedTexts(Path directory) {
        this.directory = directory;
    }

    /**
     * Sets a text aside.
     *
     * @return the name of its file
     * @throws IOException if it could not be kept
     */
    public synchronized String add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String name = PREFIX + HexFormat.of().formatHex(digest(bytes), 0, NAME_BYTES) + SUFFIX;
        Path file = directory.resolve(name);
        if (Files.notExists(file)) {
            PrivateFiles.createDirectories(directory);
            Path unfinished = directory.resolve(name + UNFINISHED);
            Files.deleteIfExists(unfinished);
            try (OutputStream out = PrivateFiles.create(unfinished)) {
                out.write(bytes);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return name;
    }

    /** The files, the oldest first. */
    public List<Path> files() throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(RefusedTexts::modified).thenComparing(file -> file))
                    .toList();
        }
    }

    /**
     * A file by its name.
     *
     * @throws RefusedException if there is none
     */
    public Path file(String name) throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> NotificationProblem.NO_TEXT.refused());
    }

    /** How many there are. */
    public long count() {
        try {
            return files().size();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
