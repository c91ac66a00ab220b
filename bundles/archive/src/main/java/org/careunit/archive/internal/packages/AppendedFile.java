package org.careunit.archive.internal.packages;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.careunit.operations.files.PrivateFiles;

/**
 * File that is appended to through a buffer, can be truncated to an earlier length, and changed in place. It uses no
 * {@code FileChannel}, because an interrupt of the worker would close it.
 */
final class AppendedFile extends OutputStream implements Closeable {

    private final RandomAccessFile file;
    private final byte[] buffer;
    private int buffered;
    private long written;

    private AppendedFile(RandomAccessFile file, int bufferSize) {
        this.file = file;
        this.buffer = new byte[bufferSize];
    }

    /**
     * Opens a file and cuts it to a length; creates it where that is 0. The caller checks that the file is long enough.
     */
    static AppendedFile open(Path path, long length, int bufferSize) throws IOException {
        if (length == 0 && !Files.exists(path)) {
            PrivateFiles.create(path).close();
        }
        AppendedFile opened = new AppendedFile(new RandomAccessFile(path.toFile(), "rw"), bufferSize);
        try {
            opened.cut(length);
            return opened;
        } catch (IOException failure) {
            opened.close();
            throw failure;
        }
    }

    /** Where the next byte is written. */
    long length() {
        return written + buffered;
    }

    @Override
    public void write(int one) throws IOException {
        if (buffered == buffer.length) {
            flush();
        }
        buffer[buffered++] = (byte) one;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.length - buffered) {
            flush();
        }
        if (length > buffer.length) {
            file.write(bytes, offset, length);
            written += length;
            return;
        }
        System.arraycopy(bytes, offset, buffer, buffered, length);
        buffered += length;
    }

    @Override
    public void flush() throws IOException {
        file.write(buffer, 0, buffered);
        written += buffered;
        buffered = 0;
    }

    /** Replaces bytes that were written earlier. */
    void replace(long at, byte[] bytes) throws IOException {
        if (at >= written) {
            System.arraycopy(bytes, 0, buffer, (int) (at - written), bytes.length);
            return;
        }
        flush();
        file.seek(at);
        file.write(bytes);
        file.seek(written);
    }

    /** Drops everything from there on. */
    void cut(long length) throws IOException {
        if (length >= written && length <= length()) {
            buffered = (int) (length - written);
            return;
        }
        buffered = 0;
        file.setLength(length);
        file.seek(length);
        written = length;
    }

    /** Forces everything to the disk. */
    void force() throws IOException {
        flush();
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
