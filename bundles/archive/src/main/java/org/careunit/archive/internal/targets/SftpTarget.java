package org.careunit.archive.internal.targets;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.OptionalLong;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.careunit.archive.internal.TargetSettings.Server;

/**
 * Delivers packages to a directory of an SFTP server, whose key must be known. Nothing of the user's own SSH
 * configuration is read.
 */
final class SftpTarget implements PackageTarget {

    private static final int PIECE = 32 * 1024;

    private final SftpClient sftp;
    private final String directory;
    private final Deque<AutoCloseable> opened;

    private SftpTarget(SftpClient sftp, String directory, Deque<AutoCloseable> opened) {
        this.sftp = sftp;
        this.directory = directory.endsWith("/") ? directory : directory + "/";
        this.opened = opened;
    }

    static SftpTarget open(Server server, String directory) throws IOException {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            SshClient client = client(server);
            opened.push(client);
            client.start();
            ClientSession session = client.connect(server.user(), server.host(), server.port())
                    .verify(server.connect())
                    .getSession();
            opened.push(session);
            identify(session, server);
            session.auth().verify(server.connect());
            SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
            opened.push(sftp);
            SftpTarget target = new SftpTarget(sftp, directory, opened);
            sftp.stat(directory);
            return target;
        } catch (IOException | RuntimeException | GeneralSecurityException failure) {
            closeAll(opened);
            throw failure instanceof IOException io ? io : new IOException(failure);
        }
    }

    private static SshClient client(Server server) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(
                new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, server.knownHosts()));
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, server.answer().multipliedBy(2));
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, server.answer());
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, server.connect());
        return client;
    }

    private static void identify(ClientSession session, Server server) throws IOException, GeneralSecurityException {
        if (server.privateKey().isEmpty()) {
            session.addPasswordIdentity(server.password());
            return;
        }
        Path file = server.privateKey().get();
        FileKeyPairProvider keys = new FileKeyPairProvider(file);
        if (!server.password().isEmpty()) {
            keys.setPasswordFinder(FilePasswordProvider.of(server.password()));
        }
        for (KeyPair key : keys.loadKeys(session)) {
            session.addPublicKeyIdentity(key);
        }
    }

    @Override
    public OptionalLong size(String name) throws IOException {
        try {
            return OptionalLong.of(sftp.stat(directory + name).getSize());
        } catch (SftpException failure) {
            if (failure.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw failure;
        }
    }

    @Override
    public byte[] read(String name, long offset, int length) throws IOException {
        byte[] read = new byte[length];
        int count = 0;
        try (CloseableHandle file = sftp.open(directory + name, EnumSet.of(OpenMode.Read))) {
            for (int more = 0; count < length && more >= 0; count += Math.max(0, more)) {
                more = sftp.read(file, offset + count, read, count, Math.min(PIECE, length - count));
            }
        }
        return Arrays.copyOf(read, count);
    }

    @Override
    public Output write(String name, long offset) throws IOException {
        EnumSet<OpenMode> modes = EnumSet.of(OpenMode.Write, OpenMode.Create);
        if (offset == 0) {
            modes.add(OpenMode.Truncate);
        }
        CloseableHandle file = sftp.open(directory + name, modes);
        return new Output() {
            private long at = offset;

            @Override
            public void write(byte[] bytes, int length) throws IOException {
                for (int done = 0; done < length; done += PIECE) {
                    int count = Math.min(PIECE, length - done);
                    sftp.write(file, at, bytes, done, count);
                    at += count;
                }
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void rename(String from, String to) throws IOException {
        sftp.rename(directory + from, directory + to);
    }

    @Override
    public void remove(String name) throws IOException {
        sftp.remove(directory + name);
    }

    @Override
    public void close() {
        closeAll(opened);
    }

    /** Nothing follows from a connection that cannot be closed in order: it is over. */
    @SuppressWarnings("EmptyCatch")
    private static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception alreadyGone) {
                // as above
            }
        }
    }
}
