package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.RegionTerms;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;
import org.careunit.storage.json.RecordJson;

@Service
@Command(
        scope = "careunit",
        name = "terms-rules",
        description = "Shows or says what the check of terms goes by in a region")
public class TermsRulesCommand extends OperatorCommand {

    private final RecordJson form = new RecordJson();

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(RegionCompleter.class)
    String region;

    @Argument(index = 1, name = "json", description = "The rules, in the form shown; without it, they are shown")
    String content;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Option(name = "--history", description = "Lists who saved which version")
    boolean history;

    @Option(name = "--restore", description = "Saves this earlier version again; 0 gives up what was saved")
    Long version;

    @Reference
    RegionTerms regions;

    @Override
    protected Listing answer() {
        CountyCode where = CountyCode.of(region);
        return history ? history(where) : rules(where);
    }

    private Listing history(CountyCode where) {
        Listing listing = Listing.of("version", "at", "by", "rules").whenEmpty("The region has saved no rules.");
        regions.rulesHistory(operator(), where)
                .forEach(saved -> listing.row(
                        saved.version(),
                        saved.at(),
                        saved.actor(),
                        saved.content().map(form::write)));
        return listing;
    }

    private Listing rules(CountyCode where) {
        Versioned<CheckRules> rules = regions.rules(operator(), where);
        if (version != null) {
            rules = regions.restoreRules(operator(), where, version, seen != null ? seen : rules.version());
        } else if (content != null) {
            rules = regions.saveRules(
                    operator(), where, form.parse(CheckRules.class, content), seen != null ? seen : rules.version());
        }
        return Listing.of("version", "rules").row(rules.version(), form.write(rules.content()));
    }
}
