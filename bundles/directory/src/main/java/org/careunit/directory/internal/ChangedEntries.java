package org.careunit.directory.internal;

import java.util.function.Predicate;
import org.careunit.api.changes.ChangeNotice;
import org.careunit.api.changes.ChangeNotices;
import org.careunit.directory.internal.DirectoryQuery.Answer;
import org.careunit.directory.internal.DirectoryQuery.StaffFound;
import org.careunit.directory.internal.DirectoryQuery.UnitFound;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Has the directory asked again about units and staff that the host said have changed. */
@Component(property = EventConstants.EVENT_TOPIC + "=" + ChangeNotices.TOPIC)
public final class ChangedEntries implements EventHandler {

    private final AnswerCache cache;

    @Activate
    public ChangedEntries(@Reference AnswerCache cache) {
        this.cache = cache;
    }

    @Override
    public void handleEvent(Event event) {
        ChangeNotice notice = ChangeNotice.of(event);
        switch (notice.kind()) {
            case ChangeNotice.DIRECTORY_UNIT -> cache.outdate(ofUnit(notice.key()));
            case ChangeNotice.DIRECTORY_STAFF -> cache.outdate(ofStaff(notice.key()));
            case ChangeNotices.ANYTHING -> cache.outdate(any -> true);
            default -> {
                // nothing that the directory says
            }
        }
    }

    private static Predicate<Answer> ofUnit(String id) {
        return answer -> answer instanceof UnitFound found
                && found.entry().filter(unit -> unit.id().value().equals(id)).isPresent();
    }

    /** Answers about a person by number are among them. */
    private static Predicate<Answer> ofStaff(String id) {
        return answer -> answer instanceof StaffFound found
                && found.entries().stream().anyMatch(entry -> entry.id().value().equals(id));
    }
}
