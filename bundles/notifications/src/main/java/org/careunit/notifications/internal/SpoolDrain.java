package org.careunit.notifications.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.operations.files.PrivateFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what EventAdmin left in the spool through the other door, for as long as that stands open. A file is removed once all
 * of it is committed; after a crash in between it is brought again, which changes nothing. A text that is no event is set
 * aside and holds up nobody.
 */
@Component(service = SpoolDrain.class, immediate = true)
public final class SpoolDrain {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);
    private static final Actor EVENT_ADMIN = new Actor.Host("eventadmin");
    private static final long LOOK_MILLIS = 1_000;
    private static final long OUTAGE_MILLIS = 2_000;
    private static final long CLOSING_MILLIS = 5_000;
    private static final int BATCH_BYTES = 1 << 20;

    private final EventDoor door;
    private final PlatformEvents intake;
    private final Thread thread;
    private boolean out;

    @Activate
    public SpoolDrain(@Reference EventDoor door, @Reference PlatformEvents intake) {
        this.door = door;
        this.intake = intake;
        thread = new Thread(this::run, "careunit-spool");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        thread.interrupt();
        thread.join(CLOSING_MILLIS);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                door.awaitArrival(drain() ? LOOK_MILLIS : OUTAGE_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings all there is; says whether it could. */
    private boolean drain() {
        try {
            for (Optional<Spool.Filed> filed = door.spool().oldest();
                    filed.isPresent() && !Thread.currentThread().isInterrupted();
                    filed = door.spool().oldest()) {
                bring(filed.get().texts());
                door.spool().remove(filed.get());
            }
            return back();
        } catch (UnavailableException | IOException outage) {
            return outage(outage);
        } catch (RuntimeException fault) {
            LOG.error("The spool could not be emptied; it is tried again", fault);
            return false;
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
        if (!out && !Thread.currentThread().isInterrupted()) {
            out = true;
            LOG.warn("Events that came by EventAdmin wait in the spool: {}", why.getMessage());
        }
        return false;
    }

    /** In batches, since a commit for each would be slow; a batch with something wrong in it goes text by text. */
    private void bring(List<String> texts) throws IOException {
        List<String> batch = new ArrayList<>();
        int bytes = 0;
        for (String text : texts) {
            batch.add(text);
            bytes += text.length();
            if (bytes > BATCH_BYTES || batch.size() == 200) {
                bringBatch(batch);
                batch.clear();
                bytes = 0;
            }
        }
        bringBatch(batch);
    }

    private void bringBatch(List<String> texts) throws IOException {
        if (texts.stream().allMatch(text -> text.stripLeading().startsWith("{"))) {
            try {
                intake.acceptJson(EVENT_ADMIN, "[" + String.join(",", texts) + "]");
                return;
            } catch (RefusedException oneIsWrong) {
                LOG.debug("A batch of the spool goes text by text", oneIsWrong);
            }
        }
        for (String text : texts) {
            bringOne(text);
        }
    }

    private void bringOne(String text) throws IOException {
        try {
            intake.acceptJson(EVENT_ADMIN, text);
        } catch (RefusedException wrong) {
            setAside(text, wrong);
        }
    }

    private void setAside(String text, CareunitException why) throws IOException {
        PrivateFiles.createDirectories(door.refused());
        Path written = Files.createTempFile(door.refused(), "event-", ".new");
        Files.writeString(written, text, StandardCharsets.UTF_8);
        Path name = door.refused().resolve(written.getFileName().toString().replace(".new", ".json"));
        Files.move(written, name, StandardCopyOption.ATOMIC_MOVE);
        LOG.warn(
                "An event that came by EventAdmin is set aside as {}: {}. See careunit:event-refused",
                name.getFileName(),
                why.getMessage());
    }
}
