package org.careunit.itests.peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on this machine over a folder, with faults to switch on. */
public final class SftpPeer implements AutoCloseable {

    public static final String USER = "careunit";
    public static final String PASSWORD = "sftp-secret";

    private final Path folder;
    private final SshServer server;
    private final Set<SftpFault> faults = ConcurrentHashMap.newKeySet();
    private final AtomicLong written = new AtomicLong();
    private volatile CountDownLatch mended = new CountDownLatch(1);
    private volatile long breakAfter = Long.MAX_VALUE;
    private volatile Duration delay = Duration.ZERO;
    private volatile KeyPair key = newKey();

    private SftpPeer(Path folder, int port) throws IOException {
        this.folder = folder;
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new CurrentKey());
        server.setPasswordAuthenticator((user, password, session) ->
                !faults.contains(SftpFault.LOGIN) && user.equals(USER) && password.equals(PASSWORD));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Faults());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    /** Starts one on a free port. */
    public static SftpPeer start(Path folder) throws IOException {
        return new SftpPeer(folder, 0);
    }

    private static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public int port() {
        return ((InetSocketAddress) server.getBoundAddresses().iterator().next()).getPort();
    }

    /** The folder that it shows. */
    public Path folder() {
        return folder;
    }

    /** Writes a file of known hosts with its key. */
    public Path knownHosts(Path file) throws IOException {
        return Files.writeString(file, "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    /** From now on it has another key. */
    public void changeKey() {
        key = newKey();
    }

    /** Has these faults from now on, and no others. */
    public void have(SftpFault... wanted) {
        faults.clear();
        faults.addAll(List.of(wanted));
        mended.countDown();
        mended = new CountDownLatch(1);
    }

    /** Drops the connection once so many further bytes were written. */
    public void breakAfter(long bytes) {
        written.set(0);
        breakAfter = bytes;
    }

    /** Takes so long for each piece that is written. */
    public void delayWrites(Duration each) {
        delay = each;
    }

    @Override
    public void close() throws IOException {
        have();
        server.stop(true);
    }

    private final class CurrentKey implements KeyPairProvider {

        @Override
        public Iterable<KeyPair> loadKeys(SessionContext session) {
            return List.of(key);
        }
    }

    private final class Faults implements SftpEventListener {

        @Override
        public void writing(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLen)
                throws IOException {
            pause();
            if (faults.contains(SftpFault.DENIED)) {
                throw new SftpException(SftpConstants.SSH_FX_PERMISSION_DENIED, "no");
            }
            if (faults.contains(SftpFault.FULL)) {
                throw new SftpException(SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, "no");
            }
            if (faults.contains(SftpFault.FAILURE)) {
                throw new SftpException(SftpConstants.SSH_FX_FAILURE, "no");
            }
            if (written.addAndGet(dataLen) > breakAfter) {
                breakAfter = Long.MAX_VALUE;
                session.close(true);
                throw new IOException("broken");
            }
        }

        private void pause() {
            try {
                if (faults.contains(SftpFault.SILENT)) {
                    mended.await();
                } else if (!delay.isZero()) {
                    mended.await(delay.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown)
                throws IOException {
            if (faults.contains(SftpFault.SHORT) && handle instanceof FileHandle) {
                try (FileChannel file = FileChannel.open(handle.getFile(), StandardOpenOption.WRITE)) {
                    file.truncate(file.size() / 2);
                }
            }
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            if (faults.contains(SftpFault.RENAME)) {
                throw new SftpException(SftpConstants.SSH_FX_FAILURE, "no");
            }
        }

        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
                throws IOException {
            if (faults.contains(SftpFault.RENAME_TO_NOTHING)) {
                Files.delete(to);
            }
        }
    }
}
