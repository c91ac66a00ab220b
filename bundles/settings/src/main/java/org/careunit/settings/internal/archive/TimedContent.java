package org.careunit.settings.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Attachment;
import org.careunit.api.host.ClosedCase.Content;

/** Reads an attachment's content through {@link HostCalls} in large pieces, with a time-out for each. */
final class TimedContent implements Content {

    private static final int PIECE = 256 * 1024;
    private static final byte[] END = {};

    private final HostCalls calls;
    private final Content content;
    private final String what;

    private TimedContent(HostCalls calls, Content content, String what) {
        this.calls = calls;
        this.content = content;
        this.what = what;
    }

    /** A case whose attachments are read with time-outs. */
    static ClosedCase guard(HostCalls calls, ClosedCase one) {
        return new ClosedCase(
                one.ref(),
                one.type(),
                one.receivedAt(),
                one.closedAt(),
                one.receipt(),
                one.messages(),
                one.attachments().stream()
                        .map(file -> new Attachment(
                                file.name(),
                                file.mediaType(),
                                new TimedContent(calls, file.content(), "An attachment of " + one.ref())))
                        .toList());
    }

    /** Opens it and reads the first piece in one call; most attachments are read whole by that. */
    @Override
    public InputStream open() throws IOException {
        InputStream[] opened = new InputStream[1];
        byte[] first = ask(() -> {
            opened[0] = content.open();
            return opened[0] == null ? null : piece(opened[0]);
        });
        return first == null ? null : new Pieces(opened[0], first);
    }

    /** The next piece; one that is not full is the last, and the stream is closed with it. */
    private static byte[] piece(InputStream in) throws IOException {
        byte[] read = in.readNBytes(PIECE);
        if (read.length < PIECE) {
            in.close();
        }
        return read;
    }

    private <T> T ask(Callable<T> call) throws IOException {
        try {
            return calls.answer(what, call);
        } catch (ExecutionException thrown) {
            Throwable cause = thrown.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
        }
    }

    private final class Pieces extends InputStream {

        private final InputStream in;
        private byte[] piece;
        private int at;

        Pieces(InputStream in, byte[] first) {
            this.in = in;
            piece = first;
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0 || !fill()) {
                return length == 0 ? 0 : -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, buffer, offset, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            if (at == piece.length) {
                piece = piece.length == PIECE ? ask(() -> piece(in)) : END;
                at = 0;
            }
            return piece.length > 0;
        }

        /** A stream that was not read to its end is closed on the host call's thread. */
        @Override
        public void close() throws IOException {
            if (piece.length == PIECE) {
                ask(() -> {
                    in.close();
                    return END;
                });
            }
        }
    }
}
