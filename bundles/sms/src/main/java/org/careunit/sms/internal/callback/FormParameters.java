package org.careunit.sms.internal.callback;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads parameters as a query or a form has them; of a name that comes twice, the first counts. */
final class FormParameters {

    private static final int MOST = 100;

    private FormParameters() {}

    /** Percent signs with no code behind them stay as they are, so that no text is wrong. */
    static Map<String, String> read(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String one : text.split("&", MOST)) {
            int at = one.indexOf('=');
            if (at > 0) {
                parameters.putIfAbsent(decoded(one.substring(0, at)), decoded(one.substring(at + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            int code = character == '%' ? code(text, at) : -1;
            if (code >= 0) {
                bytes[length] = (byte) code;
                length++;
                at += 2;
            } else {
                byte[] written = (character == '+' ? " " : String.valueOf(character)).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(written, 0, bytes, length, written.length);
                length += written.length;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int code(String text, int at) {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
        return low < 0 ? -1 : high * 16 + low;
    }
}
