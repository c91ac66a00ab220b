package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "terms-show",
        description = "Shows the terms that hold for a case type at a unit, or in a region")
public class TermsShowCommand extends TermsCommand {

    @Option(name = "--draft", description = "The newest version, published or not, with nothing filled in")
    boolean draft;

    @Option(name = "--html", description = "As residents see them, as a page")
    boolean html;

    @Override
    protected Listing answer() {
        TermsArgument where = where();
        if (html) {
            return Listing.of("page").row(where.preview(draft).html());
        }
        return draft ? TermsListings.draft(where.draft()) : where.effective();
    }
}
