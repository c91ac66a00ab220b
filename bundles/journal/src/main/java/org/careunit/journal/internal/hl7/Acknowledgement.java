package org.careunit.journal.internal.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One MSA segment with the ERR segments behind it.
 *
 * @param code MSA-1 in upper case
 * @param controlId MSA-2: the MSH-10 of the message that is answered
 * @param errors in the order in which they came
 */
record Acknowledgement(String code, String controlId, List<Fault> errors) {

    private static final Pattern ERROR_CODE = Pattern.compile("\\d{1,5}");
    private static final Pattern LOCATION = Pattern.compile("[A-Z][A-Z0-9]{2}(-\\d{1,3}){0,5}");

    /**
     * One error.
     *
     * @param code ERR-3, or where older versions have it; empty if it is no number
     * @param location the segment and field, such as {@code PID-1-3}; empty if there is none or it is no location
     */
    record Fault(String code, String location) {}

    /** The acknowledgements in a message; none if it is no HL7 message or answers nothing. */
    static List<Acknowledgement> in(byte[] message) {
        List<String> segments = AnswerText.segments(message);
        if (segments.isEmpty()) {
            return List.of();
        }
        Delimiters delimiters =
                new Delimiters(segments.get(0).substring(3, 4), segments.get(0).substring(4, 5));
        List<Acknowledgement> found = new ArrayList<>();
        for (String segment : segments) {
            String[] fields = delimiters.fields(segment);
            if (fields[0].equals("MSA")) {
                found.add(of(fields, delimiters));
            } else if (fields[0].equals("ERR") && !found.isEmpty()) {
                found.get(found.size() - 1).errors().add(error(fields, delimiters));
            }
        }
        return found;
    }

    private static Acknowledgement of(String[] fields, Delimiters delimiters) {
        List<Fault> errors = new ArrayList<>();
        String condition = code(delimiters.component(field(fields, 6), 0));
        if (!condition.isEmpty()) {
            errors.add(new Fault(condition, ""));
        }
        return new Acknowledgement(field(fields, 1).toUpperCase(Locale.ROOT), field(fields, 2), errors);
    }

    /** ERR-3 and ERR-2 since 2.5; before, all of it was in ERR-1: segment, number, field, code. */
    private static Fault error(String[] fields, Delimiters delimiters) {
        String code = code(delimiters.component(field(fields, 3), 0));
        if (!code.isEmpty()) {
            return new Fault(code, location(field(fields, 2), delimiters));
        }
        String old = field(fields, 1);
        return new Fault(code(delimiters.component(old, 3).split("&", 2)[0]), "");
    }

    private static String code(String text) {
        return ERROR_CODE.matcher(text).matches() ? text : "";
    }

    private static String location(String field, Delimiters delimiters) {
        String location = field.replace(delimiters.component(), "-");
        return LOCATION.matcher(location).matches() ? location : "";
    }

    private static String field(String[] fields, int number) {
        return fields.length > number ? fields[number].strip() : "";
    }

    /** The delimiters that a message's header says. */
    private record Delimiters(String field, String component) {

        String[] fields(String segment) {
            return segment.split(Pattern.quote(field), -1);
        }

        String component(String value, int index) {
            String[] components = value.split(Pattern.quote(component), -1);
            return components.length > index ? components[index].strip() : "";
        }
    }
}
