package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Stock Karaf shows every viewer all configurations with the passwords in them: the feature adds the lines that leave
 * that to admins, by the console and by JMX, and the operators' manual names them.
 */
class PasswordsForAdminsTest {

    private static final Path FEATURE = Path.of("../../features/repository/src/main/feature/feature.xml");
    private static final Path MANUAL = Path.of("../../features/README.md");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            org.apache.karaf.command.acl.config | list = admin
            org.apache.karaf.command.acl.config | property-list = admin
            org.apache.karaf.command.acl.config | property-get = admin
            jmx.acl.org.apache.karaf.config     | listProperties(java.lang.String)[/careunit.*/] = admin
            jmx.acl.org.apache.karaf.config     | getProperty(java.lang.String,java.lang.String)[/careunit.*/,/.*/] = admin
            """)
    void theFeatureLeavesConfigurationsToAdmins(String configuration, String line) throws IOException {
        Matcher added = Pattern.compile(
                        "<config name=\"" + Pattern.quote(configuration) + "\" append=\"true\">(.*?)</config>",
                        Pattern.DOTALL)
                .matcher(Files.readString(FEATURE));
        assertThat(added.find()).isTrue();
        assertThat(added.group(1).lines().map(String::strip)).contains(line);
    }

    @Test
    void theManualNamesTheFilesForThoseWhoHaveTheirOwn() throws IOException {
        assertThat(Files.readString(MANUAL))
                .contains(
                        "`list`, `property-list`",
                        "org.apache.karaf.command.acl.config.cfg",
                        "jmx.acl.org.apache.karaf.config.cfg");
    }
}
