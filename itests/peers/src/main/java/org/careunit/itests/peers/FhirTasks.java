package org.careunit.itests.peers;

import com.unboundid.util.json.JSONArray;
import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The Tasks of a {@link FhirPeer}, with versions, conditional creation and search by identifier. */
public final class FhirTasks {

    private final Map<String, Map<String, JSONValue>> tasks = new LinkedHashMap<>();
    private final Set<String> deleted = new TreeSet<>();
    private int lastId = 70;

    /** A response. */
    record Response(int status, Map<String, String> headers, String body) {

        static Response of(int status) {
            return new Response(status, Map.of(), "");
        }

        Response with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Response(status, more, body);
        }

        Response saying(String text) {
            return new Response(status, headers, text);
        }
    }

    /** An outcome that quotes what was sent, as some servers do. */
    static Response invalid(String body) {
        return Response.of(422)
                .saying(
                        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"invalid\","
                                + "\"diagnostics\":" + new JSONString(body) + ",\"expression\":[\"Task.for\"]}]}");
    }

    synchronized Response create(String body, String condition) {
        List<String> there = matching(condition);
        if (there.size() > 1) {
            return Response.of(412);
        }
        if (there.size() == 1) {
            return located(200, there.get(0));
        }
        lastId++;
        put(Integer.toString(lastId), 1, parse(body));
        return located(201, Integer.toString(lastId));
    }

    private Response located(int status, String id) {
        return Response.of(status)
                .with("Location", "Task/" + id + "/_history/" + version(id))
                .with("ETag", etag(id));
    }

    private String etag(String id) {
        return "W/\"" + version(id) + "\"";
    }

    private String version(String id) {
        return ((JSONString) ((JSONObject) tasks.get(id).get("meta")).getField("versionId")).stringValue();
    }

    synchronized Response change(String id, String body, String condition) {
        if (deleted.contains(id)) {
            return Response.of(410);
        }
        if (!tasks.containsKey(id)) {
            return Response.of(404);
        }
        if (!condition.equals(etag(id))) {
            return Response.of(412);
        }
        put(id, Integer.parseInt(version(id)) + 1, parse(body));
        return Response.of(200).with("ETag", etag(id));
    }

    synchronized Response search(String query) {
        List<JSONObject> entries = matching(query).stream()
                .map(id -> new JSONObject(Map.of("resource", new JSONObject(tasks.get(id)))))
                .toList();
        Map<String, JSONValue> bundle = new LinkedHashMap<>();
        bundle.put("resourceType", new JSONString("Bundle"));
        bundle.put("type", new JSONString("searchset"));
        bundle.put("entry", new JSONArray(entries));
        return Response.of(200).saying(new JSONObject(bundle).toString());
    }

    private List<String> matching(String query) {
        String decoded = URLDecoder.decode(query, StandardCharsets.UTF_8);
        String[] token = decoded.substring(decoded.indexOf('=') + 1).split("\\|", 2);
        String identifier = new JSONObject(
                        Map.of("system", new JSONString(token[0]), "value", new JSONString(token[1])))
                .toNormalizedString();
        return tasks.entrySet().stream()
                .filter(task -> String.valueOf(new JSONObject(task.getValue())
                                .getField("identifier")
                                .toNormalizedString())
                        .contains(identifier))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void put(String id, int version, Map<String, JSONValue> content) {
        Map<String, JSONValue> meta = content.get("meta") instanceof JSONObject there
                ? new LinkedHashMap<>(there.getFields())
                : new LinkedHashMap<>();
        meta.put("versionId", new JSONString(Integer.toString(version)));
        content.put("id", new JSONString(id));
        content.put("meta", new JSONObject(meta));
        tasks.put(id, content);
    }

    private static Map<String, JSONValue> parse(String body) {
        try {
            return new LinkedHashMap<>(new JSONObject(body).getFields());
        } catch (JSONException invalid) {
            throw new IllegalArgumentException("Not a resource", invalid);
        }
    }

    /** All Tasks as JSON, by id, oldest first. */
    public synchronized Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        tasks.forEach((id, task) -> all.put(id, new JSONObject(task).toString()));
        return all;
    }

    /** A Task as somebody sees it at a glance. */
    public record Glance(String id, String identifier, String status) {}

    /** All Tasks at a glance, oldest first. */
    public synchronized List<Glance> glances() {
        return tasks.entrySet().stream()
                .map(task -> new Glance(task.getKey(), identifier(task.getValue()), status(task.getValue())))
                .toList();
    }

    private static String identifier(Map<String, JSONValue> task) {
        JSONArray all = (JSONArray) task.get("identifier");
        return ((JSONString) ((JSONObject) all.getValues().get(0)).getField("value")).stringValue();
    }

    private static String status(Map<String, JSONValue> task) {
        return ((JSONString) task.get("status")).stringValue();
    }

    /** The statuses of all Tasks, oldest first. */
    public synchronized List<String> statuses() {
        return tasks.values().stream().map(FhirTasks::status).toList();
    }

    /** Changes a field of all Tasks, as the record system's own users do. */
    public synchronized void setAll(String field, String value) {
        List.copyOf(tasks.keySet()).forEach(id -> {
            Map<String, JSONValue> changed = new LinkedHashMap<>(tasks.get(id));
            changed.put(field, new JSONString(value));
            put(id, Integer.parseInt(version(id)) + 1, changed);
        });
    }

    /** Deletes all Tasks. */
    public synchronized void deleteAll() {
        deleted.addAll(tasks.keySet());
        tasks.clear();
    }

    /** Gives all Tasks other ids, as after a move to another server. */
    public synchronized void renameAll() {
        Map<String, Map<String, JSONValue>> before = new LinkedHashMap<>(tasks);
        tasks.clear();
        before.forEach((id, task) -> put("moved-" + id, 1, new LinkedHashMap<>(task)));
    }
}
