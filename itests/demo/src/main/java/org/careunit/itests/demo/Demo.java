package org.careunit.itests.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.careunit.itests.demo.host.Report;
import org.careunit.itests.demo.host.Town;
import org.careunit.itests.example.Participants;
import org.careunit.itests.peers.MailReceived;
import org.slf4j.LoggerFactory;

/** The demo: everything is started, the story told, and what came of it shown. */
public final class Demo {

    private static final String ONCE = "--once";
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final Path target;
    private final boolean console;

    private Demo(PrintStream out, Path target, boolean console) {
        this.out = out;
        this.target = target;
        this.console = console;
    }

    /** @param arguments {@value #ONCE} to end once all is shown, rather than open the console */
    public static void main(String[] arguments) {
        // whatever the terminal's locale: å, ä and ö are in it
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        List<String> words = List.of(arguments);
        if (!words.isEmpty() && !words.equals(List.of(ONCE))) {
            out.println("java -jar demo.jar [" + ONCE + "]    " + ONCE + ": end once all is shown; no console");
            System.exit(MISUSED);
        }
        LoggerFactory.getILoggerFactory(); // before the peers' many threads want it, and it says so on the screen
        int exit = FAILED; // also when something unforeseen is thrown: the peers' threads would live on
        try {
            exit = new Demo(out, placeOf(Demo.class).getParent(), words.isEmpty() && isAtTerminal()).run();
        } catch (Exception unforeseen) {
            unforeseen.printStackTrace(out);
        }
        System.exit(exit);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal in the Java that Karaf wants
    private static boolean isAtTerminal() {
        return System.console() != null;
    }

    /** The jar that a class comes from. */
    private static Path placeOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private int run() throws IOException, GeneralSecurityException, InterruptedException {
        out.println("Careunit's demo. Every unit, person, address and case in it is feigned.");
        out.println("Starting a directory, a mail server, an SMS centre and a record system with "
                + Town.units().size() + " units and " + Town.staff().size() + " staff, and Karaf in "
                + target.resolve("karaf") + " …");
        try (Peers peers = Peers.start();
                Karaf karaf = Karaf.unpack(target.resolve("lib").resolve("careunit-distribution.tar.gz"), target)) {
            Runtime.getRuntime().addShutdownHook(new Thread(karaf::close));
            karaf.configure(peers, List.of(placeOf(Town.class), placeOf(Participants.class)));
            return show(karaf.story(), peers, karaf);
        } catch (DemoFailure failure) {
            out.println();
            out.println("The demo failed: " + failure.getMessage());
            return FAILED;
        }
    }

    private int show(Report report, Peers peers, Karaf karaf) throws IOException, InterruptedException {
        Show show = new Show(out);
        List<MailReceived> mails = peers.mail().accepted();
        new MailLedger(report, mails).check();
        new SmsLedger(report, peers.sms().received()).check();
        new RecordSystemTasks(report, peers.records().tasks().glances()).check();
        ArchivePackage.in(karaf.archive()).check(report);
        peers.mails().returns().write(karaf.file(Show.RETURNED));
        show.all(report, mails, peers.sms().received());
        boolean passed = report.table(Report.CHECKS).rows().stream()
                .allMatch(row -> row.get(0).equals(Report.YES));
        show.whatNext(console);
        if (console) {
            karaf.console();
            show.mails("E-mails that came meanwhile", meanwhile(mails, peers));
        }
        return passed ? 0 : FAILED;
    }

    private static List<MailReceived> meanwhile(List<MailReceived> before, Peers peers) {
        List<MailReceived> all = peers.mail().accepted();
        return all.subList(before.size(), all.size());
    }
}
