package org.careunit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plain text as somebody hostile or broken would write it, made from a right one; for the tests of doors that do not
 * read JSON.
 */
public final class HostileLines {

    /** How many texts a door is tried with; the profile {@code thorough} tries a million. */
    public static final int TRIES = Integer.getInteger("careunit.hostile.tries", 10_000);

    private static final Duration BOUND = Duration.ofMillis(100);

    /** A text that took too long because of the machine does not do so again and again. */
    private static final int ATTEMPTS = 5;

    private static final List<String> PIECES = List.of(
            "\u0000",
            "\r\n",
            "\n",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u200B",
            "\u202E",
            "\uD800",
            "\u00A0",
            "\uFF11",
            "=",
            ";",
            ",",
            ":",
            "#",
            "$",
            "\\",
            "\"",
            "'",
            "<",
            ">",
            "(",
            ")",
            "*",
            "..",
            "-1",
            "99999999999999999999",
            "1e400",
            "NaN",
            "${x}",
            "$[env:HOME]",
            "%s",
            "a@b",
            "http://",
            "Åäö",
            "🙂");

    private final Random random;
    private final String good;

    /** @param good a right text that hostile ones are made from */
    public HostileLines(String good, long seed) {
        this.good = good;
        this.random = new Random(seed);
    }

    /**
     * Has a door read so many texts, and requires that it answers each within 100 ms.
     *
     * @param read takes the text in or refuses it, and throws whatever is no right answer
     */
    public void tryAll(int tries, Consumer<String> read) {
        for (int i = 0; i < tries; i++) {
            readInTime(next(), read);
        }
    }

    private static void readInTime(String text, Consumer<String> read) {
        long fastest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && fastest > BOUND.toNanos(); attempt++) {
            long start = System.nanoTime();
            read.accept(text);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(fastest))
                .as("time for a text of %s characters that begins with %s", text.length(), head(text))
                .isLessThanOrEqualTo(BOUND);
    }

    private static String head(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    private String next() {
        String text = good;
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            text = changed(text);
        }
        return text;
    }

    private String changed(String text) {
        int place = random.nextInt(text.length() + 1);
        String before = text.substring(0, place);
        String after = text.substring(place);
        return switch (random.nextInt(9)) {
            case 0 -> before;
            case 1 -> after;
            case 2 -> before + piece() + after;
            case 3 -> before + (after.isEmpty() ? "" : after.substring(1));
            case 4 -> before + (char) random.nextInt(0x10000) + after;
            case 5 -> text + "\n" + good;
            case 6 -> before + repeated(piece()) + after;
            case 7 -> piece() + text + piece();
            default -> anything();
        };
    }

    /** Some hundreds of characters; rarely 200 000. */
    private String repeated(String piece) {
        int length = random.nextInt(200) == 0 ? 200_000 : random.nextInt(600);
        return piece.repeat(length / piece.length());
    }

    private String anything() {
        return IntStream.range(0, random.nextInt(40)).mapToObj(at -> piece()).collect(Collectors.joining());
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
