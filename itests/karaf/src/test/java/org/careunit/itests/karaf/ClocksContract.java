package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedExceptionAction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.inject.Inject;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * Clocks in the container, by its own time: an answer that nobody reads is reminded of when the quiet hours end, which
 * is a minute or two after the test begins, whatever the time of day.
 */
abstract class ClocksContract {

    private static final ZoneId LOCAL = ZoneId.of("Europe/Stockholm");
    private static final String UNIT = "SE1111111111-KLOCKA";
    private static final String REGION = "25";
    private static final String RESIDENT = "resident@example.org";
    private static final int OPEN_MINUTES = 5;
    private static final List<String> COMMANDS = List.of(
            "unit-register", "settings-email", "region-settings-set", "case-why", "case-timeline", "unit-figures");
    private static final LocalTime OPENS = LocalTime.of(8, 0);

    @Inject
    private BundleContext context;

    @Inject
    private SessionFactory shell;

    @Inject
    private PlatformEvents events;

    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    private record Sent(Instant at, OutgoingMail mail) {}

    @Test
    void aReminderBecomesDueAndGoesOutAndTheConsoleSaysWhy() throws Exception {
        await().until(() -> COMMANDS.stream().allMatch(this::isThere));
        ZonedDateTime now = ZonedDateTime.now(LOCAL);
        ZonedDateTime leaves = quietUntil(now.plusSeconds(75).truncatedTo(ChronoUnit.MINUTES));
        register(MailGateway.class, new Gateway());
        register(
                CaseContacts.class,
                ref -> Optional.of(
                        new CaseContacts.Contacts(Optional.of(new EmailAddress(RESIDENT)), Optional.empty())));
        prepare(leaves.toLocalTime());
        // the quiet hours that hold at 08:00 end at that minute
        LocalDate morning = leaves.toLocalDate().minusDays(leaves.toLocalTime().isBefore(OPENS) ? 1 : 0);
        Instant answered = morning.minusDays(2).atTime(12, 0).atZone(LOCAL).toInstant();
        happens(
                "read-1",
                "unread",
                answered.minus(Duration.ofHours(1)),
                new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        happens("read-2", "unread", answered, new CaseChange.Answered());
        happens("open-1", "open", now.toInstant(), new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        assertThat(admin("case-why " + UNIT + "/unread"))
                .contains("WILL_COME", leaves.toLocalTime().toString());
        assertThat(admin("case-why " + UNIT + "/open")).contains("OVERDUE", "WILL_COME");

        await().atMost(Duration.ofMinutes(8))
                .untilAsserted(() -> assertThat(to(RESIDENT)).singleElement().satisfies(one -> assertThat(one.at())
                        .isAfterOrEqualTo(leaves.toInstant())));
        await().untilAsserted(
                        () -> assertThat(admin("case-why " + UNIT + "/unread")).contains("SENT"));
        assertThat(to("reception@example.org")).hasSize(1);
        figuresAndTimeline(answered.minus(Duration.ofHours(1)));
        healthAndMetrics();
    }

    /** Not so that 08:00 is among the few minutes that are not quiet, since it would have been due then. */
    private static ZonedDateTime quietUntil(ZonedDateTime soon) {
        LocalTime time = soon.toLocalTime();
        boolean isNearOpening = time.isBefore(OPENS) && !time.isBefore(OPENS.minusMinutes(OPEN_MINUTES));
        return isNearOpening ? soon.with(OPENS) : soon;
    }

    private void prepare(LocalTime quietUntil) {
        admin("unit-register " + UNIT + " " + REGION + " Klockmottagningen");
        admin("unit-open " + UNIT);
        admin("settings-email " + UNIT + " on reception@example.org");
        admin("settings-set " + UNIT + " resident-reminder '{\"on\": true, \"calendarDays\": 1}'");
        LocalTime from = quietUntil.plusMinutes(OPEN_MINUTES);
        String hours = "'{\"from\": \"" + from + "\", \"to\": \"" + quietUntil + "\"}'";
        admin("region-settings-set " + REGION + " quiet-hours " + hours);
    }

    private void figuresAndTimeline(Instant received) {
        YearMonth month = YearMonth.from(received.atZone(LOCAL));
        String until = YearMonth.now(LOCAL).toString();
        assertThat(admin("unit-figures --csv --from " + month + " --until " + until + " " + UNIT))
                .contains("month;type;received", month + ";kontakta-mig;");
        assertThat(admin("unit-figures --json --from " + month + " --until " + until + " " + UNIT))
                .startsWith("[{\"month\":\"" + month + "\"");
        assertThat(admin("case-timeline " + UNIT + " kontakta-mig")).contains("NEW_CASE", "OVERDUE");
    }

    private void healthAndMetrics() {
        assertThat(admin("health")).contains("reminders", "Reminders leave when they are due");
        assertThat(admin("metrics"))
                .contains(
                        "notifications.reminders.due-staff",
                        "notifications.reminders.due-residents",
                        "notifications.reminders.lag",
                        "notifications.reminders.expired",
                        "notifications.reminders.without-recipient",
                        "notifications.simulated");
    }

    /** Commands come once their services are there. */
    private boolean isThere(String command) {
        return shell.getRegistry().getCommand("careunit", command) != null;
    }

    /** Ahead of any other of its kind. */
    private <T> ServiceRegistration<T> register(Class<T> type, T service) {
        Dictionary<String, Object> first = FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 1_000));
        return context.registerService(type, service, first);
    }

    private void happens(String event, String caseId, Instant at, CaseChange change) {
        CaseRef subject = new CaseRef(HsaId.of(UNIT), caseId);
        events.accept(
                new Actor.Host("clocks"),
                List.of(new CaseEvent(new EventId("clocks-" + event), at, subject, OptionalLong.empty(), change)));
    }

    private List<Sent> to(String address) {
        return sent.stream()
                .filter(one -> one.mail().to().value().equals(address))
                .toList();
    }

    private final class Gateway implements MailGateway {

        @Override
        public Runnable onRecovery(Runnable listener) {
            return () -> {};
        }

        @Override
        public DeliveryResult send(OutgoingMail mail) {
            sent.add(new Sent(Instant.now(), mail));
            return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok");
        }
    }

    private String admin(String command) {
        var printed = new ByteArrayOutputStream();
        var console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var roles = Set.of(new RolePrincipal("admin"), new UserPrincipal("admin"));
        var admin = new Subject(true, roles, Set.of(), Set.of());
        try {
            Subject.doAs(admin, (PrivilegedExceptionAction<Object>) () -> {
                try (Session session = shell.create(InputStream.nullInputStream(), console, console)) {
                    session.put("USER", "admin");
                    return session.execute("careunit:" + command);
                }
            });
        } catch (Exception failed) {
            throw new AssertionError(command + ": " + printed.toString(StandardCharsets.UTF_8), failed);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
