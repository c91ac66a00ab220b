package org.careunit.settings.internal;

import java.util.List;
import java.util.Map;
import org.careunit.api.access.AccessControl;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.PreviewedText;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.UnitNames;
import org.careunit.settings.internal.sections.UnitSections;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides units' settings to host modules. */
@Component
public final class UnitSettingsComponent implements UnitSettings {

    private final UnitSettings settings;

    @Activate
    public UnitSettingsComponent(@Reference AccessControl access, @Reference SettingsContext context) {
        settings = new UnitSections(access, context.store(), context.optionalServices());
    }

    @Override
    public List<SectionState> sections(Actor actor, HsaId unit) {
        return settings.sections(actor, unit);
    }

    @Override
    public <S extends Section> Versioned<S> read(Actor actor, HsaId unit, Class<S> section) {
        return settings.read(actor, unit, section);
    }

    @Override
    public <S extends Section> Map<HsaId, S> everywhere(Actor actor, Class<S> section) {
        return settings.everywhere(actor, section);
    }

    @Override
    public UnitNames names(Actor actor, HsaId unit) {
        return settings.names(actor, unit);
    }

    @Override
    public Map<HsaId, UnitNames> namesEverywhere(Actor actor) {
        return settings.namesEverywhere(actor);
    }

    @Override
    public ShownInformation information(Actor actor, HsaId unit) {
        return settings.information(actor, unit);
    }

    @Override
    public <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long expectedVersion) {
        return settings.save(actor, unit, section, expectedVersion);
    }

    @Override
    public Section parse(String key, String json) {
        return settings.parse(key, json);
    }

    @Override
    public String write(Section section) {
        return settings.write(section);
    }

    @Override
    public PreviewedText preview(OtherInformation section) {
        return settings.preview(section);
    }

    @Override
    public <S extends Section> Versioned<S> confirm(Actor actor, HsaId unit, Class<S> section) {
        return settings.confirm(actor, unit, section);
    }

    @Override
    public <S extends Section> List<Saved<S>> history(Actor actor, HsaId unit, Class<S> section) {
        return settings.history(actor, unit, section);
    }

    @Override
    public <S extends Section> Versioned<S> restore(
            Actor actor, HsaId unit, Class<S> section, long version, long expectedVersion) {
        return settings.restore(actor, unit, section, version, expectedVersion);
    }
}
