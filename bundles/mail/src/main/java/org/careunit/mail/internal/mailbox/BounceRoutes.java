package org.careunit.mail.internal.mailbox;

import jakarta.mail.MessagingException;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.mail.internal.mailbox.MailboxSettings.Mailbox;
import org.careunit.routes.AdapterRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Camel routes that read the mailbox for bounces. Each reading makes a connection of its own: there is one in a minute.
 * Failures are thrown as faults, so that nothing of a mail is logged.
 */
@Component(service = {AdapterRoutes.class, BounceRoutes.class})
public final class BounceRoutes implements AdapterRoutes {

    static final String ADAPTER = "bounces";
    static final String READ = "direct:read-bounces";
    static final String CHECK = "direct:check-bounces";
    static final String NOT_SET_UP =
            "No mailbox for e-mail that comes back is set up: name the IMAP server in 'host' of careunit.bounces.";

    private final MailboxSettings settings;

    @Activate
    public BounceRoutes(@Reference MailboxSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return ADAPTER;
    }

    MailboxSettings settings() {
        return settings;
    }

    @Override
    public RouteBuilder routes() {
        return settings.mailbox().<RouteBuilder>map(Reading::new).orElseGet(Refusing::new);
    }

    /** Request to read, with a time limit. */
    record Request(ImapMailbox.Reader reader, BooleanSupplier goOn) {}

    /** Result of reading; the fault is null if there was none. */
    record Answer(MailboxFault fault, boolean isAllRead, ImapMailbox.Contents contents) {}

    private static final class Reading extends RouteBuilder {

        private final Mailbox mailbox;

        Reading(Mailbox mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public void configure() {
            from(READ).routeId("read-bounces").process(this::read);
            from(CHECK).routeId("check-bounces").process(this::check);
        }

        private void read(Exchange exchange) {
            Request request = exchange.getMessage().getBody(Request.class);
            exchange.getMessage().setBody(answer(open -> open.read(request.reader(), request.goOn())));
        }

        private void check(Exchange exchange) {
            exchange.getMessage().setBody(answer(open -> false));
        }

        private Answer answer(Work work) {
            try (ImapMailbox open = ImapMailbox.open(mailbox)) {
                boolean isAllRead = work.with(open);
                return new Answer(null, isAllRead, open.contents());
            } catch (MessagingException failure) {
                return new Answer(MailboxFault.of(failure), false, null);
            }
        }
    }

    /** Something with the open mailbox. */
    private interface Work {
        boolean with(ImapMailbox open) throws MessagingException;
    }

    private static final class Refusing extends RouteBuilder {

        @Override
        public void configure() {
            from(READ)
                    .routeId("read-bounces")
                    .throwException(new UnavailableException(UnavailableProblem.GATEWAY, NOT_SET_UP));
            from(CHECK)
                    .routeId("check-bounces")
                    .throwException(new UnavailableException(UnavailableProblem.GATEWAY, NOT_SET_UP));
        }
    }
}
