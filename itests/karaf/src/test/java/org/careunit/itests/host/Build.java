package org.careunit.itests.host;

import java.nio.file.Path;

/** What the build has prepared for the tests; see pom.xml. */
final class Build {

    /** The stock container, as downloaded. */
    static final Path KARAF = Path.of(System.getProperty("careunit.karaf"));

    static final String KARAF_VERSION = System.getProperty("careunit.karaf.version");

    /** Everything that any test installs, in Maven's layout. */
    static final Path REPOSITORY = Path.of("target", "repository").toAbsolutePath();

    static final Path TEST_FEATURES =
            Path.of("target", "test-classes", "features.xml").toAbsolutePath();

    /** Our feature repository, as an operator names it. */
    static final String FEATURES =
            "mvn:org.careunit/careunit-features/" + System.getProperty("careunit.version") + "/xml/features";

    private Build() {}
}
