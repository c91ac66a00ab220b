package org.careunit.mail.internal;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps Jakarta Mail from logging addresses and messages in our threads, whatever level an operator sets: below INFO it
 * writes whole dialogues. Other bundles' use of it, in other threads, is not touched.
 */
public final class LibraryLogFilter {

    private static final String OURS = "careunit-";

    /** Jakarta Mail names a transport's loggers by the package of its class, and that class is ours. */
    private static final String TRANSPORT = SmtpTransport.class.getPackageName();

    /** Strong references, since loggers without any are garbage collected with their filters. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger(TRANSPORT),
            Logger.getLogger(TRANSPORT + ".protocol"),
            Logger.getLogger("org.eclipse.angus.mail.smtp"),
            Logger.getLogger("org.eclipse.angus.mail.smtp.protocol"),
            Logger.getLogger("org.eclipse.angus.mail.imap"),
            Logger.getLogger("org.eclipse.angus.mail.imap.protocol"),
            Logger.getLogger("org.eclipse.angus.mail.imap.connectionpool"),
            Logger.getLogger("org.eclipse.angus.mail.imap.messagecache"),
            Logger.getLogger("org.eclipse.angus.mail.iap"),
            Logger.getLogger("org.eclipse.angus.mail.util"),
            Logger.getLogger("org.eclipse.angus.mail.util.socket"),
            Logger.getLogger("org.eclipse.angus.mail.auth"),
            Logger.getLogger("jakarta.mail"),
            Logger.getLogger("jakarta.mail.internet"));

    private LibraryLogFilter() {}

    public static void install() {
        LOGGERS.forEach(logger -> logger.setFilter(LibraryLogFilter::isHarmless));
    }

    static boolean isHarmless(LogRecord line) {
        return line.getLevel().intValue() >= Level.INFO.intValue()
                || !Thread.currentThread().getName().startsWith(OURS);
    }
}
