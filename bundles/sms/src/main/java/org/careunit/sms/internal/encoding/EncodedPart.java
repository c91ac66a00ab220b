package org.careunit.sms.internal.encoding;

import java.util.Arrays;

/** One part of a text, as a gateway takes it: a header, if the text has several parts, and the text behind it. */
public final class EncodedPart {

    /** The data coding of the default alphabet and of UCS-2 (3GPP TS 23.038, 4). */
    public static final byte GSM_7 = 0;

    public static final byte UCS_2 = 8;

    private final byte[] content;
    private final int headerLength;
    private final byte dataCoding;
    private final String plain;

    EncodedPart(byte[] content, int headerLength, byte dataCoding, String plain) {
        this.content = content.clone();
        this.headerLength = headerLength;
        this.dataCoding = dataCoding;
        this.plain = plain;
    }

    /** The header and the text. */
    public byte[] content() {
        return content.clone();
    }

    public boolean hasHeader() {
        return headerLength > 0;
    }

    public int headerLength() {
        return headerLength;
    }

    /** The header alone. */
    public byte[] header() {
        return Arrays.copyOf(content, headerLength);
    }

    /** The content after the header. */
    public byte[] text() {
        return Arrays.copyOfRange(content, headerLength, content.length);
    }

    /** The text as characters, for gateways that encode themselves. */
    public String plain() {
        return plain;
    }

    public byte dataCoding() {
        return dataCoding;
    }

    /** Its length alone: the content is a message. */
    @Override
    public String toString() {
        return "EncodedPart[" + content.length + " octets]";
    }
}
