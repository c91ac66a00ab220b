package org.careunit.mail.internal.mailbox;

import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.mail.internal.PeerMail;
import org.careunit.mail.internal.bounces.BounceProcessor;
import org.careunit.mail.internal.bounces.BounceResult;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;

/** The reader of mails that come back, on a mailbox of this machine without TLS. */
public final class PeerMailbox implements AutoCloseable {

    private final TestRoutes routes;
    private final BounceProcessor processor;
    private final ImapReturnedMails mails;

    public PeerMailbox(int port, String user, String password, DeliveryReports reports) throws Exception {
        Map<String, Object> values =
                Map.of("host", "127.0.0.1", "port", port, "security", "plain", "user", user, ".password", password);
        BounceRoutes adapter = new BounceRoutes(MailboxSettingsReader.read(values, AllowedHosts.ALL));
        routes = new TestRoutes(adapter);
        processor = PeerMail.returned(reports);
        mails = new ImapReturnedMails(
                routes,
                adapter,
                processor,
                new BounceMetrics(),
                new ImapReturnedMails.Time(Clock.systemUTC(), System::nanoTime));
    }

    /** Judges one mail and has the ledger take it in. */
    public BounceResult process(byte[] mail, String source) {
        return processor.process(mail, source);
    }

    /** Reads until the mailbox is empty. */
    public void readAll(BooleanSupplier goOn) {
        boolean more = true;
        while (more) {
            more = mails.collect(goOn);
        }
    }

    @Override
    public void close() {
        routes.close();
    }
}
