package org.careunit.storage.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that was opened and closed leaves no class loader behind. */
class JvmRegistrationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void aStoreThatWasOpenAndClosedLeavesNoClassLoader() throws Exception {
        WeakReference<ClassLoader> loader = openedAndClosed();

        await().atMost(PATIENCE).untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
    }

    /** On a thread that ends, as in the container. */
    private WeakReference<ClassLoader> openedAndClosed() throws Exception {
        URLClassLoader loader = ofItsOwn();
        List<Throwable> failures = new ArrayList<>();
        Thread thread = new Thread(() -> openAndClose(loader, directory));
        thread.setContextClassLoader(loader);
        thread.setUncaughtExceptionHandler((one, failure) -> failures.add(failure));
        thread.start();
        thread.join();
        loader.close();
        assertThat(failures).isEmpty();
        return new WeakReference<>(loader);
    }

    private static URLClassLoader ofItsOwn() throws Exception {
        List<URL> classes = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classes.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(classes.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static void openAndClose(ClassLoader loader, Path directory) {
        try {
            Class<?> settings = loader.loadClass("org.careunit.storage.internal.node.StorageSettings");
            Class<?> handlers = loader.loadClass("org.careunit.storage.internal.jobs.JobHandlers");
            Class<?> node = loader.loadClass("org.careunit.storage.internal.node.StorageNode");
            Object embedded = settings.getConstructors()[0].newInstance(
                    Optional.empty(), directory, directory.resolve("secrets"), 4, 4, "node");
            Object open = node.getMethod("open", settings, handlers)
                    .invoke(null, embedded, handlers.getConstructor().newInstance());
            ((AutoCloseable) open).close();
            loader.loadClass(JvmRegistrations.class.getName())
                    .getMethod("release")
                    .invoke(null);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
