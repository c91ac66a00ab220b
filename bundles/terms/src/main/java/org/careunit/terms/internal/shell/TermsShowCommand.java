package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

/** {@code careunit:terms-show}. */
@Service
@Command(
        scope = "careunit",
        name = "terms-show",
        description = "Shows the terms that hold for a case type at a unit, or what a region says")
public class TermsShowCommand extends TermsCommand {

    @Option(name = "--draft", description = "The newest version of a unit's, published or not, with nothing filled in")
    boolean draft;

    @Option(name = "--html", description = "A unit's as residents see them, as a page")
    boolean html;

    @Override
    protected Listing answer() {
        Where where = where();
        if (html) {
            return Listing.of("page").row(where.preview().html());
        }
        return draft || where.isRegion() ? Listings.of(where.draft()) : Listings.of(where.effective());
    }
}
