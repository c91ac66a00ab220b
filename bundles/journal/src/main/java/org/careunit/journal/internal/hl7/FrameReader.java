package org.careunit.journal.internal.hl7;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracts MLLP frames (0B, content, 1C 0D) from a stream of bytes, however it is split. Bytes between frames are
 * skipped; a second 0B discards the frame that was begun. Not for use by several threads.
 */
final class FrameReader {

    /** The longest content of a frame, in bytes; an answer is a few hundred. */
    static final int LONGEST = 64 * 1024;

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int AFTER_END = 0x0D;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private boolean inFrame;
    private boolean endSeen;
    private boolean tooLong;
    private boolean startSeen;
    private long bytesRead;

    /** Adds bytes; returns the contents of the frames that they complete, none once a frame was too long. */
    List<byte[]> take(byte[] bytes, int length) {
        List<byte[]> complete = new ArrayList<>();
        for (int i = 0; i < length && !tooLong; i++) {
            bytesRead++;
            take(bytes[i] & 0xFF, complete);
        }
        return complete;
    }

    private void take(int next, List<byte[]> complete) {
        if (next == START) {
            begin();
        } else if (inFrame && endSeen && next == AFTER_END) {
            complete.add(content.toByteArray());
            end();
        } else if (inFrame) {
            add(next);
        }
    }

    private void begin() {
        content.reset();
        inFrame = true;
        startSeen = true;
        endSeen = false;
    }

    private void end() {
        content.reset();
        inFrame = false;
        endSeen = false;
    }

    private void add(int next) {
        if (endSeen) {
            content.write(END); // it ended nothing
        }
        endSeen = next == END;
        if (!endSeen) {
            content.write(next);
        }
        if (content.size() > LONGEST) {
            tooLong = true;
            content.reset();
        }
    }

    /** Whether a frame began and has not ended. */
    boolean isInFrame() {
        return inFrame;
    }

    /** Whether a frame had no end within {@link #LONGEST}; nothing of it is kept. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether any frame began. */
    boolean hasStarted() {
        return startSeen;
    }

    long bytesRead() {
        return bytesRead;
    }
}
