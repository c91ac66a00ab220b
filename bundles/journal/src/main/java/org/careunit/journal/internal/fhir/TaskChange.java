package org.careunit.journal.internal.fhir;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** Changes the status of a Task as it was read, and nothing else, so that the record system's own data are kept. */
final class TaskChange {

    private static final Set<String> ENDED = Set.of("completed", "cancelled", "rejected", "failed", "entered-in-error");

    private TaskChange() {}

    /** The Task with another status; empty if it has ended there, so that there is nothing to change. */
    static Optional<JsonObject> withStatus(JsonObject task, String status) {
        return ENDED.contains(FhirJson.text(task, "status"))
                ? Optional.empty()
                : Optional.of(
                        Json.createObjectBuilder(task).add("status", status).build());
    }

    /** The id and version in a Task; empty if it has no id. */
    static Optional<TaskReference> referenceOf(JsonObject task) {
        String version = FhirJson.text(FhirJson.object(task, "meta"), "versionId");
        return TaskReference.ofLocation("Task/" + FhirJson.text(task, "id"))
                .map(found -> found.withVersion(TaskReference.versionOf('"' + version + '"')));
    }
}
