package org.careunit.itests.demo.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells the story once all services are there, and writes the report of it; once, however often the container starts.
 */
@Component(immediate = true)
public final class DemoHost {

    private static final String REPORT = "careunit.demo.report";

    private final Story story;
    private final Chapters chapters;
    private final Outcome outcome;
    private final Path file;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, DemoHost::thread);

    /** @param context its property {@value #REPORT} says where the report goes */
    @Activate
    public DemoHost(
            BundleContext context, @Reference Story story, @Reference Chapters chapters, @Reference Outcome outcome) {
        this.story = story;
        this.chapters = chapters;
        this.outcome = outcome;
        this.file = Path.of(context.getProperty(REPORT));
        if (!Files.exists(file)) {
            threads.execute(this::tell);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "careunit-demo");
        thread.setDaemon(true);
        return thread;
    }

    private void tell() {
        Report report = new Report();
        try {
            Polling patience = new Polling(threads);
            story.tell(report, patience);
            chapters.tell(report, patience);
            outcome.reportMessages(report);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError broken) {
            report.check("the story is told to its end: " + broken, false);
        }
        if (!threads.isShutdown()) {
            write(report);
        }
    }

    private void write(Report report) {
        try {
            report.write(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The demo's report cannot be written", failure);
        }
    }

    /** Interrupts nobody: the embedded store would take it ill. */
    @Deactivate
    void stop() {
        threads.shutdown();
    }
}
