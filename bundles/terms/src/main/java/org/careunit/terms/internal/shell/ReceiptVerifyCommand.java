package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.ReceiptVerification;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.operations.Listing;
import org.careunit.operations.NamedFile;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "receipt-verify",
        description = "Says whether a receipt of accepted terms is as it was signed")
public class ReceiptVerifyCommand extends OperatorCommand {

    @Argument(index = 0, name = "file", required = true, description = "The receipt as the host keeps it, a JSON file")
    @Completion(FileCompleter.class)
    String file;

    @Reference
    TermsAcceptance service;

    @Override
    protected Listing answer() {
        Receipt receipt = service.parse(NamedFile.read(file));
        ReceiptVerification verification = service.verify(operator(), receipt);
        Listing listing = Listing.of(
                        "genuine", "why not", "unit", "type", "region version", "unit version", "accepted at", "key")
                .row(
                        verification.genuine(),
                        verification.why(),
                        receipt.unit(),
                        receipt.type(),
                        receipt.version().region(),
                        receipt.version().unit(),
                        receipt.acceptedAt(),
                        receipt.key());
        return verification.genuine() ? listing : listing.failed("The receipt is not genuine");
    }
}
