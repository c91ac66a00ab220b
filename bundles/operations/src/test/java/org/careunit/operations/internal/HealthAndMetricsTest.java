package org.careunit.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.UnavailableException;
import org.careunit.operations.Health;
import org.careunit.operations.Metrics;
import org.careunit.operations.TestConsole;
import org.junit.jupiter.api.Test;

class HealthAndMetricsTest {

    @Test
    void healthShowsEachPartAlsoOneWhoseCheckFails() {
        HealthChecks checks = new HealthChecks();
        checks.addCheck(() -> Health.warn("look at it"), Map.of(HealthCheck.NAME, "mail"));
        HealthCheck broken = () -> {
            throw new IllegalStateException("a fault");
        };
        checks.addCheck(broken, Map.of(HealthCheck.NAME, "sms"));
        HealthCommand command = new HealthCommand();
        command.checks = checks;
        assertThat(TestConsole.run(command))
                .contains("mail", "WARN", "look at it", "sms", "HEALTH_CHECK_ERROR", "a fault")
                .endsWith("Not working: sms" + System.lineSeparator());
        checks.removeCheck(broken, Map.of(HealthCheck.NAME, "sms"));
        assertThat(checks.results())
                .hasEntrySatisfying(
                        "mail", result -> assertThat(result.getStatus()).isEqualTo(Result.Status.WARN))
                .hasSize(1);
    }

    @Test
    void aPartThatCannotAskTheStoreIsAwayForNowAndNoBrokenCheck() {
        HealthChecks checks = new HealthChecks();
        HealthCheck waiting = () -> {
            throw new UnavailableException("The database is out of reach");
        };
        checks.addCheck(waiting, Map.of(HealthCheck.NAME, "archive-runs"));
        Result result = checks.results().get("archive-runs");
        assertThat(result.getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(result.toString()).contains("The database is out of reach").doesNotContain("Exception");
    }

    @Test
    void healthFailsForScriptsWhereAPartDoesNotWorkAndNotForAWarning() throws Exception {
        for (Result.Status status : Result.Status.values()) {
            HealthChecks checks = new HealthChecks();
            checks.addCheck(() -> new Result(status, "so it is"), Map.of(HealthCheck.NAME, "mail"));
            HealthCommand command = new HealthCommand();
            command.checks = checks;
            boolean works = List.of(Result.Status.OK, Result.Status.WARN).contains(status);
            assertThat(TestConsole.runForScripts(command)).contains("\"status\":\"" + status + "\"");
            assertThat(TestConsole.succeeds(command)).as(status.toString()).isEqualTo(works);
        }
    }

    @Test
    void figuresAreShownAndManaged() throws Exception {
        MetricsRegistry board = new MetricsRegistry();
        Metrics source = () -> List.of(new Metrics.Figure("mail.accepted", "messages", 3));
        board.addSource(source);
        board.publish();
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName("org.careunit:type=Metrics");
            assertThat(server.getAttribute(name, "mail.accepted")).isEqualTo(3.0);
            assertThat(server.getMBeanInfo(name).getAttributes()).hasSize(1);
            assertThat(server.getAttributes(name, new String[] {"mail.accepted", "none"}))
                    .hasSize(1);
        } finally {
            board.withdraw();
        }
        MetricsCommand command = new MetricsCommand();
        command.board = board;
        assertThat(TestConsole.run(command)).contains("mail.accepted", "3", "messages");
        board.removeSource(source);
        assertThat(board.read()).isEmpty();
    }
}
