package org.careunit.settings.internal.shell.region;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.settings.internal.sections.SectionForms;

/** Offers the keys of a region's own sections. */
@Service
public class RegionSectionCompleter implements Completer {

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        StringsCompleter keys = new StringsCompleter();
        SectionForms.OF_REGIONS.forEach(form -> keys.getStrings().add(form.key()));
        return keys.complete(session, commandLine, candidates);
    }
}
