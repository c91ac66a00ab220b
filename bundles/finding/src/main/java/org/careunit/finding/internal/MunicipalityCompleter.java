package org.careunit.finding.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.finding.Geography;

/** Offers the codes of municipalities. */
@Service
public class MunicipalityCompleter implements Completer {

    @Reference
    Geography geography;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter codes = new StringsCompleter();
        geography.counties().stream()
                .flatMap(county -> geography.municipalities(county.code()).stream())
                .forEach(municipality ->
                        codes.getStrings().add(municipality.code().value()));
        return codes.complete(session, line, candidates);
    }
}
