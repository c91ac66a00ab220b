package org.careunit.itests.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.careunit.itests.demo.host.Report;
import org.careunit.itests.demo.host.Table;
import org.careunit.itests.demo.host.Town;
import org.careunit.itests.peers.MailReceived;
import org.careunit.itests.peers.SmsReceived;

/** Prints the demo's report. */
final class Show {

    /** How many characters of a last cell stand on one line. */
    private static final int LONGEST = 100;

    /** The file with an e-mail that came back, in Karaf's folder. */
    static final String RETURNED = "demo-returned.eml";

    private final PrintStream out;

    Show(PrintStream out) {
        this.out = out;
    }

    void all(Report report, List<MailReceived> mails, List<SmsReceived> sms) {
        List.of(
                        Report.STAFF,
                        Report.CAME_IN,
                        Report.WENT_OUT,
                        Report.REFUSED,
                        Report.JOINING,
                        Report.BEFORE,
                        Report.PREPARING,
                        Report.FINDINGS,
                        Report.PREVIEW,
                        Report.AFTER,
                        Report.OFFER,
                        Report.RECEIPT,
                        Report.TIMELINE,
                        Report.LIFE,
                        Report.WHY,
                        Report.FIGURES,
                        Report.RETURNED,
                        Report.RECORDS,
                        Report.TASKS,
                        Report.ARCHIVED,
                        Report.PACKAGE)
                .forEach(one -> table(report.table(one)));
        mails("E-mails that the mail server took", mails);
        texts(sms);
        table(report.table(Report.CHECKS));
    }

    private void texts(List<SmsReceived> taken) {
        Table table = new Table("SMS that the SMS centre took: " + taken.size(), "To", "Text");
        taken.forEach(sms -> table.add("+" + sms.to(), sms.text()));
        table(table);
    }

    private void table(Table table) {
        if (table.lines().get(0).isEmpty()) {
            return; // not written: the story ended before, and the checks say why
        }
        out.println();
        out.println("== " + table.heading());
        List<List<String>> lines =
                table.lines().stream().flatMap(cells -> broken(cells).stream()).toList();
        for (int i = 0; i < lines.size(); i++) {
            out.println(line(lines, lines.get(i)));
            if (i == 0) {
                out.println("-".repeat(line(lines, lines.get(0)).length()));
            }
        }
    }

    /** A row as one line, or more where its last cell is too long for a window. */
    private static List<List<String>> broken(List<String> cells) {
        List<List<String>> lines = new ArrayList<>();
        int last = cells.size() - 1;
        List<String> line = new ArrayList<>(cells);
        for (String text : broken(cells.get(last))) {
            line.set(last, text);
            lines.add(List.copyOf(line));
            Collections.fill(line, "");
        }
        return lines;
    }

    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > LONGEST && rest.lastIndexOf(' ', LONGEST) > 0) {
            int end = rest.lastIndexOf(' ', LONGEST);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        lines.add(rest);
        return lines;
    }

    private static String line(List<List<String>> lines, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(width(lines, column) - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream()
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElse(0);
    }

    void mails(String heading, List<MailReceived> mails) {
        out.println();
        out.println("== " + heading + ": " + mails.size());
        mails.forEach(this::mail);
    }

    private void mail(MailReceived mail) {
        out.println();
        out.println("To:         " + String.join(", ", mail.to()));
        out.println("Subject:    " + mail.subject());
        out.println("Message-ID: " + mail.messageId());
        mail.text().strip().lines().forEach(line -> out.println("  | " + line));
    }

    void whatNext(boolean console) {
        out.println();
        if (console) {
            out.println(
                    """
                    What is QUEUED leaves together when its minute is over, and is shown when you leave. Try, for example:
                      careunit:message-list
                      careunit:event-raise case-received %s MY-1
                      careunit:unit-list 01
                      careunit:case-why %s/DEMO-0101
                      careunit:case-timeline %s fornya-recept
                      careunit:bounce-explain %s
                      careunit:health
                    Careunit's clock stays where the demo has moved it. logout ends the demo."""
                            .formatted(
                                    Town.units().get(6).id(),
                                    Town.units().get(10).id(),
                                    Town.units().get(10).id(),
                                    RETURNED));
        } else {
            out.println("At a terminal, and without --once, the console opens here; what is QUEUED leaves meanwhile.");
        }
    }
}
