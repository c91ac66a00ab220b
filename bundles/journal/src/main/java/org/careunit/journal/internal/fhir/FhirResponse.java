package org.careunit.journal.internal.fhir;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A server's response.
 *
 * @param status of HTTP
 * @param headers by name in any case, each with its first value
 * @param body may be empty
 */
record FhirResponse(int status, Map<String, String> headers, String body) {

    FhirResponse {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Nothing of the body. */
    @Override
    public String toString() {
        return "FhirResponse[" + status + "]";
    }
}
