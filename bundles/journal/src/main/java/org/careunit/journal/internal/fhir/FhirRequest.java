package org.careunit.journal.internal.fhir;

import java.util.Map;

/**
 * A request to a FHIR server.
 *
 * @param method of HTTP
 * @param path below the base address, with a query if there is one
 * @param headers by name
 * @param body a resource in JSON; may be empty
 */
record FhirRequest(String method, String path, Map<String, String> headers, String body) {

    private static final String JSON = "application/fhir+json";

    static FhirRequest get(String path) {
        return new FhirRequest("GET", path, Map.of("Accept", JSON), "");
    }

    /** @param condition the header that makes the request conditional, such as {@code If-Match} */
    static FhirRequest conditional(String method, String path, String condition, String value, String body) {
        return new FhirRequest(
                method, path, Map.of("Accept", JSON, "Content-Type", JSON + "; charset=utf-8", condition, value), body);
    }

    /** Nothing of the body, and no query. */
    @Override
    public String toString() {
        return "FhirRequest[" + method + " " + path.replaceFirst("\\?.*", "") + "]";
    }
}
