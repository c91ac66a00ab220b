package org.careunit.sms.internal;

import java.nio.file.Path;
import org.careunit.routes.internal.TlsFaultsContract;

/** Which TLS fault keeps us from an SMS centre is said, with what to do. */
class SmppOverTlsTest extends TlsFaultsContract {

    @Override
    protected Connected connected(int port, Path trusted) throws Exception {
        SmsFixture bench = new SmsFixture(Config.plain(port)
                .with("host", "localhost")
                .with("security", "tls")
                .with("trustedCertificates", trusted.toString()));
        return new Connected(bench.gateway::check, bench);
    }
}
