package org.careunit.mail.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careunit.api.gateways.OutgoingMail;

/** A mail server's words without what they may repeat of a message: its address and its subject. */
final class Scrubbed {

    private static final int LONGEST = 200;
    private static final int TELLING = 3;
    private static final String GONE = "…";
    private static final Pattern ADDRESS = Pattern.compile("[@＠﹫]|%40|=40|&#64;|&commat;", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{C}\\p{Z}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private Scrubbed() {}

    /** One line of at most 200 characters, without any address. */
    static String of(String said) {
        return words(said, "");
    }

    /** The same, and without the name in the recipient's address, or the subject. */
    static String of(String said, OutgoingMail mail) {
        String address = mail.to().value();
        return words(said.replace(mail.subject(), GONE), address.substring(0, address.indexOf('@')));
    }

    private static String words(String said, String name) {
        String line = Arrays.stream(NO_TEXT.split(said))
                .filter(word -> !word.isEmpty())
                .map(word -> tells(word, name) ? GONE : word)
                .collect(Collectors.joining(" "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + GONE;
    }

    private static boolean tells(String word, String name) {
        if (ADDRESS.matcher(word).find()) {
            return true;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String ours = name.toLowerCase(Locale.ROOT);
        return ours.length() >= TELLING
                ? lower.contains(ours)
                : PUNCTUATION.matcher(lower).replaceAll("").equals(ours) && !ours.isEmpty();
    }
}
