package org.careunit.archive.internal.packages;

/** Builds a record of a zip file: numbers in little-endian order, and names. */
final class ZipRecord {

    private final byte[] bytes;
    private int at;

    /** @param size of the whole record */
    ZipRecord(int size) {
        bytes = new byte[size];
    }

    ZipRecord u16(int... numbers) {
        for (int number : numbers) {
            number(number, 2);
        }
        return this;
    }

    /** The lower 32 bits of each. */
    ZipRecord u32(long... numbers) {
        for (long number : numbers) {
            number(number, 4);
        }
        return this;
    }

    ZipRecord u64(long... numbers) {
        for (long number : numbers) {
            number(number, 8);
        }
        return this;
    }

    ZipRecord name(byte[] name) {
        System.arraycopy(name, 0, bytes, at, name.length);
        at += name.length;
        return this;
    }

    private void number(long number, int size) {
        for (int i = 0; i < size; i++) {
            bytes[at++] = (byte) (number >>> (8 * i));
        }
    }

    byte[] bytes() {
        return bytes;
    }
}
