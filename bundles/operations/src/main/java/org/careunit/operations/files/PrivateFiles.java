package org.careunit.operations.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Creates Careunit's own files and directories with access for their owner only (0600 and 0700), from their first byte.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> HANDED_OVER = PosixFilePermissions.fromString("rw-r-----");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** The directory of all our files: {@code careunit} below the container's, where {@code data} may be deleted. */
    public static Path home() {
        return Path.of(System.getProperty("karaf.base", "."), "careunit");
    }

    /**
     * Makes a directory with those above it, unless it is there; those it makes, and itself, are for their owner alone.
     */
    public static void createDirectories(Path directory) throws IOException {
        if (POSIX) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
            Files.setPosixFilePermissions(directory, DIRECTORY);
        } else {
            Files.createDirectories(directory);
        }
    }

    /**
     * Makes the directory of a file of ours that an operator may have placed anywhere. One that is there already is
     * left as it is, since others may need it, unless it is {@link #home}.
     */
    public static void createDirectoryOf(Path file) throws IOException {
        Path directory = file.toAbsolutePath().normalize().getParent();
        if (!Files.isDirectory(directory)
                || directory.equals(home().toAbsolutePath().normalize())) {
            createDirectories(directory);
        }
    }

    /** Opens a file; one that this makes is for its owner alone. */
    public static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
        FileAttribute<?>[] attributes =
                POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)} : new FileAttribute<?>[0];
        return FileChannel.open(file, options, attributes);
    }

    /**
     * Creates a file for its owner alone, to be written by a stream: an interrupt of one thread closes a
     * {@code FileChannel} for all others.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file is there already
     */
    public static OutputStream create(Path file) throws IOException {
        if (POSIX) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        } else {
            Files.createFile(file);
        }
        return new FileOutputStream(file.toFile());
    }

    /**
     * Creates an empty file that is handed over to another system: for its owner, for its group to read, and for nobody
     * else.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file is there already
     */
    public static void createForGroup(Path file) throws IOException {
        if (POSIX) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(HANDED_OVER));
        } else {
            Files.createFile(file);
        }
    }

    /** Writes a text into a new file, for its owner alone. */
    public static void write(Path file, String text) throws IOException {
        try (FileChannel channel = open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Removes all permissions of others from a directory and its content. */
    public static void restrict(Path directory) throws IOException {
        if (!POSIX || !Files.isDirectory(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) throws IOException {
                Files.setPosixFilePermissions(one, DIRECTORY);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.setPosixFilePermissions(one, FILE);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path one, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes all permissions of others from a directory and the matching regular files directly in it. */
    public static void restrict(Path directory, String glob) throws IOException {
        if (!POSIX || !Files.isDirectory(directory)) {
            return;
        }
        Files.setPosixFilePermissions(directory, DIRECTORY);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    Files.setPosixFilePermissions(file, FILE);
                }
            }
        }
    }
}
