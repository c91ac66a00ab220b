package org.careunit.mail.internal.bounces;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A media type with its parameters (RFC 2045).
 *
 * @param type in lower case, such as {@code text/plain}
 * @param parameters by name in lower case
 */
record ContentType(String type, Map<String, String> parameters) {

    static final String TEXT = "text/plain";

    ContentType {
        parameters = Map.copyOf(parameters);
    }

    /** Reads a header's value; what cannot be read is left out. */
    static ContentType of(String value, String usual) {
        int semicolon = value.indexOf(';');
        String type = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
        Map<String, String> parameters = new HashMap<>();
        int at = semicolon < 0 ? value.length() : semicolon + 1;
        while (at < value.length() && parameters.size() < 20) {
            int equals = value.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = value.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder word = new StringBuilder();
            at = readWord(value, equals + 1, word);
            parameters.putIfAbsent(name, word.toString().strip());
        }
        return new ContentType(type.isEmpty() ? usual : type.toLowerCase(Locale.ROOT), parameters);
    }

    /** Reads a word or a quoted string; says where the next parameter begins. */
    private static int readWord(String value, int from, StringBuilder word) {
        int at = from;
        while (at < value.length() && value.charAt(at) == ' ') {
            at++;
        }
        boolean isQuoted = at < value.length() && value.charAt(at) == '"';
        at = isQuoted ? at + 1 : at;
        while (at < value.length() && value.charAt(at) != (isQuoted ? '"' : ';')) {
            boolean isEscaped = isQuoted && value.charAt(at) == '\\' && at + 1 < value.length();
            at = isEscaped ? at + 1 : at;
            word.append(value.charAt(at));
            at++;
        }
        int next = value.indexOf(';', at);
        return next < 0 ? value.length() : next + 1;
    }

    boolean is(String... types) {
        for (String one : types) {
            if (type.equals(one)) {
                return true;
            }
        }
        return false;
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
