package org.careunit.sms.internal.http;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careunit.sms.internal.encoding.EncodedPart;
import org.careunit.sms.internal.sending.OutgoingPart;

/**
 * Template of the request for a part: parameters as in {@code to={to}&text={text}}, or a JSON object as in <code>
 * {"to": "{to}"}</code>, with names in braces for what is put in. A parameter that would be empty is left out.
 */
public final class RequestForm {

    /** The names that can stand in braces. */
    public static final Set<String> NAMES = Set.of(
            "user",
            "password",
            "sender",
            "to",
            "number",
            "text",
            "coding",
            "udh",
            "udhhex",
            "id",
            "receipts",
            "minutes");

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private static final Pattern JSON = Pattern.compile("\\{\\s*\".*}", Pattern.DOTALL);

    private final String template;
    private final Map<String, String> fixed;
    private final boolean post;
    private final Receipts receipts;

    /**
     * @param template as it is configured
     * @param fixed what is the same for all parts: user and password
     * @param post whether parameters go into the body; a JSON object always does
     */
    public RequestForm(String template, Map<String, String> fixed, boolean post, Receipts receipts) {
        this.template = template;
        this.fixed = Map.copyOf(fixed);
        this.post = post;
        this.receipts = receipts;
    }

    /** Where receipts of a part are to be sent; empty for nowhere. */
    public interface Receipts {
        String address(String part);
    }

    /** The names in braces of a template that are none of ours. */
    public static Set<String> unknownNames(String template) {
        return NAME.matcher(template)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !NAMES.contains(name))
                .collect(Collectors.toSet());
    }

    /** Whether a template is a JSON object, rather than parameters. */
    public static boolean isJson(String template) {
        return JSON.matcher(template).matches();
    }

    boolean isJson() {
        return isJson(template);
    }

    boolean isPost() {
        return post || isJson();
    }

    String contentType() {
        return isJson() ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded; charset=utf-8";
    }

    /** Whether the gateway takes each part with a header of ours; else it cuts texts itself. */
    public boolean takesHeaders() {
        return template.contains("{udh");
    }

    /** Whether the login is part of what is written; else it goes into a header. */
    boolean holdsLogin() {
        return template.contains("{password}");
    }

    /** A request for a part. */
    String of(OutgoingPart part) {
        return fill(name -> value(name, part));
    }

    /** A request with our login and no SMS in it. */
    String ofNothing() {
        return fill(name -> fixed.getOrDefault(name, ""));
    }

    private String fill(UnaryOperator<String> values) {
        if (isJson()) {
            return replaced(template, name -> inJson(values.apply(name)));
        }
        List<String> parameters = new ArrayList<>();
        for (String parameter : template.split("&")) {
            int at = parameter.indexOf('=');
            String value = replaced(parameter.substring(at + 1), values);
            Charset octets = parameter.contains("{udh}") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            if (!value.isEmpty()) {
                parameters.add(parameter.substring(0, at + 1) + URLEncoder.encode(value, octets));
            }
        }
        return String.join("&", parameters);
    }

    private static String replaced(String template, UnaryOperator<String> values) {
        return NAME.matcher(template).replaceAll(name -> Matcher.quoteReplacement(values.apply(name.group(1))));
    }

    private String value(String name, OutgoingPart part) {
        EncodedPart encoded = part.part();
        return switch (name) {
            case "sender" -> part.from().written();
            case "to" -> part.to().e164();
            case "number" -> part.to().e164().substring(1);
            case "text" -> encoded.plain();
            case "coding" -> encoded.dataCoding() == EncodedPart.UCS_2 ? "2" : "0";
            case "udh" -> new String(encoded.header(), StandardCharsets.ISO_8859_1);
            case "udhhex" -> HexFormat.of().formatHex(encoded.header());
            case "id" -> part.name().toString();
            case "receipts" -> receipts.address(part.name().toString());
            case "minutes" -> part.validity()
                    .map(time -> Long.toString(Math.max(1, time.toMinutes())))
                    .orElse("");
            default -> fixed.getOrDefault(name, "");
        };
    }

    private static String inJson(String text) {
        StringBuilder written = new StringBuilder();
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                written.append('\\').append((char) character);
            } else if (character < ' ') {
                written.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                written.append((char) character);
            }
        });
        return written.toString();
    }

    /** Nothing of the login. */
    @Override
    public String toString() {
        return "RequestForm[]";
    }
}
