package org.careunit.itests.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that the mail server took, read by hand rather than by the library that wrote it.
 *
 * @param at when it was taken
 * @param from the envelope's sender
 * @param to the envelope's recipients
 * @param raw the message, a character for each byte
 */
public record MailReceived(Instant at, String from, List<String> to, String raw) {

    private static final Pattern WORD = Pattern.compile("=\\?([^?]+)\\?([BbQq])\\?([^?]*)\\?=");

    public MailReceived {
        to = List.copyOf(to);
    }

    /** The lines above the first empty one, unfolded. */
    public List<String> headers() {
        return Arrays.asList(head().replaceAll("\r\n[ \t]+", " ").split("\r\n"));
    }

    /** The first header of that name, as it was sent. */
    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    public String messageId() {
        return header("Message-ID").orElse("");
    }

    public String subject() {
        return words(header("Subject").orElse(""));
    }

    /** The body as a person reads it, its lines separated by line feeds. */
    public String text() {
        byte[] body = raw.substring(Math.min(raw.length(), head().length() + 4)).getBytes(StandardCharsets.ISO_8859_1);
        String encoding = header("Content-Transfer-Encoding").orElse("7bit").toLowerCase(Locale.ROOT);
        byte[] decoded =
                switch (encoding) {
                    case "quoted-printable" -> quotedPrintable(
                            new String(body, StandardCharsets.ISO_8859_1).replaceAll("=\r\n", ""));
                    case "base64" -> Base64.getMimeDecoder().decode(body);
                    default -> body;
                };
        return new String(decoded, UTF_8).replace("\r\n", "\n");
    }

    private String head() {
        int end = raw.indexOf("\r\n\r\n");
        return end < 0 ? raw : raw.substring(0, end);
    }

    /** Decodes a header's encoded words (RFC 2047). */
    public static String words(String header) {
        Matcher word = WORD.matcher(header.replaceAll("\\?=\\s+=\\?", "?==?"));
        return word.replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), found.group(2), found.group(3))));
    }

    private static String word(String charset, String encoding, String text) {
        byte[] bytes = encoding.equalsIgnoreCase("B")
                ? Base64.getDecoder().decode(text)
                : quotedPrintable(text.replace('_', ' '));
        return new String(bytes, Charset.forName(charset));
    }

    private static byte[] quotedPrintable(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '=' && i + 2 < text.length()) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toByteArray();
    }
}
