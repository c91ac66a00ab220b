package org.careunit.storage.internal.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system below H2 with as much room as the test leaves it. */
public final class FullDisk extends FilePathWrapper implements AutoCloseable {

    public static final String SCHEME = "full";

    private static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);

    /** H2 makes an instance for each path. */
    public FullDisk() {}

    public static FullDisk install() {
        ROOM.set(Long.MAX_VALUE);
        FullDisk disk = new FullDisk();
        FilePath.register(disk);
        return disk;
    }

    public void leaveRoomFor(long bytes) {
        ROOM.set(bytes);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Limited(getBase().open(mode));
    }

    @Override
    public void close() {
        FilePath.unregister(this);
    }

    private static final class Limited extends FileBaseDefault {

        private final FileChannel file;

        private Limited(FileChannel file) {
            this.file = file;
        }

        private static void take(int bytes) throws IOException {
            if (ROOM.addAndGet(-bytes) < 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            take(source.remaining());
            return file.write(source, position);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
