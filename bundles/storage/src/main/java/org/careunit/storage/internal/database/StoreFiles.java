package org.careunit.storage.internal.database;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.careunit.operations.files.PrivateFiles;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2 file system whose files survive thread interrupts and are readable by their owner only. H2's own opens a
 * {@link FileChannel}, which Java closes for everybody when a thread that uses it is interrupted; a
 * {@link RandomAccessFile} stays open.
 */
public final class StoreFiles extends FilePathWrapper {

    /** Prefix of the path in H2's URL. */
    static final String SCHEME = "careunit";

    /** H2 makes an instance for each path. */
    public StoreFiles() {}

    /** Makes the scheme known to H2; more than once does no harm. */
    static void install() {
        FilePath.register(new StoreFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public boolean createFile() {
        return create(file());
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        create(file());
        return super.newOutputStream(append);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!mode.equals("r")) {
            create(file());
        }
        return new OpenFile(new RandomAccessFile(file().toFile(), mode));
    }

    private Path file() {
        return Path.of(getBase().toString());
    }

    private static boolean create(Path file) {
        try {
            PrivateFiles.create(file).close();
            return true;
        } catch (FileAlreadyExistsException there) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One open file; its reads and writes take turns. */
    private static final class OpenFile extends FileBaseDefault {

        private final RandomAccessFile file;

        private OpenFile(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            file.seek(position);
            if (target.hasArray()) {
                int read = file.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
                target.position(target.position() + Math.max(read, 0));
                return read;
            }
            byte[] bytes = new byte[target.remaining()];
            int read = file.read(bytes);
            target.put(bytes, 0, Math.max(read, 0));
            return read;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int length = source.remaining();
            file.seek(position);
            if (source.hasArray()) {
                file.write(source.array(), source.arrayOffset() + source.position(), length);
                source.position(source.limit());
            } else {
                byte[] bytes = new byte[length];
                source.get(bytes);
                file.write(bytes);
            }
            return length;
        }

        @Override
        public synchronized long size() throws IOException {
            return file.length();
        }

        @Override
        protected synchronized void implTruncate(long size) throws IOException {
            if (size < file.length()) {
                file.setLength(size);
            }
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.getFD().sync();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.getChannel().tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
