package org.careunit.notifications.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.careunit.operations.files.PrivateFiles;

/**
 * Texts on disk, in the order they came: appended by whoever must not wait, taken from the other end a file at a time. What
 * was appended survives the end of the process, though not of the power, since nothing is forced to the disk. A record that
 * was being written when the process ended is recognised by its check sum and left out: nobody was told that it is kept.
 *
 * <p>Safe for use by many threads; only one may take.
 */
final class Spool implements Closeable {

    private static final String SUFFIX = ".spool";
    private static final int HEAD = 2 * Integer.BYTES;
    private static final long FILE_BYTES = 4L << 20;

    private final Path directory;
    private long next;
    private Path current;
    private FileChannel out;

    /** @throws UncheckedIOException if the directory cannot be made or read */
    Spool(Path directory) {
        this.directory = directory;
        try {
            PrivateFiles.createDirectories(directory);
            PrivateFiles.restrict(directory);
            next = files().stream().mapToLong(Spool::number).max().orElse(0) + 1;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Keeps a text.
     *
     * @throws IOException if it is not kept, for example because the disk is full; the spool can be used again then
     */
    synchronized void append(String text) throws IOException {
        ByteBuffer record = record(text.getBytes(StandardCharsets.UTF_8));
        if (out == null) {
            current = directory.resolve(String.format("%019d", next++) + SUFFIX);
            out = PrivateFiles.open(current, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        }
        long end = out.position();
        try {
            while (record.hasRemaining()) {
                out.write(record);
            }
        } catch (IOException failure) {
            cutOff(end);
            throw failure;
        }
        if (out.position() > FILE_BYTES) {
            finishFile();
        }
    }

    /** The oldest file with what is in it; empty if nothing is kept. It stays until it is {@linkplain #remove removed}. */
    Optional<Filed> oldest() throws IOException {
        Optional<Path> oldest;
        synchronized (this) {
            oldest = files().stream().findFirst();
            if (oldest.isPresent() && oldest.get().equals(current)) {
                finishFile();
            }
        }
        return oldest.isEmpty() ? Optional.empty() : Optional.of(new Filed(oldest.get(), read(oldest.get())));
    }

    void remove(Filed done) throws IOException {
        Files.delete(done.file());
    }

    /** How many bytes are waiting. */
    long size() {
        try {
            long bytes = 0;
            for (Path file : files()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException unreadable) {
            return -1;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        finishFile();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }

    private void finishFile() throws IOException {
        if (out != null) {
            FileChannel finished = out;
            out = null;
            current = null;
            finished.close();
        }
    }

    /** Takes back what was written of a record; if even that fails, the next record begins a new file. */
    private void cutOff(long end) throws IOException {
        try {
            out.truncate(end);
            out.position(end);
        } catch (IOException broken) {
            finishFile();
        }
    }

    private static ByteBuffer record(byte[] text) {
        return ByteBuffer.allocate(HEAD + text.length)
                .putInt(text.length)
                .putInt(checkSum(text))
                .put(text)
                .flip();
    }

    private static List<String> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<String> texts = new ArrayList<>();
        while (bytes.remaining() >= HEAD) {
            int length = bytes.getInt();
            int sum = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                break;
            }
            byte[] text = new byte[length];
            bytes.get(text);
            if (checkSum(text) != sum) {
                break;
            }
            texts.add(new String(text, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static int checkSum(byte[] text) {
        CRC32 sum = new CRC32();
        sum.update(text);
        return (int) sum.getValue();
    }

    /** A file and the texts in it. */
    record Filed(Path file, List<String> texts) {}
}
