package org.careunit.archive.internal.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipWriterTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 30, 11, 15, 30);

    @TempDir
    Path folder;

    @Test
    void anotherReaderFindsWhatWasWritten() throws IOException {
        write(0, zip -> {
            zip.write("a/b.txt", true, out -> out.write(new byte[100_000]));
            zip.write("a/c.bin", false, out -> out.write(7));
            zip.write("empty", true, out -> {});
        });

        try (ZipFile read = new ZipFile(zip().toFile())) {
            assertThat(read.stream().map(ZipEntry::getName)).containsExactly("a/b.txt", "a/c.bin", "empty");
            assertThat(read.getEntry("a/b.txt").getTimeLocal()).isEqualTo(TIME);
            for (ZipEntry entry : read.stream().toList()) {
                try (InputStream content = read.getInputStream(entry)) {
                    assertThat(content.readAllBytes()).hasSize((int) entry.getSize());
                }
            }
        }
        try (ZipInputStream streamed = new ZipInputStream(Files.newInputStream(zip()))) {
            streamed.getNextEntry();
            assertThat(streamed.readAllBytes()).isEqualTo(new byte[100_000]);
            streamed.getNextEntry();
            assertThat(streamed.readAllBytes()).containsExactly(7);
        }
    }

    @Test
    void moreThan65535EntriesAreZip64() throws IOException {
        write(0, zip -> {
            for (int i = 0; i < 66_000; i++) {
                zip.write("f" + i, false, out -> out.write('x'));
            }
        });

        try (ZipFile read = new ZipFile(zip().toFile())) {
            assertThat(read.size()).isEqualTo(66_000);
        }
        ZipDirectoryCheck.require(zip(), 66_000);
        assertThatThrownBy(() -> ZipDirectoryCheck.require(zip(), 66_001)).isInstanceOf(IOException.class);
    }

    @Test
    void entriesBeyond4GiBAreZip64() throws IOException {
        write(5L << 30, zip -> {
            zip.write("near.txt", true, out -> out.write(new byte[1_000]));
            zip.write("far.txt", false, out -> out.write('x'));
        });

        try (ZipFile read = new ZipFile(zip().toFile());
                InputStream far = read.getInputStream(read.getEntry("far.txt"))) {
            assertThat(far.readAllBytes()).containsExactly('x');
        }
        ZipDirectoryCheck.require(zip(), 2);
    }

    @Test
    void entryLargerThan4GiBIsZip64() throws IOException {
        byte[] block = new byte[1 << 20];
        write(
                0,
                zip -> zip.write("large.bin", true, out -> {
                    for (int i = 0; i < 4_200; i++) {
                        out.write(block);
                    }
                }));

        try (ZipFile read = new ZipFile(zip().toFile())) {
            assertThat(read.getEntry("large.bin").getSize()).isEqualTo(4_200L << 20);
        }
    }

    /** @param before how many bytes, none of which is on the disk, stand before the first entry */
    private void write(long before, Work work) throws IOException {
        Path directoryPath = folder.resolve("directory");
        if (before > 0) {
            try (RandomAccessFile sparse = new RandomAccessFile(zip().toFile(), "rw")) {
                sparse.setLength(before);
            }
        }
        try (AppendedFile file = AppendedFile.open(zip(), before, 65_536);
                AppendedFile directory = AppendedFile.open(directoryPath, 0, 8_192);
                ZipWriter zip = new ZipWriter(file, directory, TIME, 0)) {
            work.write(zip);
            directory.flush();
            try (InputStream content = Files.newInputStream(directoryPath)) {
                zip.finish(content);
            }
            file.flush();
        }
    }

    private Path zip() {
        return folder.resolve("test.zip");
    }

    private interface Work {
        void write(ZipWriter zip) throws IOException;
    }
}
