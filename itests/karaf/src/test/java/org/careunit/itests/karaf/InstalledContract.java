package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javax.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.jdbc.DataSourceFactory;

/** What must hold after {@code feature:install careunit}, whatever the database. */
abstract class InstalledContract {

    @Inject
    private BundleContext context;

    @Test
    void everyBundleOfOursRuns() {
        assertThat(context.getBundles())
                .filteredOn(bundle -> bundle.getSymbolicName().startsWith("org.careunit."))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(bundle -> assertThat(bundle.getState())
                        .as(bundle.getSymbolicName())
                        .isEqualTo(Bundle.ACTIVE));
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
}
