package org.careunit.sms.internal.encoding;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.ArrayList;
import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.sms.SmsText;
import org.careunit.api.sms.SmsText.Alphabet;
import org.careunit.api.sms.SmsText.Reference;

/**
 * Encodes a text into the bytes of its parts, each with a concatenation header if there are several. Sources: 3GPP TS
 * 23.038, and 3GPP TS 23.040, 9.2.3.24.
 */
public final class SmsEncoder {

    private static final byte CONCATENATED_8 = 0x00;
    private static final byte CONCATENATED_16 = 0x08;

    private final Reference reference;
    private final Packing packing;

    public SmsEncoder(Reference reference, Packing packing) {
        this.reference = reference;
        this.packing = packing;
    }

    /**
     * Encodes a text.
     *
     * @param number tells the parts of this text from others to the same recipient; its lowest 8 or 16 bits are used
     * @throws RefusedException if the text would be more than 255 parts
     */
    public List<EncodedPart> encode(String text, int number) {
        SmsText cut = SmsText.of(text, reference);
        int total = cut.parts().size();
        List<EncodedPart> parts = new ArrayList<>(total);
        for (int part = 1; part <= total; part++) {
            byte[] header = total == 1 ? new byte[0] : header(number, total, part);
            parts.add(encode(header, cut.parts().get(part - 1), cut.alphabet()));
        }
        return parts;
    }

    /** The whole text in one piece, for gateways that cut it themselves. */
    public EncodedPart whole(String text) {
        SmsText cut = SmsText.of(text, reference);
        return encode(new byte[0], cut.text(), cut.alphabet());
    }

    private byte[] header(int number, int total, int part) {
        return reference == Reference.EIGHT_BIT
                ? new byte[] {5, CONCATENATED_8, 3, (byte) number, (byte) total, (byte) part}
                : new byte[] {
                    6, CONCATENATED_16, 4, (byte) (number >> Byte.SIZE), (byte) number, (byte) total, (byte) part
                };
    }

    private EncodedPart encode(byte[] header, String text, Alphabet alphabet) {
        if (alphabet == Alphabet.UCS_2) {
            return new EncodedPart(joined(header, text.getBytes(UTF_16BE)), header.length, EncodedPart.UCS_2, text);
        }
        byte[] septets = Septets.of(text);
        byte[] content = packing == Packing.PACKED
                ? joined(header, Septets.pack(septets, Septets.fill(header.length)))
                : joined(header, septets);
        return new EncodedPart(content, header.length, EncodedPart.GSM_7, text);
    }

    private static byte[] joined(byte[] header, byte[] text) {
        byte[] content = new byte[header.length + text.length];
        System.arraycopy(header, 0, content, 0, header.length);
        System.arraycopy(text, 0, content, header.length, text.length);
        return content;
    }
}
