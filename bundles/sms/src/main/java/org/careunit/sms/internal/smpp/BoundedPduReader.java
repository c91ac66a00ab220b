package org.careunit.sms.internal.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.bean.Command;

/**
 * Reads SMPP packets with a limit on their length. A larger length, such as the beginning of an HTTP answer read as a
 * number, ends the connection before memory is allocated.
 */
final class BoundedPduReader extends DefaultPDUReader {

    private static final int HEADER = 16;

    /** Twice what the longest optional parameter, the text of a message, may have. */
    private static final int LONGEST = 1 << 17;

    @Override
    public Command readPDUHeader(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < HEADER || length > LONGEST) {
            throw new IOException("What the SMS centre sends is no SMPP");
        }
        Command header = new Command();
        header.setCommandLength(length);
        header.setCommandId(in.readInt());
        header.setCommandStatus(in.readInt());
        header.setSequenceNumber(in.readInt());
        return header;
    }
}
