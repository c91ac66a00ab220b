package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:terms-show}. */
@Service
@Command(
        scope = "careunit",
        name = "terms-show",
        description = "Shows the terms that hold for a case type at a unit, or what a region says")
public class TermsShowCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "place",
            required = true,
            description = "The unit's HSA-id, or the code of a region's county")
    String place;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(TypeCompleter.class)
    String type;

    @Option(name = "--draft", description = "The newest version of a unit's, published or not, with nothing filled in")
    boolean draft;

    @Option(name = "--html", description = "A unit's as residents see them, as a page")
    boolean html;

    @Reference
    Terms units;

    @Reference
    RegionTerms regions;

    @Override
    protected Listing answer() {
        Where where = new Where(units, regions, operator(), place, type);
        if (html) {
            return Listing.of("page").row(where.preview().html());
        }
        return draft || where.isRegion() ? Listings.of(where.draft()) : Listings.of(where.effective());
    }
}
