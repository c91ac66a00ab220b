package org.careunit.itests.demo;

import java.util.List;
import org.careunit.itests.demo.host.Report;
import org.careunit.itests.peers.SmsReceived;

/** Compares what the SMS centre took with what Careunit says it sent. */
record SmsLedger(Report report, List<SmsReceived> taken) {

    /** Adds what it finds to the report's checks. */
    void check() {
        long sent = report.table(Report.MESSAGES).rows().stream()
                .filter(row -> row.get(3).equals("sms"))
                .filter(row -> List.of("SENT", "DELIVERED").contains(row.get(2)))
                .count();
        report.check(
                "each of the " + sent + " SMS that left by the ledger reached the SMS centre, once",
                sent > 0
                        && sent
                                == taken.stream()
                                        .map(SmsReceived::reference)
                                        .distinct()
                                        .count()
                        && sent == taken.size());
        report.check(
                "no personal data is in the SMS", taken.stream().noneMatch(sms -> MailLedger.isPersonal(sms.text())));
    }
}
