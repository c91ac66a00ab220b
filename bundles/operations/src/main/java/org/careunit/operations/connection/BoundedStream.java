package org.careunit.operations.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.LongSupplier;

/** Input stream that fails where the content is too long or comes too slowly. */
public final class BoundedStream extends FilterInputStream {

    private final long most;
    private final LongSupplier nanos;
    private final long deadline;
    private long length;

    /**
     * @param most the longest content, in bytes
     * @param nanos like {@link System#nanoTime()}
     * @param deadline by the same clock
     */
    public BoundedStream(InputStream content, long most, LongSupplier nanos, long deadline) {
        super(content);
        this.most = most;
        this.nanos = nanos;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int longest) throws IOException {
        int read = super.read(bytes, from, longest);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws IOException {
        length += read;
        if (length > most) {
            throw new TooLongException(most);
        }
        if (nanos.getAsLong() - deadline > 0) {
            throw new SocketTimeoutException("It did not end in time");
        }
    }

    /** The content was longer than allowed. */
    public static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException(long most) {
            super("It has more than " + most + " bytes");
        }
    }
}
