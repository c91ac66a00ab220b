package org.careunit.mail.internal;

import jakarta.mail.Session;

/** Creates the session for SMTP from settings. */
final class MailSession {

    private MailSession() {}

    static Session of(MailSettings.Server server) {
        SessionBuilder session = new SessionBuilder(
                        "smtp",
                        server.endpoint(),
                        server.limits().connect(),
                        server.limits().answer())
                .with("from", server.sender().bounces().plain().value())
                .with("auth", server.endpoint().login().isPresent())
                .with("quitwait", false); // closing must not wait for a server that is gone
        return (server.ehloName().isEmpty() ? session : session.with("localhost", server.ehloName())).build();
    }
}
