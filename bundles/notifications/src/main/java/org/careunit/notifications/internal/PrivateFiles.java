package org.careunit.notifications.internal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Creates files and directories that only their owner can read. Written through streams, never through a {@code FileChannel}: an
 * interrupt of one thread closes a channel for all others.
 */
final class PrivateFiles {

    private PrivateFiles() {}

    /** Creates a directory with those above it; one that is there already stays as it is. */
    static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, attributes(directory, "rwx------"));
    }

    /** @throws java.nio.file.FileAlreadyExistsException if the file is there already */
    static OutputStream create(Path file) throws IOException {
        Files.createFile(file, attributes(file, "rw-------"));
        return new FileOutputStream(file.toFile());
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
