package org.careunit.settings.internal.names;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.DaemonThreads;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.sections.InformationOverlay;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Periodic job that reads units' names from EK in the background, so that nothing that shows a name waits for EK. */
@Component(service = DirectoryNameWatch.class, immediate = true)
public final class DirectoryNameWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryNameWatch.class);
    private static final int MINUTES = 10;

    private final SettingsContext context;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("careunit-directory-names"));

    /** The directory caches its answers, so most of these queries stay local. */
    @Activate
    public DirectoryNameWatch(@Reference SettingsContext context) {
        this.context = context;
        worker.scheduleWithFixedDelay(this::askSafely, 1, MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    public void close() {
        worker.shutdownNow();
    }

    private void askSafely() {
        try {
            ask();
        } catch (RuntimeException failure) {
            LOG.debug("What EK calls the units was not found out; it is asked again", failure);
        }
    }

    /** Queries each unit until EK is unavailable; returns how many names have changed. */
    public int ask() {
        int changed = 0;
        for (UnitRegister.Entry entry : context.store().stores().units().all()) {
            HsaId unit = entry.unit().id();
            Optional<DirectoryAnswer<Optional<UnitEntry>>> answer =
                    context.optionalServices().entry(unit);
            if (answer.isEmpty() || Thread.currentThread().isInterrupted()) {
                return changed;
            }
            if (!answer.get().stale()
                    && context.store().names().keep(unit, answer.get().found().flatMap(InformationOverlay::name))) {
                changed++;
            }
        }
        return changed;
    }
}
