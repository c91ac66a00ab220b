package org.careunit.archive.internal.packages;

import java.io.IOException;

/**
 * Thrown if the host does not give an attachment; the message names neither the file nor what was thrown, since both
 * may contain personal data.
 */
final class UnreadableAttachmentException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableAttachmentException(String message) {
        super(message);
    }
}
