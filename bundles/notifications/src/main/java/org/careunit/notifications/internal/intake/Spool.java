package org.careunit.notifications.internal.intake;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careunit.operations.files.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queue of texts on disk, in order of arrival: appended by callers that must not wait, read and removed a file at a
 * time. What was appended survives the end of the process, though not of the power, since nothing is forced to the
 * disk. After a failed write the file is closed and the next text begins a new one; the half record at its end is
 * skipped when the file is read.
 *
 * <p>Safe for use by many threads. A thread that is interrupted appends like any other.
 */
public final class Spool implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    /** Names of ours; any other file is left alone. */
    private static final Pattern NAME = Pattern.compile("0\\d{18}\\.spool");

    private static final String SUFFIX = ".spool";
    private static final long FILE_BYTES = 4L << 20;

    private final Path directory;
    private final FileCreation creation;
    private final Set<Path> foreign = ConcurrentHashMap.newKeySet();
    private long next;
    private OutputStream out;
    private long written;

    /** Creates a file that is not there yet, to be written. */
    @FunctionalInterface
    public interface FileCreation {
        OutputStream create(Path file) throws IOException;
    }

    /** @throws UncheckedIOException if the directory cannot be created or read */
    public Spool(Path directory) {
        this(directory, PrivateFiles::create);
    }

    public Spool(Path directory, FileCreation creation) {
        this.directory = directory;
        this.creation = creation;
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
    public synchronized void append(String text) throws IOException {
        byte[] record = SpoolRecord.write(text);
        try {
            if (out == null) {
                open();
            }
            out.write(record);
            written += record.length;
        } catch (IOException failure) {
            finishAfter(failure);
            throw failure;
        }
        if (written > FILE_BYTES) {
            finishFile();
        }
    }

    /** The files that wait, the oldest first; what is appended from now on goes into another. */
    public synchronized List<Path> waiting() throws IOException {
        finishFile();
        return files();
    }

    /** The texts of a file. It stays until it is {@linkplain #remove removed}. */
    public List<String> read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            SpoolRecord.Texts texts = SpoolRecord.read(in.readAllBytes());
            if (texts.skipped() > 0) {
                LOG.warn(
                        "{} bytes of {} are no whole record and are skipped: the process or the disk"
                                + " failed while they were"
                                + " written",
                        texts.skipped(),
                        file);
            }
            return texts.whole();
        }
    }

    public void remove(Path file) throws IOException {
        Files.delete(file);
    }

    /** How many bytes are waiting. */
    public long size() {
        try {
            long bytes = 0;
            for (Path file : files()) {
                bytes += size(file);
            }
            return bytes;
        } catch (IOException unreadable) {
            return -1;
        }
    }

    /** Nothing, of a file that was taken in since the directory was listed: others may wait all the same. */
    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException removed) {
            return 0;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        finishFile();
    }

    private void open() throws IOException {
        PrivateFiles.createDirectories(directory);
        while (out == null) {
            Path file = directory.resolve(String.format("%019d", next++) + SUFFIX);
            try {
                out = creation.create(file);
            } catch (FileAlreadyExistsException taken) {
                LOG.debug("{} is there already; the next number is taken", file);
            }
        }
        written = 0;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(this::isOurs).sorted().toList();
        }
    }

    private boolean isOurs(Path file) {
        boolean ours = NAME.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
        if (!ours && file.toString().endsWith(SUFFIX) && foreign.add(file)) {
            LOG.warn("{} is no file of the spool and is left alone", file);
        }
        return ours;
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }

    private void finishFile() throws IOException {
        if (out != null) {
            OutputStream finished = out;
            out = null;
            finished.close();
        }
    }

    private void finishAfter(IOException failure) {
        try {
            finishFile();
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }
}
