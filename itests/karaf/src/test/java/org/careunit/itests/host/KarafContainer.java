package org.careunit.itests.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.careunit.itests.inside.Note;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** A running Karaf with the probe in it, and the watch over its log. */
final class KarafContainer implements CloseableResource {

    private final ExamSystem system;
    private final TestContainer karaf;
    private final KarafLog log;
    private TestAddress probe;

    private KarafContainer(ExamSystem system, TestContainer karaf, KarafLog log) {
        this.system = system;
        this.karaf = karaf;
        this.log = log;
    }

    static KarafContainer start(KarafSetup setup, Class<?> anyTestClass) {
        try {
            Folders.delete(setup.folder());
            Files.createDirectories(setup.folder());
            var system = PaxExamRuntime.createTestSystem(setup.options());
            var log = new KarafLog(setup.folder());
            var container = new KarafContainer(system, PaxExamRuntime.createContainer(system), log);
            container.boot(anyTestClass);
            return container;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void boot(Class<?> anyTestClass) throws IOException {
        try {
            karaf.start();
            var builder = system.createProbe();
            probe = builder.addTest(anyTestClass, "any");
            karaf.installProbe(builder.build().getStream());
        } catch (RuntimeException e) {
            // Pax Exam stops only what it has seen come up
            log.pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
            throw explained(e);
        }
    }

    /** Runs one test inside; throws what it threw, or what the log complains about. */
    void run(String uniqueId, String... expectedLog) throws Throwable {
        try {
            karaf.call(new Call(probe, uniqueId));
        } catch (Throwable e) {
            throw explained(thrownInside(e));
        }
        log.check(expectedLog);
    }

    private <T extends Throwable> T explained(T failure) {
        failure.addSuppressed(new Note(log.tail()));
        return failure;
    }

    /** The test's own failure, out of the exception that Pax Exam wraps around it. */
    private static Throwable thrownInside(Throwable e) {
        return e.getClass() == RuntimeException.class && e.getCause() != null ? e.getCause() : e;
    }

    @Override
    public void close() {
        try {
            karaf.stop();
        } finally {
            system.clear();
        }
    }

    private record Call(TestAddress probe, String uniqueId) implements TestAddress {

        @Override
        public String identifier() {
            return probe.identifier();
        }

        @Override
        public String caption() {
            return uniqueId;
        }

        @Override
        public TestAddress root() {
            return probe.root();
        }

        @Override
        public Object[] arguments() {
            return new Object[] {uniqueId};
        }
    }
}
