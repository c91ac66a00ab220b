package org.careunit.mail.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.careunit.api.identity.EmailAddress;

/** The configuration, read and found right. */
record MailSettings(Server server, Optional<Login> login, Sender sender, Limits limits) {

    enum Security {
        STARTTLS,
        TLS,
        PLAIN
    }

    /** @param trust what the server's certificate must come from; empty: what Java trusts */
    record Server(String host, int port, Security security, Optional<Path> trust) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    record Login(String user, String password) {
        @Override
        public String toString() {
            return "a login";
        }
    }

    /**
     * @param name beside the address; may be empty
     * @param bounces where mail servers return what they cannot deliver
     */
    record Sender(EmailAddress address, String name, EmailAddress bounces) {}

    /**
     * @param connect how long a connection may take
     * @param answer how long one reply may take
     * @param connections the most at once
     * @param messages the most on one connection
     * @param idle how long a connection is kept with nothing to do
     */
    record Limits(Duration connect, Duration answer, int connections, int messages, Duration idle) {}
}
