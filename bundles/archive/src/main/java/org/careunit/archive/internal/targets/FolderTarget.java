package org.careunit.archive.internal.targets;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.careunit.operations.files.PrivateFiles;

/** Delivers packages to a folder of this machine. */
final class FolderTarget implements PackageTarget {

    private final Path folder;

    FolderTarget(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        this.folder = folder;
    }

    @Override
    public OptionalLong size(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    }

    @Override
    public byte[] read(String name, long offset, int length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "r")) {
            byte[] read = new byte[length];
            file.seek(offset);
            int count = Math.max(0, file.read(read));
            return Arrays.copyOf(read, count);
        }
    }

    @Override
    public Output write(String name, long offset) throws IOException {
        RandomAccessFile file = opened(name, offset);
        return new Output() {
            @Override
            public void write(byte[] bytes, int length) throws IOException {
                file.write(bytes, 0, length);
            }

            @Override
            public void close() throws IOException {
                try (file) {
                    file.getFD().sync();
                }
            }
        };
    }

    private RandomAccessFile opened(String name, long offset) throws IOException {
        Path path = folder.resolve(name);
        if (!Files.exists(path)) {
            PrivateFiles.createForGroup(path);
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(offset);
            file.seek(offset);
            return file;
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    @Override
    public void remove(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    @Override
    public void close() {
        // holds nothing
    }
}
