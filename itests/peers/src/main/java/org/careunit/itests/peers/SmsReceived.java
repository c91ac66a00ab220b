package org.careunit.itests.peers;

import java.util.List;

/**
 * A part that an SMS centre has taken.
 *
 * @param id the SMS centre's
 * @param from whom it is from
 * @param to the number, without its plus
 * @param content header and text, as bytes from 0 to 255
 * @param headed whether there is a header
 * @param dataCoding 0 for the default alphabet, 8 for UCS-2
 * @param reference the client's; -1 for none
 * @param validity as it was written; may be null
 */
public record SmsReceived(
        String id,
        String from,
        String to,
        List<Integer> content,
        boolean headed,
        int dataCoding,
        int reference,
        String validity) {}
