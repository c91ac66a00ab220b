package org.careunit.directory.internal.entries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PastedText;
import org.careunit.api.time.SwedishTime;

/** Parses single values; malformed or hostile ones become empty, and nothing here throws. */
public final class AttributeValues {

    public static final int LONGEST = 1000;
    private static final int MOST_BYTES = 8 * LONGEST;
    private static final int LONGEST_TELEPHONE = 60;
    private static final int MOST_LINES = 20;

    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?(\\d{2})?"
            + "(?:[.,](\\d{1,9})\\d{0,20})?(Z|[+-]\\d{2}(?:\\d{2})?)");
    private static final Pattern DAY = Pattern.compile("[0-9]{8}");
    private static final Pattern HOST =
            Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}])?(:[0-9]{1,5})?");
    private static final String LEAP_SECOND = "60";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,10}");

    private AttributeValues() {}

    /**
     * One line in composed form, without control characters, marks that turn the direction of writing, and the like.
     */
    public static Optional<String> text(String raw) {
        if (raw.length() > LONGEST) {
            return Optional.empty();
        }
        String line = PastedText.line(raw);
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    /**
     * A value's bytes as text: UTF-8, as LDAP wants it, else what older systems write, ISO 8859-1. Of a huge one only
     * the beginning, which is more than any reader here takes.
     */
    public static String decoded(byte[] whole) {
        byte[] value = whole.length <= MOST_BYTES ? whole : Arrays.copyOf(whole, MOST_BYTES);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(value, ISO_8859_1);
        }
    }

    /** A telephone number as it is written: a short text with three digits at least. */
    public static Optional<String> telephone(String raw) {
        return text(raw)
                .filter(text -> text.length() <= LONGEST_TELEPHONE)
                .filter(text -> text.chars().filter(Character::isDigit).count() >= 3);
    }

    public static Optional<HsaId> id(String raw) {
        return refusable(raw, HsaId::of);
    }

    public static Optional<EmailAddress> mail(String raw) {
        return refusable(raw, EmailAddress::of);
    }

    @SuppressWarnings("UnusedException") // what it says is "malformed", and that is the empty answer
    private static <T> Optional<T> refusable(String raw, Function<String, T> reader) {
        try {
            return raw.length() > LONGEST ? Optional.empty() : Optional.of(reader.apply(raw));
        } catch (RefusedException malformed) {
            return Optional.empty();
        }
    }

    /** A page on the web, never another scheme; one that is written without any is reached by TLS. */
    @SuppressWarnings("UnusedException")
    public static Optional<URI> page(String raw) {
        try {
            String written = PastedText.trimmed(raw);
            boolean isBare = written.regionMatches(true, 0, "www.", 0, "www.".length());
            return Optional.of(new URI(isBare ? "https://" + written : written))
                    .filter(uri -> raw.length() <= LONGEST && uri.getScheme() != null && hasHost(uri))
                    .filter(uri -> uri.getRawUserInfo() == null)
                    .filter(uri -> uri.getScheme().toLowerCase(Locale.ROOT).matches("https?"));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Whether it names a host; one with an underscore or å is in use, though it is no host name to Java. */
    private static boolean hasHost(URI uri) {
        return uri.getHost() != null
                || (uri.getRawAuthority() != null
                        && HOST.matcher(uri.getRawAuthority()).matches());
    }

    /** A page as above, which a label may follow after a blank (RFC 2079). */
    public static Optional<URI> labelledPage(String raw) {
        return page(PastedText.trimmed(raw).split("\\s", 2)[0]);
    }

    public static Optional<String> code(String raw) {
        return Optional.of(PastedText.compact(raw)).filter(CODE.asMatchPredicate());
    }

    /** The lines of LDAP's postal address: {@code $} between them, {@code \24} and {@code \5C} for $ and \. */
    public static List<String> lines(String raw) {
        if (raw.length() > LONGEST) {
            return List.of();
        }
        return Arrays.stream(raw.split("\\$"))
                .map(line -> line.replace("\\24", "$").replaceAll("\\\\5[Cc]", "\\\\"))
                .flatMap(line -> text(line).stream())
                .limit(MOST_LINES)
                .toList();
    }

    /** An instant in LDAP's generalized time (RFC 4517, 3.3.13): {@code 20250131000000Z}. */
    @SuppressWarnings("UnusedException")
    public static Optional<Instant> time(String raw) {
        Matcher time = TIME.matcher(PastedText.compact(raw));
        try {
            return time.matches() ? Optional.of(instant(time)) : Optional.empty();
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** When an employment begins: generalized time, or a day, which begins at midnight in Sweden. */
    public static Optional<Instant> begin(String raw) {
        return timeOrDay(raw, 0);
    }

    /** When an employment ends: generalized time, or a day, which is the last one. */
    public static Optional<Instant> end(String raw) {
        return timeOrDay(raw, 1);
    }

    @SuppressWarnings("UnusedException")
    private static Optional<Instant> timeOrDay(String raw, int daysAfter) {
        String written = PastedText.compact(raw);
        if (!DAY.matcher(written).matches()) {
            return time(raw);
        }
        try {
            LocalDate day = LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE);
            return Optional.of(
                    day.plusDays(daysAfter).atStartOfDay(SwedishTime.ZONE).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Instant instant(Matcher time) {
        Duration lastUnit = Duration.ofSeconds(time.group(5) == null ? 3600 : time.group(6) == null ? 60 : 1);
        boolean isLeapSecond = LEAP_SECOND.equals(time.group(6)); // RFC 4517 allows it; here it is the next second
        Instant whole = OffsetDateTime.of(
                        number(time, 1),
                        number(time, 2),
                        number(time, 3),
                        number(time, 4),
                        number(time, 5),
                        isLeapSecond ? 59 : number(time, 6),
                        0,
                        ZoneOffset.of(time.group(8)))
                .toInstant()
                .plusSeconds(isLeapSecond ? 1 : 0);
        return whole.plus(fraction(time.group(7), lastUnit));
    }

    private static int number(Matcher time, int group) {
        return time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
    }

    private static Duration fraction(String digits, Duration unit) {
        if (digits == null) {
            return Duration.ZERO;
        }
        long parts = Math.round(Math.pow(10, digits.length()));
        return unit.multipliedBy(Long.parseLong(digits)).dividedBy(parts);
    }

    /**
     * Whether a mark that protects a person is set. Whatever is not clearly a no is a yes: nobody is exposed by a value
     * that was misspelt.
     */
    public static boolean isProtecting(String raw) {
        String written = PastedText.compact(raw);
        return !written.isEmpty() && !written.equalsIgnoreCase("FALSE");
    }
}
