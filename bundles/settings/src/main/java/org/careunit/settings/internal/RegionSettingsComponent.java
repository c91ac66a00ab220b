package org.careunit.settings.internal;

import java.util.List;
import org.careunit.api.access.AccessControl;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.defaults.RegionSections;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides regions' settings to host modules. */
@Component
public final class RegionSettingsComponent implements RegionSettings {

    private final RegionSettings settings;

    @Activate
    public RegionSettingsComponent(@Reference AccessControl access, @Reference SettingsContext context) {
        settings = new RegionSections(access, context.store(), context.optionalServices());
    }

    @Override
    public <S extends RegionSection> Versioned<S> read(Actor actor, CountyCode region, Class<S> section) {
        return settings.read(actor, region, section);
    }

    @Override
    public <S extends RegionSection> Versioned<S> save(
            Actor actor, CountyCode region, S section, long expectedVersion) {
        return settings.save(actor, region, section, expectedVersion);
    }

    @Override
    public <S extends RegionSection> List<Saved<S>> history(Actor actor, CountyCode region, Class<S> section) {
        return settings.history(actor, region, section);
    }

    @Override
    public <S extends RegionSection> Versioned<S> restore(
            Actor actor, CountyCode region, Class<S> section, long version, long expectedVersion) {
        return settings.restore(actor, region, section, version, expectedVersion);
    }

    @Override
    public <S extends Section> Versioned<Default<S>> readDefault(Actor actor, CountyCode region, Class<S> section) {
        return settings.readDefault(actor, region, section);
    }

    @Override
    public <S extends Section> Versioned<Default<S>> saveDefault(
            Actor actor, CountyCode region, S section, boolean locked, long expectedVersion) {
        return settings.saveDefault(actor, region, section, locked, expectedVersion);
    }

    @Override
    public <S extends Section> List<Saved<Default<S>>> defaultHistory(
            Actor actor, CountyCode region, Class<S> section) {
        return settings.defaultHistory(actor, region, section);
    }

    @Override
    public <S extends Section> Versioned<Default<S>> restoreDefault(
            Actor actor, CountyCode region, Class<S> section, long version, long expectedVersion) {
        return settings.restoreDefault(actor, region, section, version, expectedVersion);
    }

    @Override
    public RegionSection parse(String key, String json) {
        return settings.parse(key, json);
    }

    @Override
    public String write(RegionSection section) {
        return settings.write(section);
    }
}
