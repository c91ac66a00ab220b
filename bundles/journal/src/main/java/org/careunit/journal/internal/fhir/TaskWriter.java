package org.careunit.journal.internal.fhir;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.time.SwedishTime;

/**
 * Writes a case that waits as a FHIR R4 Task, found again by a business identifier of unit, case and round. There is no
 * free text in it; the resident is in it only where the notice names them.
 */
final class TaskWriter {

    /** The system of our business identifiers. */
    static final String IDENTIFIER_SYSTEM = "urn:careunit:case";

    private static final String TOPIC_SYSTEM = "urn:careunit:topic";
    private static final String HSA_ID = "urn:oid:1.2.752.129.2.1.4.1";
    private static final String PERSON_NUMBER = "urn:oid:1.2.752.129.2.1.3.1";
    private static final String COORDINATION_NUMBER = "urn:oid:1.2.752.129.2.1.3.3";
    private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    /** A search that finds nothing. */
    static final String NO_TASK = "identifier=" + encoded(IDENTIFIER_SYSTEM + "|none");

    private final JsonProvider json = JsonProvider.provider();

    /** The Task as it is created. */
    JsonObject created(CaseNotice notice) {
        JsonObjectBuilder task = json.createObjectBuilder().add("resourceType", "Task");
        if (notice.isTest()) {
            task.add("meta", json.createObjectBuilder().add("tag", list(coding(ACT_REASON, "HTEST"))));
        }
        task.add("identifier", list(identifier(IDENTIFIER_SYSTEM, identifierOf(notice))))
                .add("status", "requested")
                .add("intent", "order")
                .add("code", json.createObjectBuilder().add("coding", list(coding(TOPIC_SYSTEM, "case-waiting"))));
        notice.resident().ifPresent(resident -> task.add("for", patient(resident)));
        return task.add("authoredOn", time(notice)).add("owner", owner(notice)).build();
    }

    private static String time(CaseNotice notice) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                notice.time().truncatedTo(ChronoUnit.SECONDS).atZone(SwedishTime.ZONE));
    }

    private JsonObjectBuilder owner(CaseNotice notice) {
        return json.createObjectBuilder()
                .add("type", "Organization")
                .add("identifier", identifier(HSA_ID, notice.ref().unit().value()));
    }

    private JsonObjectBuilder patient(Identity resident) {
        JsonObjectBuilder patient = json.createObjectBuilder()
                .add("type", "Patient")
                .add(
                        "identifier",
                        identifier(
                                resident.number().isCoordinationNumber() ? COORDINATION_NUMBER : PERSON_NUMBER,
                                resident.number().value()));
        resident.name().ifPresent(name -> patient.add("display", name));
        return patient;
    }

    private JsonObjectBuilder coding(String system, String code) {
        return json.createObjectBuilder().add("system", system).add("code", code);
    }

    private JsonObjectBuilder identifier(String system, String value) {
        return json.createObjectBuilder().add("system", system).add("value", value);
    }

    private JsonArrayBuilder list(JsonObjectBuilder one) {
        return json.createArrayBuilder().add(one);
    }

    /** The value of the business identifier: unit, case and round. */
    static String identifierOf(CaseNotice notice) {
        return notice.ref() + "/" + notice.round();
    }

    /** Whether a resource is the Task of the notice's case and round. */
    static boolean isOf(CaseNotice notice, JsonObject resource) {
        return FhirJson.text(resource, "resourceType").equals("Task")
                && FhirJson.objects(resource, "identifier").stream()
                        .anyMatch(identifier ->
                                FhirJson.text(identifier, "system").equals(IDENTIFIER_SYSTEM)
                                        && FhirJson.text(identifier, "value").equals(identifierOf(notice)));
    }

    /** The search for the Task of a case and round: the value of If-None-Exist, and the query of a search. */
    static String search(CaseNotice notice) {
        return "identifier=" + encoded(IDENTIFIER_SYSTEM + "|" + identifierOf(notice));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The status of a Task after news of its case. */
    static String statusAfter(CaseNotice.Kind kind) {
        return switch (kind) {
            case CREATED -> "requested";
            case COMPLETED -> "completed";
            case CANCELLED -> "cancelled";
        };
    }
}
