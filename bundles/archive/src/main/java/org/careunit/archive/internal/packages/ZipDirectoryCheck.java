package org.careunit.archive.internal.packages;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Path;

/** Verifies, in constant memory, that a finished zip's central directory lists as many entries as were written. */
final class ZipDirectoryCheck {

    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int HEADER_BYTES = 46;
    private static final long MAX_32 = 0xffff_ffffL;

    private ZipDirectoryCheck() {}

    /** @throws IOException if the zip lists another number of entries */
    static void require(Path zip, long entries) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            long end = file.length() - END_BYTES;
            long begin = begin(file, end);
            file.seek(begin);
            long counted = count(new BufferedInputStream(Channels.newInputStream(file.getChannel()), 1 << 16));
            if (counted != entries) {
                throw new IOException("its directory lists " + counted + " files, and " + entries + " were written");
            }
        }
    }

    private static long begin(RandomAccessFile file, long end) throws IOException {
        long begin = bytes(file, end, END_BYTES).getInt(16) & MAX_32;
        int count = bytes(file, end, END_BYTES).getShort(10) & 0xffff;
        if (begin < MAX_32 && count < 0xffff) {
            return begin;
        }
        long end64 = bytes(file, end - LOCATOR_BYTES, LOCATOR_BYTES).getLong(8);
        return bytes(file, end64, 56).getLong(48);
    }

    private static ByteBuffer bytes(RandomAccessFile file, long at, int count) throws IOException {
        byte[] read = new byte[count];
        file.seek(at);
        file.readFully(read);
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long count(InputStream directory) throws IOException {
        DataInputStream in = new DataInputStream(directory);
        byte[] header = new byte[HEADER_BYTES];
        for (long counted = 0; ; counted++) {
            in.readFully(header, 0, 4);
            if (ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt() != ZipWriter.CENTRAL) {
                return counted;
            }
            in.readFully(header, 4, HEADER_BYTES - 4);
            ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            in.skipNBytes(
                    (fields.getShort(28) & 0xffff) + (fields.getShort(30) & 0xffff) + (fields.getShort(32) & 0xffff));
        }
    }
}
