package org.careunit.mail.internal.mailbox;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.careunit.mail.internal.bounces.BounceProcessor;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;
import org.careunit.routes.internal.TlsFaultsContract;

/** Which TLS fault keeps us from the mailbox is said, with what to do. */
class MailboxOverTlsTest extends TlsFaultsContract {

    @Override
    protected Connected connected(int port, Path trusted) throws Exception {
        Map<String, Object> configuration = Map.of(
                "host", "localhost",
                "port", port,
                "security", "tls",
                "user", "careunit",
                ".password", "secret",
                "answerMillis", 2_000,
                "trustedCertificates", trusted.toString());
        BounceRoutes adapter = new BounceRoutes(MailboxSettingsReader.read(configuration, AllowedHosts.ALL));
        MemoryLedger ledger = new MemoryLedger();
        TestRoutes routes = new TestRoutes(adapter);
        ImapReturnedMails mails = new ImapReturnedMails(
                routes,
                adapter,
                new BounceProcessor(ledger, ledger),
                new BounceMetrics(),
                new ImapReturnedMails.Time(Clock.systemUTC(), System::nanoTime));
        return new Connected(mails::check, routes);
    }
}
