package org.careunit.sms.internal.sending;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Remembers the ids of parts that the gateway accepted before a later part of the same text failed. In memory, for the
 * newest such texts only: the parts of evicted texts are sent twice, under the same reference. Safe for use by many
 * threads.
 */
public final class AcceptedParts {

    private static final int MOST = 1_000;

    private final Map<UUID, AcceptedText> texts = new LinkedHashMap<>();

    private record AcceptedText(int text, List<String> ids) {}

    /** The ids of the first parts of a text; none if it has changed since. */
    public synchronized List<String> of(UUID id, String text) {
        AcceptedText found = texts.remove(id);
        return found == null || found.text() != text.hashCode() ? List.of() : found.ids();
    }

    public synchronized void keep(UUID id, String text, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        texts.put(id, new AcceptedText(text.hashCode(), List.copyOf(ids)));
        if (texts.size() > MOST) {
            texts.remove(texts.keySet().iterator().next());
        }
    }
}
