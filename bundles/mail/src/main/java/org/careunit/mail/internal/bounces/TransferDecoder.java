package org.careunit.mail.internal.bounces;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Locale;

/** Undoes transfer encodings and character sets; what is damaged is read as far as it goes. */
final class TransferDecoder {

    private TransferDecoder() {}

    /** The bytes of a part's content, one character each, without its transfer encoding. */
    static String decoded(String content, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(content);
            case "quoted-printable" -> quotedPrintable(content);
            default -> content;
        };
    }

    private static String base64(String content) {
        StringBuilder digits = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char sign = content.charAt(i);
            boolean isDigit = (sign >= 'A' && sign <= 'Z')
                    || (sign >= 'a' && sign <= 'z')
                    || (sign >= '0' && sign <= '9')
                    || sign == '+'
                    || sign == '/';
            if (isDigit) {
                digits.append(sign);
            }
        }
        if (digits.length() % 4 == 1) {
            digits.setLength(digits.length() - 1);
        }
        byte[] bytes = Base64.getDecoder().decode(digits.toString());
        return lines(new String(bytes, ISO_8859_1));
    }

    private static String quotedPrintable(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length());
        int at = 0;
        while (at < content.length()) {
            char sign = content.charAt(at);
            int high = sign == '=' && at + 2 < content.length() ? Character.digit(content.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(content.charAt(at + 2), 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                at += 3;
            } else if (sign == '=' && at + 1 < content.length() && content.charAt(at + 1) == '\n') {
                at += 2;
            } else {
                bytes.write(sign);
                at++;
            }
        }
        return lines(bytes.toString(ISO_8859_1));
    }

    /** With every line's end as a line feed. */
    static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Bytes, one character each, as text. Without a known character set it is UTF-8 if it can be. */
    static String text(String bytes, String charset) {
        byte[] raw = bytes.getBytes(ISO_8859_1);
        Charset named = named(charset);
        if (named != null && !named.equals(UTF_8)) {
            return new String(raw, named);
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException isNot) {
            return bytes;
        }
    }

    private static Charset named(String charset) {
        try {
            boolean isAscii = charset.isEmpty() || charset.equalsIgnoreCase("us-ascii");
            return isAscii ? null : Charset.forName(charset);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
