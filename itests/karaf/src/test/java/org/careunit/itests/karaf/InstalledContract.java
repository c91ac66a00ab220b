package org.careunit.itests.karaf;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.jdbc.DataSourceFactory;

/** What must hold after {@code feature:install careunit}, whatever the database. */
abstract class InstalledContract {

    @Inject
    private BundleContext context;

    @Inject
    private ServiceComponentRuntime components;

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

    @ParameterizedTest
    @ValueSource(strings = {"org.h2.Driver", "org.postgresql.Driver"})
    void eachDriverOffersItself(String driver) throws InvalidSyntaxException {
        var filter = "(" + DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=" + driver + ")";

        assertThat(context.getServiceReferences(DataSourceFactory.class, filter))
                .hasSize(1);
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
