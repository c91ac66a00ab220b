package org.careunit.storage.jobs;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies a job.
 *
 * @param type what is to be done, and thereby who does it, for example {@code send-email}: 1 to 40 lower-case letters,
 *     digits or hyphens; never null
 * @param destination where it goes, for example a gateway's host; jobs of one type to one destination share a lane. 1
 *     to 100 lower-case letters, digits or {@code . : -}, or {@code *}; never null
 * @param key which one; no two jobs of a type and destination share it. 1 to 100 letters, digits or {@code . _ : - /};
 *     never null
 */
public record JobId(String type, String destination, String key) {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern DESTINATION = Pattern.compile("[a-z0-9.:-]{1,100}|\\*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final Pattern WRITTEN = Pattern.compile("([^|]*)\\|([^|]*)\\|([^|]*)");

    public JobId {
        require("type", type, TYPE);
        require("destination", destination, DESTINATION);
        require("key", key, KEY);
    }

    /** A job without a destination. */
    public static JobId of(String type, String key) {
        return new JobId(type, "*", key);
    }

    /** Reads what {@link #toString} wrote. */
    public static JobId parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a job id: " + written);
        }
        return new JobId(parts.group(1), parts.group(2), parts.group(3));
    }

    /** The jobs of a lane share its workers: {@code type|destination}. */
    public String lane() {
        return type + "|" + destination;
    }

    @Override
    public String toString() {
        return lane() + "|" + key;
    }

    private static void require(String what, String value, Pattern form) {
        Objects.requireNonNull(value, what);
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("The " + what + " of a job must match " + form + ": " + value);
        }
    }
}
