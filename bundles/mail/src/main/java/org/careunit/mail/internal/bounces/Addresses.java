package org.careunit.mail.internal.bounces;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds e-mail addresses and Message-IDs in text. */
final class Addresses {

    private static final int MOST = 20;
    private static final int LONGEST = 320;
    private static final String ENDS = " \t\n<>,;:\"'()[]";

    private Addresses() {}

    /** Words with an {@code @} in the middle, in order, each once. */
    static List<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (int at = text.indexOf('@'); at >= 0 && found.size() < MOST; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > 0 && at - from < LONGEST && ENDS.indexOf(text.charAt(from - 1)) < 0) {
                from--;
            }
            int to = at + 1;
            while (to < text.length() && to - at < LONGEST && ENDS.indexOf(text.charAt(to)) < 0) {
                to++;
            }
            String word = withoutDots(text.substring(from, to));
            if (from < at && word.indexOf('@') == at - from && word.length() > at - from + 1) {
                found.add(word);
            }
        }
        return List.copyOf(found);
    }

    private static String withoutDots(String word) {
        int end = word.length();
        while (end > 0 && ".!?".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    /** Ids in angle brackets, in order. */
    static List<String> messageIds(String text) {
        List<String> found = new ArrayList<>();
        int open = text.indexOf('<');
        while (open >= 0 && found.size() < MOST) {
            int close = text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            if (close - open < LONGEST) {
                found.add(text.substring(open, close + 1));
            }
            open = text.indexOf('<', close);
        }
        return found;
    }
}
