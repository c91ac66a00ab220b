package org.careunit.journal.internal.fhir;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A FHIR server in memory that knows conditional creation, search by identifier, versions and If-Match. */
final class MemoryServer implements TaskExchange.Server {

    final Map<String, JsonObject> tasks = new LinkedHashMap<>();
    final List<FhirRequest> requests = new ArrayList<>();

    /** What happens instead of the next requests; null for nothing. */
    final Deque<FhirResponse> instead = new ArrayDeque<>();

    /** What somebody else does before each change. */
    Runnable beforeChange = () -> {};

    boolean losesResponses;
    boolean ignoresSearch;

    @Override
    public FhirResponse send(FhirRequest request) throws IOException {
        requests.add(request);
        if (!instead.isEmpty()) {
            return instead.poll();
        }
        FhirResponse response =
                switch (request.method()) {
                    case "POST" -> create(request);
                    case "PUT" -> change(request);
                    default -> search(request.path().substring("Task?".length()));
                };
        if (losesResponses) {
            throw new IOException("lost");
        }
        return response;
    }

    private FhirResponse create(FhirRequest request) {
        List<JsonObject> there = matching(request.headers().get("If-None-Exist"));
        if (there.size() > 1) {
            return new FhirResponse(412, Map.of(), "");
        }
        if (there.size() == 1) {
            return new FhirResponse(
                    200, Map.of("Location", "Task/" + there.get(0).getString("id")), "");
        }
        String id = Integer.toString(70 + tasks.size());
        put(id, 1, new FhirJson().read(request.body(), "Task").orElseThrow());
        return new FhirResponse(201, Map.of("Location", "Task/" + id + "/_history/1"), "");
    }

    void put(String id, int version, JsonObject task) {
        tasks.put(
                id,
                Json.createObjectBuilder(task)
                        .add("id", id)
                        .add("meta", Json.createObjectBuilder().add("versionId", Integer.toString(version)))
                        .build());
    }

    private FhirResponse change(FhirRequest request) {
        beforeChange.run();
        String id = request.path().substring("Task/".length());
        JsonObject there = tasks.get(id);
        if (there == null) {
            return new FhirResponse(404, Map.of(), "");
        }
        int version = version(there);
        if (!Objects.equals(request.headers().get("If-Match"), "W/\"" + version + "\"")) {
            return new FhirResponse(412, Map.of(), "");
        }
        put(id, version + 1, new FhirJson().read(request.body(), "Task").orElseThrow());
        return new FhirResponse(200, Map.of("ETag", "W/\"" + (version + 1) + "\""), "");
    }

    static int version(JsonObject task) {
        return Integer.parseInt(task.getJsonObject("meta").getString("versionId"));
    }

    private FhirResponse search(String query) {
        JsonArrayBuilder entries = Json.createArrayBuilder();
        List<JsonObject> found = ignoresSearch ? List.copyOf(tasks.values()) : matching(query);
        found.forEach(task -> entries.add(Json.createObjectBuilder().add("resource", task)));
        return new FhirResponse(
                200,
                Map.of(),
                Json.createObjectBuilder()
                        .add("resourceType", "Bundle")
                        .add("entry", entries)
                        .build()
                        .toString());
    }

    private List<JsonObject> matching(String query) {
        String[] token = URLDecoder.decode(query, StandardCharsets.UTF_8)
                .substring("identifier=".length())
                .split("\\|", 2);
        return tasks.values().stream()
                .filter(task -> FhirJson.objects(task, "identifier").stream()
                        .anyMatch(identifier ->
                                FhirJson.text(identifier, "system").equals(token[0])
                                        && FhirJson.text(identifier, "value").equals(token[1])))
                .toList();
    }
}
