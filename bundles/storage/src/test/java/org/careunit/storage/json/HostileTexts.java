package org.careunit.storage.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** JSON as somebody hostile or broken would send it, made from a right text; for the tests of every door. */
public final class HostileTexts {

    /** How many texts a door is tried with; the profile {@code thorough} tries a million. */
    public static final int TRIES = Integer.getInteger("careunit.hostile.tries", 10_000);

    private static final Duration BOUND = Duration.ofMillis(100);

    /** A text that took too long because of the machine does not do so again and again. */
    private static final int ATTEMPTS = 5;

    private static final List<String> NUMBERS = List.of(
            "9223372036854775808",
            "-9223372036854775809",
            "1.5",
            "1.0",
            "1e3",
            "1e400",
            "1e99999999999",
            "-0",
            "01",
            "+1",
            "1.",
            ".5",
            "NaN",
            "Infinity",
            "0x10",
            "\"1\"",
            "1".repeat(1_200));

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[null]",
            "{\"x\":{",
            "[{\"id\":\"a",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\u12\"",
            "\"+300000-01-01T00:00:00Z\"",
            "\"999999999-01-01\"",
            "\"-999999999-12-31\"",
            "\"1899-12-31\"",
            "\"2201-01-01T00:00:00Z\"",
            "\"0000-00-00\"",
            "'single'",
            "\"tab\there\"",
            "\"\u202E\u200B\"",
            "undefined",
            "");

    private static final String SIGNS = "{}[]\",:\\0-e.\t ";

    private final Random random;
    private final String good;

    /** @param good a right text that hostile ones are made from */
    public HostileTexts(String good, long seed) {
        this.good = good;
        this.random = new Random(seed);
    }

    /** The next text; one in some hundreds is right all the same. */
    public String next() {
        String text = good;
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            text = changed(text);
        }
        return text;
    }

    /**
     * Has a door read so many texts, and requires that it answers in time.
     *
     * @param read takes the text in or refuses it, and throws whatever is no right answer
     */
    public void tryAll(int tries, Consumer<String> read) {
        for (int i = 0; i < tries; i++) {
            readInTime(next(), read);
        }
    }

    /** Has a door read one text, and requires that it answers in time. */
    public static void readInTime(String text, Consumer<String> read) {
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

    private String changed(String text) {
        List<UnaryOperator<String>> changes = List.of(
                this::cutOff,
                this::glued,
                this::withAnotherSign,
                this::withoutASign,
                whole -> replaced(whole, "-?\\d+", pick(NUMBERS)),
                whole -> replaced(whole, "\"[^\"\\\\]*\"(?!\\s*:)", pick(VALUES)),
                whole -> replaced(whole, "true|false|null|-?\\d+", pick(VALUES)),
                this::withAKeyTwice,
                this::withAForeignKey,
                whole -> nested(whole, 1 + random.nextInt(60)),
                this::rarelyLarge,
                whole -> "\uFEFF".repeat(random.nextInt(3)) + whole,
                whole -> whole + pick(List.of("]", "}", ",", " x", "\n\n", "\u0000", "\uFEFF", "//", "null")),
                whole -> pick(List.of("[", "{", ",", " ", "\u00A0", "[[", "{\"x\":", "\"")) + whole);
        return changes.get(random.nextInt(changes.size())).apply(text);
    }

    private String cutOff(String text) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    private String glued(String text) {
        return text + pick(List.of("", "\n", ",", " ", "][")) + good;
    }

    private String withAnotherSign(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int place = random.nextInt(text.length());
        char sign =
                random.nextInt(3) == 0 ? (char) random.nextInt(0x10000) : SIGNS.charAt(random.nextInt(SIGNS.length()));
        return text.substring(0, place) + sign + text.substring(place + 1);
    }

    private String withoutASign(String text) {
        int place = random.nextInt(text.length() + 1);
        return place == text.length() ? text : text.substring(0, place) + text.substring(place + 1);
    }

    /** Replaces one of the places that match. */
    private String replaced(String text, String pattern, String with) {
        List<int[]> places = java.util.regex.Pattern.compile(pattern)
                .matcher(text.length() > 100_000 ? text.substring(0, 100_000) : text)
                .results()
                .map(found -> new int[] {found.start(), found.end()})
                .toList();
        if (places.isEmpty()) {
            return text;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return text.substring(0, place[0]) + with + text.substring(place[1]);
    }

    private String withAKeyTwice(String text) {
        int object = text.indexOf('{');
        int colon = text.indexOf(':', object);
        return object < 0 || colon < 0
                ? text
                : text.substring(0, object + 1) + text.substring(object + 1, colon) + ":1,"
                        + text.substring(object + 1);
    }

    private String withAForeignKey(String text) {
        String key = pick(List.of("x", "", "a/b~c", "189001189811", "\\u0000", "K".repeat(5_000), "__proto__"));
        return text.replaceFirst(
                "\\{", "{\"" + java.util.regex.Matcher.quoteReplacement(key) + "\":" + pick(VALUES) + ",");
    }

    private static String nested(String text, int levels) {
        return "[".repeat(levels) + text + "]".repeat(levels);
    }

    private String rarelyLarge(String text) {
        int size = random.nextInt(200) == 0 ? 1_000_000 : 1_000;
        return switch (random.nextInt(6)) {
            case 0 -> "[".repeat(size);
            case 1 -> "{\"a\":".repeat(size);
            case 2 -> "[" + "1,".repeat(size) + "1]";
            case 3 -> "\"" + "x".repeat(size) + "\"";
            case 4 -> " ".repeat(size) + text;
            default -> text.replaceFirst("\"[^\"\\\\]*\"(?!\\s*:)", "\"" + "\\\\n".repeat(size) + "\"");
        };
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
