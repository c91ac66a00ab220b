package org.careunit.notifications.internal.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes the texts that EventAdmin left in the spool, while the database is reachable. Each text is read alone; a
 * file is removed once all of it is committed, and after a crash in between it is taken in again, which changes
 * nothing. A text that fails for another reason than an outage is set aside and delays no other.
 */
@Component(service = SpoolDrain.class, immediate = true)
public final class SpoolDrain {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);
    private static final Actor EVENT_ADMIN = new Actor.Host("eventadmin");
    private static final long LOOK_MILLIS = 1_000;
    private static final long OUTAGE_MILLIS = 2_000;
    private static final long CLOSING_MILLIS = 5_000;

    /** So many events are committed together, since a commit for each would be slow. */
    private static final int BATCH = 200;

    private final EventAdminReceiver door;
    private final PlatformEvents intake;
    private final EventJson json = new EventJson();
    private final Thread thread;
    private volatile boolean closing;
    private boolean out;

    @Activate
    public SpoolDrain(@Reference EventAdminReceiver door, @Reference PlatformEvents intake) {
        this.door = door;
        this.intake = intake;
        thread = new Thread(this::run, "careunit-spool");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for what is under way; interrupts it only if it takes long, since an interrupt closes files of the
     * database.
     */
    @Deactivate
    public void close() throws InterruptedException {
        closing = true;
        door.wake();
        thread.join(CLOSING_MILLIS);
        thread.interrupt();
        thread.join(CLOSING_MILLIS);
    }

    private void run() {
        try {
            while (!closing) {
                door.awaitArrival(drain() ? LOOK_MILLIS : OUTAGE_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Processes everything; returns whether it succeeded. */
    private boolean drain() {
        try {
            boolean all = true;
            for (Path file : door.spool().waiting()) {
                if (closing) {
                    return false;
                }
                all &= drain(file);
            }
            return all && back();
        } catch (UnavailableException | IOException outage) {
            return outage(outage);
        } catch (RuntimeException fault) {
            LOG.error("The spool could not be emptied; it is tried again", fault);
            return false;
        }
    }

    /**
     * A file that cannot be read, or whose refused texts cannot be kept, is left for the next time and delays no other.
     */
    private boolean drain(Path file) {
        try {
            takeIn(door.spool().read(file));
            door.spool().remove(file);
            return true;
        } catch (IOException failure) {
            return outage(failure);
        }
    }

    private boolean back() {
        if (out) {
            out = false;
            LOG.info("The spool is emptied again");
        }
        return true;
    }

    private boolean outage(Exception why) {
        if (!out && !closing) {
            out = true;
            LOG.warn("Events that came by EventAdmin wait in the spool: {}", why.getMessage());
        }
        return false;
    }

    private void takeIn(List<String> texts) throws IOException {
        List<ReadText> batch = new ArrayList<>();
        int events = 0;
        for (String text : texts) {
            ReadText read = read(text);
            if (events + read.events().size() > BATCH) {
                takeInBatch(batch);
                batch.clear();
                events = 0;
            }
            batch.add(read);
            events += read.events().size();
        }
        takeInBatch(batch);
    }

    /** A text and the events in it; none if it was set aside. */
    private record ReadText(String text, List<PlatformEvent> events) {

        /** Nothing of the text, which is anybody's. */
        @Override
        public String toString() {
            return "(text with " + events.size() + " events)";
        }
    }

    private ReadText read(String text) throws IOException {
        try {
            return new ReadText(text, json.read(text));
        } catch (RuntimeException wrong) {
            setAside(text, wrong);
            return new ReadText(text, List.of());
        }
    }

    private void takeInBatch(List<ReadText> batch) throws IOException {
        List<PlatformEvent> events =
                batch.stream().flatMap(read -> read.events().stream()).toList();
        if (events.isEmpty()) {
            return;
        }
        try {
            intake.accept(EVENT_ADMIN, events);
        } catch (UnavailableException outage) {
            throw outage;
        } catch (RuntimeException wrong) {
            LOG.debug("A batch of the spool is taken in text by text", wrong);
            for (ReadText read : batch) {
                takeInOne(read);
            }
        }
    }

    private void takeInOne(ReadText read) throws IOException {
        if (read.events().isEmpty()) {
            return;
        }
        try {
            intake.accept(EVENT_ADMIN, read.events());
        } catch (UnavailableException outage) {
            throw outage;
        } catch (RuntimeException wrong) {
            setAside(read.text(), wrong);
        }
    }

    private void setAside(String text, RuntimeException why) throws IOException {
        if (closing) {
            throw new UnavailableException(UnavailableProblem.SERVICE, "This is about to stop", why);
        }
        String name = door.refused().add(text);
        if (why instanceof RefusedException refusal) {
            LOG.warn(
                    "An event that came by EventAdmin is set aside as {}: {}. See careunit:event-refused",
                    name,
                    refusal.getMessage());
        } else {
            LOG.error("An event that came by EventAdmin is set aside as {}. See careunit:event-refused", name, why);
        }
    }
}
