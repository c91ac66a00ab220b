package org.careunit.mail.internal;

/** What can be wrong with the way to the mail server, and what to do about it. */
enum Trouble {
    NONE("", ""),
    REFUSED("it refuses connections", "Check that it runs, and 'host' and 'port' in careunit.mail"),
    UNKNOWN_HOST("its name is not known", "Check 'host' in careunit.mail and this machine's name service"),
    TIME_OUT("it does not answer in time", "Check that it runs and that no firewall swallows packets"),
    LOST("it closed the connection", "Look at its log"),
    BUSY("all connections to it are taken", "Raise 'connections' in careunit.mail if this goes on"),
    TLS(
            "TLS with it fails: it does not offer it, or its certificate is not trusted or for another name",
            "Check 'host', 'security' and 'trustFile' in careunit.mail"),
    LOGIN("it refuses our login", "Check 'user' and '.password' in careunit.mail");

    private final String what;
    private final String advice;

    Trouble(String what, String advice) {
        this.what = what;
        this.advice = advice;
    }

    String what() {
        return what;
    }

    String advice() {
        return advice;
    }

    /** Only a change at one of the ends helps, and attempts would do harm: the channel rests. */
    boolean closesTheChannel() {
        return this == TLS || this == LOGIN;
    }

    /** One message's bad luck says nothing about the next. */
    boolean isPassing() {
        return this == NONE || this == LOST || this == BUSY;
    }
}
