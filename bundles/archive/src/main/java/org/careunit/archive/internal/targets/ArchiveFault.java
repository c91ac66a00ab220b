package org.careunit.archive.internal.targets;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.careunit.operations.connection.ConnectionFault;
import org.careunit.routes.ChannelState;
import org.careunit.routes.FaultText;

/** Why packages do not get through to a target, and what an operator does about it. */
public enum ArchiveFault implements ChannelState.Fault {
    DOWN("it cannot be reached, or does not answer in time", "start it, or mend 'host' and 'port'", false),
    HOST_KEY(
            "its key is not the one in the file of known hosts",
            "find out why before you do anything; write its key into the file named by 'knownHosts' if it is right",
            true),
    LOGIN("it refuses our login", "mend 'user', '.password' or 'privateKey', then run careunit:archive-check", true),
    DIRECTORY("the directory is not there", "make it, or mend 'directory'", true),
    DENIED("we may not write there", "let our user write into the directory", true),
    FULL("its disk is full, or our quota is used up", "make room there", false),
    RENAME("a file that was written cannot get its final name", "let our user rename files in the directory", false),
    SIZE("it holds less of a file than it took", "look after its disk", false),
    NAME_TAKEN("a file with a package's name and another size is there", "find out what it is, and move it away", true),
    REFUSED("it refuses a file", "look whether its disk or our quota there is full, and into its log", false);

    private final FaultText text;

    ArchiveFault(String what, String advice, boolean isLasting) {
        this.text = new FaultText(what, advice, isLasting);
    }

    @Override
    public FaultText text() {
        return text;
    }

    /** Which one a failure is. */
    public static ArchiveFault of(Throwable failure) {
        return ConnectionFault.causes(failure)
                .map(ArchiveFault::known)
                .filter(fault -> fault != null)
                .findFirst()
                .orElse(DOWN);
    }

    private static ArchiveFault known(Throwable one) {
        if (one instanceof TargetFaultException fault) {
            return fault.fault();
        }
        if (one instanceof SftpException sftp && sftp.getStatus() != SftpConstants.SSH_FX_FAILURE) {
            return ofStatus(sftp.getStatus());
        }
        if (one instanceof SshException ssh) {
            return ofDisconnect(ssh.getDisconnectCode());
        }
        if (one instanceof NoSuchFileException) {
            return DIRECTORY;
        }
        // RandomAccessFile says so of a file that it may not open in a folder that is there.
        if (one instanceof AccessDeniedException || one instanceof FileNotFoundException) {
            return DENIED;
        }
        String said = String.valueOf(one.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("quota")) {
            return FULL;
        }
        return one instanceof SftpException ? REFUSED : null;
    }

    private static ArchiveFault ofStatus(int status) {
        return switch (status) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH -> DIRECTORY;
            case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT -> DENIED;
            case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED -> FULL;
            case SftpConstants.SSH_FX_FILE_ALREADY_EXISTS -> NAME_TAKEN;
            case SftpConstants.SSH_FX_CONNECTION_LOST, SftpConstants.SSH_FX_NO_CONNECTION -> DOWN;
            default -> REFUSED;
        };
    }

    private static ArchiveFault ofDisconnect(int code) {
        return switch (code) {
            case SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE -> HOST_KEY;
            case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
                    SshConstants.SSH2_DISCONNECT_ILLEGAL_USER_NAME -> LOGIN;
            default -> null;
        };
    }
}
