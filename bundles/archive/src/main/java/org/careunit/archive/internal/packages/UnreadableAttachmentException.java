package org.careunit.archive.internal.packages;

import java.io.IOException;

/**
 * The host does not give an attachment; the message names neither the file nor what was thrown, since both may tell of
 * somebody.
 */
final class UnreadableAttachmentException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableAttachmentException(String message) {
        super(message);
    }
}
