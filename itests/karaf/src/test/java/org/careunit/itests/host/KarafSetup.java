package org.careunit.itests.host;

import static org.ops4j.pax.exam.CoreOptions.url;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFileExtend;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.careunit.itests.KarafTest;
import org.careunit.itests.KarafTest.Database;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.KarafExamSystemConfigurationOption;

/** What a test class asks for: a stock Karaf, off line, on free ports, with these features on this database. */
record KarafSetup(Database database, List<String> installed) {

    /** While it copies configurations back to their files, Karaf's first start can empty them: apache/karaf#2805. */
    static final String CONFIG_SAVE = "felix.fileinstall.enableConfigSave";

    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";
    private static final String MAVEN_PID = "org.ops4j.pax.url.mvn.";
    private static final String MANAGEMENT = "etc/org.apache.karaf.management.cfg";

    static KarafSetup of(KarafTest test) {
        return new KarafSetup(test.database(), List.of(test.features()));
    }

    /** Tells the containers of one run apart. */
    Path folder() {
        var name = database.name().toLowerCase(Locale.ROOT) + "-" + String.join("-", installed);
        return Path.of("target", "exam", name).toAbsolutePath();
    }

    Option[] options() {
        return Stream.of(container(), JavaOptions.of(Build.KARAF_VERSION), offline(), freePorts(), storage())
                .flatMap(options -> options)
                .toArray(Option[]::new);
    }

    private Stream<Option> container() {
        return Stream.of(
                karafDistributionConfiguration()
                        .frameworkUrl(Build.KARAF.toUri().toString())
                        .name("Apache Karaf")
                        .unpackDirectory(folder().toFile())
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                doNotModifyLogConfiguration(),
                editConfigurationFilePut("etc/config.properties", CONFIG_SAVE, "false"),
                configureConsole().ignoreLocalConsole(),
                new KarafExamSystemConfigurationOption("jupiter"),
                features(url(Build.TEST_FEATURES.toUri().toString()), "itests-jupiter"),
                features(url(Build.FEATURES), installed.toArray(String[]::new)));
    }

    private Stream<Option> offline() {
        return Stream.of(
                editConfigurationFilePut(MAVEN, MAVEN_PID + "repositories", ""),
                editConfigurationFilePut(MAVEN, MAVEN_PID + "localRepository", folder() + "/m2"),
                editConfigurationFileExtend(
                        MAVEN, MAVEN_PID + "defaultRepositories", Build.REPOSITORY.toUri() + "@id=build"));
    }

    private static Stream<Option> freePorts() {
        return Stream.of(
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "0"),
                editConfigurationFilePut(MANAGEMENT, "rmiRegistryPort", "0"),
                editConfigurationFilePut(MANAGEMENT, "rmiServerPort", "0"));
    }

    private Stream<Option> storage() {
        return switch (database) {
            case H2 -> Stream.empty();
            case POSTGRESQL -> Postgres.configuration().entrySet().stream()
                    .map(entry ->
                            editConfigurationFilePut("etc/careunit.storage.cfg", entry.getKey(), entry.getValue()));
        };
    }
}
