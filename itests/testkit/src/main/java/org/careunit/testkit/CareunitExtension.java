package org.careunit.testkit;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Careunit} in memory, one for each test method, and closes it afterwards. A test method, or a
 * lifecycle method of its class, gets it as a parameter; so it does any service of Careunit, by its contract.
 *
 * <pre>{@code
 * @ExtendWith(CareunitExtension.class)
 * class MyModuleTest {
 *
 *     @Test
 *     void residentsFindTheUnit(Careunit careunit, UnitFinder finder) {
 *         HsaId unit = careunit.units().ready("SE1111111111-A1B2").id();
 *         …
 *     }
 * }
 * }</pre>
 *
 * <p>Registered by {@code @RegisterExtension} it can be {@linkplain #configured configured}. In a class with
 * {@code @BeforeAll} methods that take it, all tests of the class share one.
 */
public final class CareunitExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(CareunitExtension.class);

    private final Map<String, Map<String, Object>> configurations;

    /** One with the configuration that Careunit comes with. */
    public CareunitExtension() {
        this(Map.of());
    }

    private CareunitExtension(Map<String, Map<String, Object>> configurations) {
        this.configurations = Map.copyOf(configurations);
    }

    /** One with configurations, as {@link Careunit#start(Map)} takes them. */
    public static CareunitExtension configured(Map<String, Map<String, Object>> configurations) {
        return new CareunitExtension(configurations);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Careunit.class || (type.getName().startsWith("org.careunit.api.") && type.isInterface());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Careunit careunit = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Careunit.class, started -> new Running(Careunit.start(configurations)), Running.class)
                .careunit();
        Class<?> type = parameter.getParameter().getType();
        return type == Careunit.class ? careunit : careunit.service(type);
    }

    /** Closed by JUnit at the end of the test, or class, that it was started for. */
    private record Running(Careunit careunit) implements ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            careunit.close();
        }
    }
}
