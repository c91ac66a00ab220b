package org.careunit.routes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.apache.camel.InvalidPayloadException;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.junit.jupiter.api.Test;

class AdapterContextTest {

    private final IOException refusal = new IOException("canary in the refusal");

    @Test
    void theAnswerIsTheLastBodyInTheTypeAskedFor() throws Exception {
        try (AdapterContext routes = start(Adapter.with(
                builder -> builder.from("direct:add").setBody(builder.simple("${body}${header.digit}"))))) {
            assertThat(routes.request("direct:add", 4, Map.of("digit", 2), Integer.class))
                    .isEqualTo(42);
        }
    }

    @Test
    void anEmptyAnswerIsNull() throws Exception {
        try (AdapterContext routes = start(Adapter.with(builder -> builder.from("direct:send")
                .process(exchange -> exchange.getMessage().setBody(null))))) {
            assertThat(routes.request("direct:send", "text", Map.of(), String.class))
                    .isNull();
        }
    }

    @Test
    void aFailureComesBackWithItsCauseOnceAndIntoNoLog() throws Exception {
        Calls calls = new Calls();
        failsSilently(calls, Adapter.with(builder -> builder.from("direct:send")
                .bean(calls, "count")
                .throwException(refusal)));
    }

    @Test
    void anErrorRuleOfTheRoutesOwnChangesNothingOfThat() throws Exception {
        Calls calls = new Calls();
        failsSilently(calls, Adapter.with(builder -> {
            builder.onException(IOException.class).setBody(builder.constant("refused"));
            builder.from("direct:send").bean(calls, "count").throwException(refusal);
        }));
    }

    private void failsSilently(Calls calls, Adapter adapter) throws Exception {
        try (Log log = new Log();
                AdapterContext routes = start(adapter)) {
            RouteFailedException failure = catchThrowableOfType(
                    RouteFailedException.class,
                    () -> routes.request("direct:send", "canary in the body", Map.of("h", "canary"), String.class));

            assertThat(failure).hasCause(refusal);
            assertThat(failure.getMessage()).contains("sms", "direct:send").doesNotContain("canary");
            assertThat(calls.made).isEqualTo(1);
            assertThat(log.text()).isEmpty();
        }
    }

    @Test
    void anAnswerWithoutConverterIsAFailure() throws Exception {
        try (AdapterContext routes =
                start(Adapter.with(builder -> builder.from("direct:send").transform(builder.body())))) {
            assertThatExceptionOfType(RouteFailedException.class)
                    .isThrownBy(() -> routes.request("direct:send", Map.of(), Map.of(), Thread.class))
                    .withCauseInstanceOf(InvalidPayloadException.class);
        }
    }

    @Test
    void aRouteThatIsNotThereRefusesAtOnce() throws Exception {
        try (AdapterContext routes =
                start(Adapter.with(builder -> builder.from("direct:send").stop()))) {
            assertThatExceptionOfType(RoutesStoppedException.class)
                    .isThrownBy(() -> routes.request("direct:other", "text", Map.of(), String.class))
                    .withMessageContaining("direct:other");
        }
    }

    @Test
    void closedRoutesRefuse() throws Exception {
        AdapterContext routes =
                start(Adapter.with(builder -> builder.from("direct:send").stop()));
        routes.close();

        assertThatExceptionOfType(RoutesStoppedException.class)
                .isThrownBy(() -> routes.request("direct:send", "text", Map.of(), String.class));
    }

    @Test
    void nothingIsShownByJmx() throws Exception {
        try (AdapterContext routes =
                start(Adapter.with(builder -> builder.from("direct:send").stop()))) {
            assertThat(routes.allRun()).isTrue();
            assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(null, null))
                    .noneMatch(name -> name.toString().contains("camel"));
        }
    }

    private static AdapterContext start(Adapter adapter) throws Exception {
        return AdapterContext.start(adapter, () -> {});
    }

    public static final class Calls {
        private int made;

        public void count() {
            made++;
        }
    }
}
