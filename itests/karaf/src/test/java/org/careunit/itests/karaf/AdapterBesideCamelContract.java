package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same beside a host's Camel, which works before, meanwhile and afterwards. */
abstract class AdapterBesideCamelContract extends AdapterContract {

    private final String version;

    @Inject
    private UnaryOperator<String> host;

    AdapterBesideCamelContract(String version) {
        this.version = version;
    }

    @BeforeEach
    @AfterEach
    void theHostsCamelWorks() {
        assertThat(host.apply("få")).isEqualTo(version + ": hello få");
        assertThat(host.apply("none")).isEqualTo(version + ": none");
    }
}
