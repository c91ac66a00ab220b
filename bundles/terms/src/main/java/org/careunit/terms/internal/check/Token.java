package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, a number or a sign of a text.
 *
 * @param text in small letters
 * @param start the index of its first character
 * @param end the index after its last
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        NUMBER,
        SIGN
    }

    /** All tokens of a text in small letters; blanks are left out. "3arbetsdagar" is two tokens, "1,5" is one. */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Sentence.isBlank(text.charAt(at))) {
                at++;
            } else {
                Token token = at(text, at);
                tokens.add(token);
                at = token.end();
            }
        }
        return tokens;
    }

    private static Token at(String text, int start) {
        char first = text.charAt(start);
        int end = start + 1;
        Kind kind = Kind.SIGN;
        if (Character.isLetter(first)) {
            kind = Kind.WORD;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
        } else if (Character.isDigit(first)) {
            kind = Kind.NUMBER;
            while (end < text.length() && continuesNumber(text, end)) {
                end++;
            }
        }
        return new Token(kind, text.substring(start, end), start, end);
    }

    private static boolean continuesNumber(String text, int at) {
        char sign = text.charAt(at);
        return Character.isDigit(sign)
                || ((sign == ',' || sign == '.') && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)));
    }

    boolean is(String word) {
        return text.equals(word);
    }
}
