package org.careunit.storage.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

public class ChangeNoticePosterTest {

    private final List<String> posted = new ArrayList<>();
    private final List<ChangeBroadcast.Listener> listeners = new ArrayList<>();
    private final ChangeNoticePoster poster = new ChangeNoticePoster(new Heard());

    @Test
    public void aChangeIsPostedForHosts() {
        poster.setEvents(new Posted());
        poster.changed(new Change(Scope.region("01"), "region", "quiet-hours"));
        poster.noticesLost();
        assertThat(posted)
                .containsExactly(
                        "org/careunit/CHANGED region 01 region quiet-hours", "org/careunit/CHANGED platform * * *");
    }

    @Test
    public void aCopyOfTheDirectoryIsNoDecision() {
        poster.setEvents(new Posted());
        poster.changed(new Change(Scope.PLATFORM, "directory-copy", "SE1111111111-ANNA"));
        assertThat(posted).isEmpty();
    }

    @Test
    public void withoutEventAdminNothingIsPostedAndWhoIsClosedListensNoMore() {
        poster.noticesLost();
        assertThat(listeners).containsExactly(poster);
        poster.close();
        assertThat(listeners).isEmpty();
        assertThat(posted).isEmpty();
    }

    private final class Heard implements ChangeBroadcast {
        @Override
        public void announce(Change change) {
            throw new AssertionError("A poster announces nothing");
        }

        @Override
        public Runnable listen(Listener listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public boolean isPending(Predicate<Change> change) {
            throw new AssertionError("A poster caches nothing");
        }

        @Override
        public long noticesOf(HsaId unit) {
            throw new AssertionError("A poster caches nothing");
        }
    }

    private final class Posted implements EventAdmin {
        @Override
        public void postEvent(Event event) {
            posted.add(String.join(
                    " ",
                    event.getTopic(),
                    (String) event.getProperty("scope.level"),
                    (String) event.getProperty("scope.id"),
                    (String) event.getProperty("kind"),
                    (String) event.getProperty("key")));
        }

        @Override
        public void sendEvent(Event event) {
            throw new AssertionError("That would hold up who changed something");
        }
    }
}
