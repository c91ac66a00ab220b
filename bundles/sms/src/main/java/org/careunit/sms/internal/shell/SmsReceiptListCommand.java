package org.careunit.sms.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.api.gateways.UnreadableReceipt;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "sms-receipt-list",
        description = "Shows receipts of SMS that could not be read, newest first, as the gateway wrote them")
public class SmsReceiptListCommand extends OperatorCommand {

    @Option(name = "--limit", description = "The most rows, 20 if it is left out")
    int limit = 20;

    @Option(name = "--discard", description = "Removes them all, once receiptForm or receiptIds are right")
    boolean discard;

    @Reference(optional = true)
    SmsReceipts receipts;

    @Override
    protected Listing answer() {
        if (receipts == null) {
            throw new UnavailableException(
                    UnavailableProblem.GATEWAY, "Receipts are not taken in; careunit:health says why");
        }
        if (discard) {
            return Listing.of("discarded").row(receipts.discardUnreadable());
        }
        Listing listing = Listing.of("received", "text").whenEmpty("All receipts could be read.");
        for (UnreadableReceipt one :
                receipts.unreadable().stream().limit(Math.max(limit, 0)).toList()) {
            listing.row(one.receivedAt(), one.text());
        }
        return listing;
    }
}
