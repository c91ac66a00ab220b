package org.careunit.itests.karaf;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.careunit.itests.KarafTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.wiring.BundleWiring;

/** Coming and going, in a container that is not ours alone. */
@KarafTest(features = {})
class LifecycleIT {

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @AfterEach
    void leave() throws Exception {
        if (features.isInstalled(features.getFeature("careunit"))) {
            features.uninstallFeature("careunit");
        }
        Files.deleteIfExists(configuration());
    }

    @Test
    void comingAndGoingDisturbsNobody() throws Exception {
        var before = wirings();

        for (var moment : List.<Callable<Boolean>>of(
                () -> true, this::isOpening, this::isOpenForEvents, this::isOpening, () -> true)) {
            install();
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(moment);
            assertThat(wirings()).containsAllEntriesOf(before);
            assertThat(ours()).hasSizeGreaterThanOrEqualTo(5);

            features.uninstallFeature("careunit");
            assertThat(wirings()).isEqualTo(before);
        }
    }

    @Test
    void installingTwiceGivesTheSameBundles() throws Exception {
        install();
        var first = ours();
        features.uninstallFeature("careunit");

        install();

        assertThat(ours()).isEqualTo(first);
    }

    @Test
    void aChangedConfigurationFileStays() throws Exception {
        install();
        assertThat(configuration()).exists();
        features.uninstallFeature("careunit");
        Files.writeString(configuration(), "# as the operator wants it\n");

        install();

        assertThat(configuration()).hasContent("# as the operator wants it");
    }

    /** Does not let it come up: it may be taken away at any moment of its start, and the log has no error. */
    private void install() throws Exception {
        features.installFeature("careunit");
    }

    /** The store's services are being registered, each of which wakes the components that waited for it. */
    private boolean isOpening() throws InvalidSyntaxException {
        return context.getAllServiceReferences("org.careunit.storage.Transactions", null) != null;
    }

    /**
     * Among all services: asked for one it can use, the framework would wire this bundle to ours, and refresh it later.
     */
    private boolean isOpenForEvents() throws InvalidSyntaxException {
        return context.getAllServiceReferences("org.careunit.api.events.PlatformEvents", null) != null;
    }

    private static Path configuration() {
        return Path.of(System.getProperty("karaf.etc"), "careunit.storage.cfg");
    }

    /** A refreshed bundle gets a new wiring. */
    private Map<Bundle, BundleWiring> wirings() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.adapt(BundleWiring.class) != null)
                .collect(toMap(Function.identity(), bundle -> bundle.adapt(BundleWiring.class)));
    }

    private Set<String> ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .filter(name -> name.startsWith("org.careunit.") && !name.startsWith("org.careunit.itests"))
                .collect(toSet());
    }
}
