package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/**
 * Writes a zip file in constant memory: central directory records go to a second file that is appended at the end. So
 * writing can be resumed at any size from the lengths of both files. Sizes beyond 4 GiB and more than 65 535 entries
 * are written as zip64.
 */
final class ZipWriter implements AutoCloseable {

    static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ZIP64 = 1;

    /** A private id for the extra field that keeps room for sizes that become known later; readers pass over it. */
    private static final int ROOM = 0xcaed;

    private static final int ROOM_BYTES = 20;
    private static final int VERSION = 20;
    private static final int VERSION_64 = 45;
    private static final int MADE_ON_UNIX = 3 << 8 | 45;
    private static final int NAMES_IN_UTF_8 = 1 << 11;
    private static final long REGULAR_FILE = 0x81a4L << 16;
    private static final long MAX_32 = 0xffff_ffffL;
    private static final int MAX_16 = 0xffff;

    private final AppendedFile zip;
    private final AppendedFile directory;
    private final ZipEntryOutput entry;
    private final int time;
    private long entries;

    /** @param entries how many the files hold already */
    ZipWriter(AppendedFile zip, AppendedFile directory, LocalDateTime time, long entries) {
        this.zip = zip;
        this.directory = directory;
        this.entry = new ZipEntryOutput(zip);
        this.time = dosTime(time);
        this.entries = entries;
    }

    private static int dosTime(LocalDateTime time) {
        int year = Math.max(0, Math.min(127, time.getYear() - 1980));
        int day = year << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
        return day << 16 | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
    }

    long entries() {
        return entries;
    }

    /** Drops the last entries; the caller truncates the files. */
    void cut(long remaining) {
        entries = remaining;
    }

    /** Writes an entry by what the content writes, and says its size and SHA-256. */
    Written write(String name, boolean compressed, Content content) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        long at = zip.length();
        zip.write(local(nameBytes, compressed, new Sizes(0, 0, 0)));
        entry.begin(compressed);
        content.writeTo(entry);
        entry.finish();
        Sizes sizes = entry.sizes();
        zip.replace(at, local(nameBytes, compressed, sizes));
        directory.write(central(nameBytes, compressed, sizes, at));
        entries++;
        return new Written(name, sizes.size(), entry.sha256());
    }

    private byte[] local(byte[] name, boolean compressed, Sizes sizes) {
        return new ZipRecord(30 + name.length + ROOM_BYTES)
                .u32(LOCAL)
                .u16(sizes.isLarge() ? VERSION_64 : VERSION, NAMES_IN_UTF_8, method(compressed))
                .u32(time, sizes.crc(), sizes.stored32(), sizes.size32())
                .u16(name.length, ROOM_BYTES)
                .name(name)
                .u16(sizes.isLarge() ? ZIP64 : ROOM, ROOM_BYTES - 4)
                .u64(sizes.isLarge() ? sizes.size() : 0, sizes.isLarge() ? sizes.stored() : 0)
                .bytes();
    }

    private byte[] central(byte[] name, boolean compressed, Sizes sizes, long at) {
        boolean far = at >= MAX_32;
        int numbers = (sizes.isLarge() ? 2 : 0) + (far ? 1 : 0);
        int extra = numbers == 0 ? 0 : 4 + 8 * numbers;
        ZipRecord header = new ZipRecord(46 + name.length + extra)
                .u32(CENTRAL)
                .u16(MADE_ON_UNIX, numbers == 0 ? VERSION : VERSION_64, NAMES_IN_UTF_8, method(compressed))
                .u32(time, sizes.crc(), sizes.stored32(), sizes.size32())
                .u16(name.length, extra, 0, 0, 0)
                .u32(REGULAR_FILE, far ? MAX_32 : at)
                .name(name);
        if (numbers > 0) {
            header.u16(ZIP64, 8 * numbers);
        }
        if (sizes.isLarge()) {
            header.u64(sizes.size(), sizes.stored());
        }
        if (far) {
            header.u64(at);
        }
        return header.bytes();
    }

    private static int method(boolean compressed) {
        return compressed ? 8 : 0;
    }

    /** Appends the central directory and the end of the zip. */
    void finish(InputStream directoryContent) throws IOException {
        long begin = zip.length();
        long copied = directoryContent.transferTo(zip);
        long end = zip.length();
        if (entries >= MAX_16 || begin >= MAX_32 || copied >= MAX_32) {
            zip.write(new ZipRecord(56 + 20)
                    .u32(END_64)
                    .u64(44)
                    .u16(MADE_ON_UNIX, VERSION_64)
                    .u32(0, 0)
                    .u64(entries, entries, copied, begin)
                    .u32(LOCATOR_64, 0)
                    .u64(end)
                    .u32(1)
                    .bytes());
        }
        int count = (int) Math.min(entries, MAX_16);
        zip.write(new ZipRecord(22)
                .u32(END)
                .u16(0, 0, count, count)
                .u32(Math.min(copied, MAX_32), Math.min(begin, MAX_32))
                .u16(0)
                .bytes());
    }

    @Override
    public void close() {
        entry.close();
    }

    /** Writes the content of an entry. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** An entry that was written: its name, the size of its content and the SHA-256 of that. */
    record Written(String name, long size, String sha256) {}

    /** CRC-32, size of the content and how much of the file that takes. */
    record Sizes(int crc, long size, long stored) {

        boolean isLarge() {
            return size >= MAX_32 || stored >= MAX_32;
        }

        long size32() {
            return isLarge() ? MAX_32 : size;
        }

        long stored32() {
            return isLarge() ? MAX_32 : stored;
        }
    }
}
