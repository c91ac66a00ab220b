package org.careunit.notifications.internal.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The form of a text in the spool: a mark that no UTF-8 text contains, its length, its check sum, its bytes. Where a
 * record is damaged, reading goes on at the next mark, so that it loses itself alone.
 */
public final class SpoolRecord {

    private static final int MARK = 0xFF_FE_FD_FC;
    private static final int HEAD = 3 * Integer.BYTES;

    private SpoolRecord() {}

    public static byte[] write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + bytes.length)
                .putInt(MARK)
                .putInt(bytes.length)
                .putInt(checkSum(bytes, 0, bytes.length))
                .put(bytes)
                .array();
    }

    /**
     * Content of a file.
     *
     * @param skipped how many bytes belong to no whole record
     */
    public record Texts(List<String> whole, int skipped) {

        /** Nothing of the texts, which are anybody's. */
        @Override
        public String toString() {
            return whole.size() + " texts, " + skipped + " bytes skipped";
        }
    }

    public static Texts read(byte[] file) {
        List<String> texts = new ArrayList<>();
        int used = 0;
        int at = nextMark(file, 0);
        while (at >= 0) {
            int length = length(file, at);
            if (length >= 0) {
                texts.add(new String(file, at + HEAD, length, StandardCharsets.UTF_8));
                used += HEAD + length;
            }
            at = nextMark(file, at + (length >= 0 ? HEAD + length : Integer.BYTES));
        }
        return new Texts(texts, file.length - used);
    }

    /** The length of the text of the record here; -1 if the record is not whole. */
    private static int length(byte[] file, int at) {
        if (at + HEAD > file.length) {
            return -1;
        }
        int length = number(file, at + Integer.BYTES);
        int mark = nextMark(file, at + HEAD);
        int most = (mark < 0 ? file.length : mark) - at - HEAD;
        return length >= 0
                        && length <= most
                        && checkSum(file, at + HEAD, length) == number(file, at + 2 * Integer.BYTES)
                ? length
                : -1;
    }

    private static int nextMark(byte[] file, int from) {
        for (int at = from; at <= file.length - Integer.BYTES; at++) {
            if (number(file, at) == MARK) {
                return at;
            }
        }
        return -1;
    }

    private static int number(byte[] file, int at) {
        return (file[at] & 0xFF) << 24
                | (file[at + 1] & 0xFF) << 16
                | (file[at + 2] & 0xFF) << 8
                | (file[at + 3] & 0xFF);
    }

    private static int checkSum(byte[] bytes, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
