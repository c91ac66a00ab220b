package org.careunit.itests.karaf;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.careunit.itests.ExpectedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.ConfigurationAdmin;

/** What holds of an adapter and its Camel in any Karaf: it comes, works and goes, and nobody else notices. */
abstract class AdapterContract {

    private static final String FEATURE = "itests-texts";
    private static final String NUMBER = "0701740605";

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Inject
    private ConfigurationAdmin configurations;

    private BundleEvents events;
    private int port;

    @BeforeEach
    void install() throws Exception {
        events = new BundleEvents(context);
        port = SmsCentre.freePort();
        features.installFeature(FEATURE);
    }

    @AfterEach
    void everythingIsGoneAndNobodyElseWasTouched() throws Exception {
        Files.deleteIfExists(configuration());
        if (features.isInstalled(features.getFeature(FEATURE))) {
            features.uninstallFeature(FEATURE);
        }
        events.close();
        assertThat(events.ofBundlesThatWereThere()).isEmpty();
        assertThat(events.nothingAdded()).isTrue();
        await().untilAsserted(() -> assertThat(threadsOfOurs()).isEmpty());
        assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(null, null))
                .noneMatch(name ->
                        name.toString().contains("careunit") || name.toString().contains("itests.adapter"));
        await().until(this::isForgotten);
    }

    /** Karaf looks at its files once a second; until then the next test would begin with this one's configuration. */
    private boolean isForgotten() throws IOException, InvalidSyntaxException {
        return configurations.listConfigurations("(service.pid=careunit.itests.adapter)") == null;
    }

    @Test
    @ExpectedLog("WARN .*The routes of itests.adapter do not run: java.net.ConnectException")
    void thePortIsThereOnceTheGatewayIsUp() throws Exception {
        configure(Integer.toString(port));
        awaitLog("ConnectException");
        assertThat(texts()).isEmpty();

        try (var centre = new SmsCentre(port)) {
            assertThat(awaitTexts().apply(NUMBER, "hej")).isEqualTo("id-1");
            assertThat(centre.accepted()).containsExactly(NUMBER + ": hej");
            uninstall();
        }
    }

    @Test
    void aRefusalIsToldFromAFailure() throws Exception {
        try (var centre = new SmsCentre(port)) {
            configure(Integer.toString(port));
            var texts = awaitTexts();

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> texts.apply(SmsCentre.NOBODY, "canary"))
                    .withMessageNotContaining("canary");
            uninstall();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> texts.apply(NUMBER, "canary"));
            assertThat(centre.accepted()).isEmpty();
        }
        assertThat(log()).noneMatch(line -> line.contains("canary"));
    }

    @Test
    @ExpectedLog("WARN .*port must be .*abc.*Check the configuration careunit.itests.adapter")
    void aWrongConfigurationIsOneWarningAndARightOneMendsIt() throws Exception {
        try (var centre = new SmsCentre(port)) {
            configure("abc");
            awaitLog("port must be ");
            assertThat(texts()).isEmpty();

            configure(Integer.toString(port));
            assertThat(awaitTexts().apply(NUMBER, "hej")).isEqualTo("id-1");

            Files.delete(configuration());
            await().until(() -> texts().isEmpty());
            uninstall();
            assertThat(centre.accepted()).hasSize(1);
        }
    }

    @Test
    void noClassLoaderIsLeftBehind() throws Exception {
        List<WeakReference<ClassLoader>> loaders;
        try (var centre = new SmsCentre(port)) {
            configure(Integer.toString(port));
            assertThat(awaitTexts().apply(NUMBER, "hej")).isEqualTo("id-1");
            loaders = ours().stream()
                    .map(bundle -> bundle.adapt(BundleWiring.class).getClassLoader())
                    .map(WeakReference::new)
                    .collect(toList());
            assertThat(loaders).hasSize(3);
            assertThat(centre.accepted()).hasSize(1);
            uninstall();
        }
        await().untilAsserted(() -> {
            System.gc();
            assertThat(loaders).allMatch(loader -> loader.get() == null);
        });
    }

    @Test
    void nobodyElseIsWiredToOurCamel() {
        Bundle camel = ours().stream()
                .filter(bundle -> bundle.getSymbolicName().equals("org.careunit.camel"))
                .findFirst()
                .orElseThrow();

        assertThat(camel.adapt(BundleWiring.class).getProvidedWires(null))
                .extracting(wire -> wire.getRequirer().getSymbolicName())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("org.careunit."));
    }

    private static Path configuration() {
        return Path.of(System.getProperty("karaf.etc"), "careunit.itests.adapter.cfg");
    }

    private void configure(String portNumber) throws IOException {
        Files.writeString(configuration(), "port = " + portNumber + "\n.password = secret\nanswerMillis = 5000\n");
    }

    private void uninstall() throws Exception {
        features.uninstallFeature(FEATURE);
    }

    @SuppressWarnings("rawtypes")
    private Collection<ServiceReference<BinaryOperator>> texts() throws InvalidSyntaxException {
        return context.getServiceReferences(BinaryOperator.class, "(port=texts)");
    }

    @SuppressWarnings("unchecked")
    private BinaryOperator<String> awaitTexts() throws InvalidSyntaxException {
        await().until(() -> !texts().isEmpty());
        return context.getService(texts().iterator().next());
    }

    private List<Bundle> ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().matches("org\\.careunit\\.(camel|routes|itests-adapter)"))
                .toList();
    }

    private static List<String> threadsOfOurs() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("itests.adapter") || name.contains("SMPPSession"))
                .toList();
    }

    private static void awaitLog(String text) {
        await().until(() -> log().stream().anyMatch(line -> line.contains(text)));
    }

    private static List<String> log() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("karaf.log"), "karaf.log"));
    }
}
