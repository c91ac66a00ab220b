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
        String validity) {

    private static final int UCS_2 = 8;
    private static final int ESCAPE = 0x1B;

    /** By code (3GPP TS 23.038, 6.2.1); of what is escaped, the character without its escape. */
    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ?ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** The text of this part as a telephone shows it; of the default alphabet, with a septet in each byte. */
    public String text() {
        int start = headed ? content.get(0) + 1 : 0;
        StringBuilder text = new StringBuilder();
        for (int i = start; i < content.size(); i++) {
            if (dataCoding == UCS_2) {
                text.append((char) (content.get(i) << 8 | content.get(++i)));
            } else {
                i += content.get(i) == ESCAPE ? 1 : 0;
                text.append(ALPHABET.charAt(content.get(i) & 0x7F));
            }
        }
        return text.toString();
    }
}
