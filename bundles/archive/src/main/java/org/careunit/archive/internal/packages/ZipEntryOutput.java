package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.careunit.archive.internal.packages.ZipWriter.Sizes;

/**
 * Writes the content of zip entries one after the other: compresses it and computes its size, CRC-32 and SHA-256.
 * Reused for many entries, because a compressor needs much memory.
 */
final class ZipEntryOutput extends OutputStream {

    /** Half of the usual level's time for a few per cent more bytes. */
    private static final int LEVEL = 3;

    private final AppendedFile zip;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final byte[] compressed = new byte[8_192];
    private final CRC32 crc = new CRC32();
    private final MessageDigest digest = sha256Digest();
    private boolean compresses;
    private long size;
    private long stored;

    ZipEntryOutput(AppendedFile zip) {
        this.zip = zip;
    }

    void begin(boolean compressesThis) {
        compresses = compressesThis;
        deflater.reset();
        crc.reset();
        digest.reset();
        size = 0;
        stored = 0;
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        crc.update(bytes, offset, length);
        digest.update(bytes, offset, length);
        size += length;
        if (!compresses) {
            zip.write(bytes, offset, length);
            stored += length;
        } else {
            deflater.setInput(bytes, offset, length);
            while (!deflater.needsInput()) {
                deflate();
            }
        }
    }

    private void deflate() throws IOException {
        int count = deflater.deflate(compressed);
        zip.write(compressed, 0, count);
        stored += count;
    }

    void finish() throws IOException {
        if (compresses) {
            deflater.finish();
            while (!deflater.finished()) {
                deflate();
            }
        }
    }

    @Override
    public void close() {
        deflater.end();
    }

    Sizes sizes() {
        return new Sizes((int) crc.getValue(), size, stored);
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
