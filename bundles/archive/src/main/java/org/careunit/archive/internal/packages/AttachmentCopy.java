package org.careunit.archive.internal.packages;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.host.ClosedCase.Content;

/** Copies attachments; distinguishes read errors of the host from write errors of the disk. */
final class AttachmentCopy {

    private final byte[] buffer = new byte[64 * 1024];

    void copy(Content content, String which, OutputStream out) throws IOException {
        try (InputStream in = opened(content, which)) {
            for (int count = read(in, which); count >= 0; count = read(in, which)) {
                out.write(buffer, 0, count);
            }
        }
    }

    private static InputStream opened(Content content, String which) throws IOException {
        InputStream opened;
        try {
            opened = content.open();
        } catch (UnavailableException notNow) {
            throw notNow;
        } catch (IOException | RuntimeException failure) {
            throw unreadable(which, failure);
        }
        if (opened == null) {
            throw new UnreadableAttachmentException(which + " has no content: the host gave null");
        }
        return new ClosedQuietly(opened);
    }

    private int read(InputStream in, String which) throws IOException {
        try {
            return in.read(buffer);
        } catch (UnavailableException notNow) {
            throw notNow;
        } catch (IOException | RuntimeException failure) {
            throw unreadable(which, failure);
        }
    }

    private static UnreadableAttachmentException unreadable(String which, Exception failure) {
        return new UnreadableAttachmentException(
                which + " cannot be read: the host threw " + failure.getClass().getName());
    }

    /** A stream that was read to its end is complete, even if closing it throws. */
    private static final class ClosedQuietly extends FilterInputStream {

        ClosedQuietly(InputStream in) {
            super(in);
        }

        @Override
        @SuppressWarnings("EmptyCatch")
        public void close() {
            try {
                super.close();
            } catch (IOException | RuntimeException ignored) {
                // nothing follows from it
            }
        }
    }
}
