package org.careunit.journal.internal.fhir;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Task on a server, by its id alone: whatever host a location names, requests go to the server that is configured.
 *
 * @param version of the resource; empty if the server did not say
 */
record TaskReference(String id, Optional<String> version) {

    private static final String ID = "[A-Za-z0-9\\-.]{1,64}";
    private static final Pattern LOCATION =
            Pattern.compile("(?:[^?#]*/)?Task/(" + ID + ")(?:/_history/(" + ID + "))?/?");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(" + ID + ")\"");

    /** Reads an absolute or relative location, with or without a version; empty if it names no Task. */
    static Optional<TaskReference> ofLocation(String location) {
        Matcher parts = LOCATION.matcher(location.strip());
        return parts.matches()
                ? Optional.of(new TaskReference(parts.group(1), Optional.ofNullable(parts.group(2))))
                : Optional.empty();
    }

    /** The version in an ETag, weak or strong. */
    static Optional<String> versionOf(String etag) {
        Matcher parts = ETAG.matcher(etag.strip());
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    TaskReference withVersion(Optional<String> given) {
        return given.isEmpty() ? this : new TaskReference(id, given);
    }

    /** The value of If-Match; empty without a version. */
    Optional<String> ifMatch() {
        return version.map(given -> "W/\"" + given + "\"");
    }

    /** Where it is below the base address. */
    String path() {
        return "Task/" + id;
    }
}
