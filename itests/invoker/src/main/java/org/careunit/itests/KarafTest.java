package org.careunit.itests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.careunit.itests.inside.ServiceInjection;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The class's tests run inside a stock Karaf, each with its {@code @BeforeEach} and {@code @AfterEach}, after its
 * {@code javax.inject.Inject} fields have been given their services. Classes that ask for the same container share it.
 * A warning or error in Karaf's log fails the test that was running, unless it is {@linkplain ExpectedLog expected}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServiceInjection.class)
public @interface KarafTest {

    /** Which database {@code etc/careunit.storage.cfg} leads to. */
    Database database() default Database.H2;

    /**
     * Features installed at boot, ours or those of {@code features.xml} beside the tests; none for a pristine Karaf.
     */
    String[] features() default "careunit";

    /** The stores that every promise holds for. */
    enum Database {
        /** Embedded, as shipped: no configuration is touched. */
        H2,
        /** A server of its own, started outside Karaf. */
        POSTGRESQL
    }
}
