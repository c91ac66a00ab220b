package org.careunit.notifications.internal.cases;

import java.util.ArrayList;
import java.util.List;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;

/** Tracks the resident's replies that staff have not acted upon yet. Pure. */
final class UnansweredReplies {

    /** Of more, only the newest are kept: a recipient of one message looks at the whole case. */
    private static final int MOST = 20;

    private UnansweredReplies() {}

    /**
     * Those events after one more: a reply and a reopening are added, and what staff or the resident end clears them.
     */
    static List<String> after(List<String> before, CaseEvent event) {
        CaseChange change = event.change();
        if (change instanceof CaseChange.ResidentReplied || change instanceof CaseChange.Reopened) {
            List<String> more = new ArrayList<>(before);
            more.add(event.id().value());
            return more.subList(Math.max(0, more.size() - MOST), more.size());
        }
        boolean isSilent = change instanceof CaseChange.Received || change instanceof CaseChange.AnswerRead;
        return isSilent ? before : List.of();
    }
}
