package org.careunit.itests.karaf;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.events.PlatformEvents.Acceptance;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** What must hold after {@code feature:install careunit}, whatever the database. */
abstract class InstalledContract {

    @Inject
    private BundleContext context;

    @Inject
    private ServiceComponentRuntime components;

    @Inject
    private PlatformEvents events;

    @Test
    void everyBundleOfOursRuns() {
        assertThat(ours()).hasSizeGreaterThanOrEqualTo(5).allSatisfy(bundle -> assertThat(bundle.getState())
                .as(bundle.getSymbolicName())
                .isEqualTo(Bundle.ACTIVE));
    }

    /** Each seed is another order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyComponentComesBackWhateverTheOrder(long seed) throws BundleException {
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
        var bundles = ours().collect(toCollection(ArrayList::new));
        Collections.shuffle(bundles, new Random(seed));
        for (var bundle : bundles) {
            bundle.stop();
        }
        Collections.shuffle(bundles, new Random(-seed));
        for (var bundle : bundles) {
            bundle.start();
        }

        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
    }

    @Test
    void nothingIsWrappedAndNothingIsBlueprint() {
        assertThat(Arrays.stream(context.getBundles()).map(Bundle::getLocation))
                .noneMatch(location -> location.startsWith("wrap:") || location.startsWith("blueprint:"));
    }

    @Test
    void anEventIsTakenInOnce() {
        var event = new CaseEvent(
                new EventId("karaf-" + getClass().getSimpleName()),
                Instant.EPOCH,
                new CaseRef(HsaId.of("SE1111111111-UNIT1"), "karaf"),
                OptionalLong.empty(),
                new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        var host = new Actor.Host("karaf-tests");

        assertThat(events.accept(host, List.of(event))).isEqualTo(new Acceptance(1, 0, 0));
        assertThat(events.accept(host, List.of(event))).isEqualTo(new Acceptance(0, 1, 0));
    }

    @Test
    void anEventThatCannotBeReadIsRefusedByKey() {
        assertThatThrownBy(() ->
                        events.acceptJson(new Actor.Host("karaf-tests"), "{\"id\":\"e\",\"type\":\"case-eaten\"}"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("/type: this is not one of case-received");
    }

    /** Another bundle's class loader, as a host's is, does not even see what our bundles share among themselves. */
    @Test
    void theDataIsOutOfReachOfOtherBundles() {
        assertThatThrownBy(() -> Class.forName("org.careunit.storage.Transactions"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    /** Whether the embedded store has files in this container. */
    static boolean isEmbedded() {
        return Files.exists(Path.of(System.getProperty("karaf.base"), "careunit", "storage"));
    }

    private Stream<Bundle> ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().matches("org\\.careunit\\.(?!itests).*"));
    }

    /** Our components that lack something. */
    private Stream<String> waiting() {
        return components.getComponentDescriptionDTOs(ours().toArray(Bundle[]::new)).stream()
                .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
                .filter(configuration -> configuration.state != ComponentConfigurationDTO.ACTIVE
                        && configuration.state != ComponentConfigurationDTO.SATISFIED)
                .map(configuration -> configuration.description.name);
    }
}
