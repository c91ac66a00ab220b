package org.careunit.itests.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.careunit.itests.demo.host.Report;
import org.careunit.itests.demo.host.Town;
import org.careunit.itests.peers.MailReceived;

/** Compares what the mail server took with what Careunit says it sent. */
final class MailLedger {

    private static final int UUID_LENGTH = 36;
    private static final Pattern PERSONAL = Pattern.compile(
            Town.SURNAME + "|" + Town.STAFF_PREFIX + "|DEMO-\\d|fornya-recept|\\d{6}", Pattern.CASE_INSENSITIVE);

    private final Report report;
    private final List<MailReceived> mails;

    MailLedger(Report report, List<MailReceived> mails) {
        this.report = report;
        this.mails = mails;
    }

    /** Adds what it finds to the report's checks. Mails that came back are no longer sent, by the ledger. */
    void check() {
        Map<Letter, Long> taken = mails.stream()
                .filter(mail -> !mail.to().contains(Town.MOVED_ADDRESS))
                .collect(groupingBy(MailLedger::letter, counting()));
        Set<Letter> sent = letters("SENT", "DELIVERED");
        Set<Letter> wanted = letters("SENT", "QUEUED", "SENDING", "DELIVERED");
        report.check(
                "each of the " + sent.size() + " messages that left by the ledger reached the mail server",
                !sent.isEmpty() && taken.keySet().containsAll(sent));
        report.check(
                "each of them once, and nothing else did",
                taken.values().stream().allMatch(times -> times == 1) && wanted.containsAll(taken.keySet()));
        report.check("no personal data is in the mails", mails.stream().noneMatch(MailLedger::isPersonal));
    }

    private Set<Letter> letters(String... states) {
        return report.table(Report.MESSAGES).rows().stream()
                .filter(row -> row.get(3).equals("email"))
                .filter(row -> List.of(states).contains(row.get(2)))
                .map(row -> new Letter(row.get(0), row.get(1)))
                .collect(toSet());
    }

    private static Letter letter(MailReceived mail) {
        String id = mail.messageId().replace("<", "");
        return new Letter(id.substring(0, Math.min(id.length(), UUID_LENGTH)), masked(String.join(",", mail.to())));
    }

    private static String masked(String address) {
        return address.charAt(0) + "***" + address.substring(address.indexOf('@'));
    }

    static boolean isPersonal(MailReceived mail) {
        return isPersonal(mail.subject() + "\n" + mail.text());
    }

    static boolean isPersonal(String text) {
        return PERSONAL.matcher(text).find();
    }

    /** A message to a recipient, as both sides know it. */
    private record Letter(String id, String to) {}
}
