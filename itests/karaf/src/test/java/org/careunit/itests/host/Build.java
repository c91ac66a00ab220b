package org.careunit.itests.host;

import java.nio.file.Path;

/** What the build has prepared for the tests; see pom.xml. */
public final class Build {

    /** The stock container, as downloaded. */
    public static final Path KARAF = Path.of(System.getProperty("careunit.karaf"));

    public static final String KARAF_VERSION = System.getProperty("careunit.karaf.version");

    /** The archive that installs without a network. */
    public static final Path ARCHIVE = Path.of(System.getProperty("careunit.archive"));

    /** Our own container, with everything installed. */
    public static final Path DISTRIBUTION = Path.of(System.getProperty("careunit.distribution"));

    /** A host module that a test drives over JMX. */
    public static final Path DRIVER = Path.of(System.getProperty("careunit.driver"));

    /** The example of a host module. */
    public static final Path EXAMPLE = Path.of(System.getProperty("careunit.example"));

    public static final Path MANUAL = Path.of("..", "..", "features", "README.md");

    /** Everything that any test installs, in Maven's layout. */
    static final Path REPOSITORY = Path.of("target", "repository").toAbsolutePath();

    static final Path TEST_FEATURES =
            Path.of("target", "test-classes", "features.xml").toAbsolutePath();

    /** Our feature repository, as an operator names it. */
    static final String FEATURES =
            "mvn:org.careunit/careunit-features/" + System.getProperty("careunit.version") + "/xml/features";

    private Build() {}
}
