package org.careunit.journal.internal.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Input stream with scripted pieces, then silence or the end. */
final class ScriptedInput extends InputStream {

    private final Deque<byte[]> pieces;
    private final boolean closes;
    private int rest;

    ScriptedInput(List<byte[]> pieces, boolean closes) {
        this.pieces = new ArrayDeque<>(pieces);
        this.closes = closes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        byte[] piece = pieces.poll();
        if (piece == null && closes) {
            return -1;
        }
        if (piece == null) {
            throw new SocketTimeoutException();
        }
        int length = Math.min(most, piece.length);
        System.arraycopy(piece, 0, into, from, length);
        if (length < piece.length) {
            pieces.push(Arrays.copyOfRange(piece, length, piece.length));
            rest = piece.length - length;
        } else {
            rest = 0;
        }
        return length;
    }

    @Override
    public int available() {
        return rest;
    }
}
