package org.careunit.settings.internal.shell.region;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.regions.RegionSettings;
import org.careunit.settings.internal.sections.SectionForms;

/** Offers the versions of a region's default for its units. */
@Service
public class RegionDefaultVersionCompleter extends RegionVersionCompleter {

    @Override
    List<? extends Saved<?>> history(RegionSettings regions, Actor actor, CountyCode region, String section) {
        return regions.defaultHistory(
                actor, region, SectionForms.ofUnit(section).type());
    }
}
