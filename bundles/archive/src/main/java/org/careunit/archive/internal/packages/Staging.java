package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.careunit.api.gateways.PackageLostException;
import org.careunit.operations.files.PrivateFiles;

/**
 * The folder on this node's disk in which one package is written: the zip, and three files that become parts of it at
 * the end.
 */
final class Staging {

    private final Path folder;

    Staging(Path home, String packageName) {
        folder = home.resolve(packageName);
    }

    Path zip() {
        return folder.resolve("package.zip");
    }

    Path directory() {
        return folder.resolve("directory.part");
    }

    Path files() {
        return folder.resolve("files.part");
    }

    Path erms() {
        return folder.resolve("erms.part");
    }

    void create() throws IOException {
        PrivateFiles.createDirectories(folder);
    }

    /** @throws PackageLostException if a file is not there or shorter than it was */
    void require(SipPosition position) throws IOException {
        require(zip(), position.zip());
        require(directory(), position.directory());
        require(files(), position.files());
        require(erms(), position.erms());
    }

    private void require(Path file, long length) throws IOException {
        if (length > 0 && (!Files.isRegularFile(file) || Files.size(file) < length)) {
            throw new PackageLostException("What was written of package " + folder.getFileName()
                    + " is not on this node's disk any more: " + file.getFileName() + " is gone or too short");
        }
    }

    void remove() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            return;
        }
        Files.deleteIfExists(folder);
    }
}
