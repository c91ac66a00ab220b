package org.careunit.itests.peers;

/** Faults of the SFTP peer. */
public enum SftpFault {
    /** It refuses every login. */
    LOGIN,
    /** Its disk takes nothing more. */
    FULL,
    /** It takes nothing more and does not say why, as OpenSSH does where its disk is full. */
    FAILURE,
    /** It refuses to rename files. */
    RENAME,
    /** It says that it has renamed a file, and the file is gone. */
    RENAME_TO_NOTHING,
    /** It does not let anybody write. */
    DENIED,
    /** It says that it has taken a file, and keeps a part of it. */
    SHORT,
    /** It takes what is written and does not answer. */
    SILENT
}
