package org.careunit.finding.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.PreviewedText;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.UnitNames;
import org.careunit.storage.json.JsonProblem;

/** Settings service with fixed sections; as JSON a section is just its text. */
public final class FixedSettings implements UnitSettings {

    private final Map<Class<?>, Map<HsaId, Section>> said = new HashMap<>();
    private final Map<HsaId, String> directory = new HashMap<>();
    private final Map<String, Section> written = new HashMap<>();

    public FixedSettings sayInDirectory(HsaId unit, String name) {
        directory.put(unit, name);
        return this;
    }

    public FixedSettings say(HsaId unit, Section section) {
        said.computeIfAbsent(section.getClass(), first -> new HashMap<>()).put(unit, section);
        return this;
    }

    public FixedSettings read(String json, Section section) {
        written.put(json, section);
        return this;
    }

    @Override
    public <S extends Section> Map<HsaId, S> everywhere(Actor actor, Class<S> section) {
        Map<HsaId, S> everywhere = new HashMap<>();
        said.getOrDefault(section, Map.of()).forEach((unit, one) -> everywhere.put(unit, section.cast(one)));
        return everywhere;
    }

    @Override
    public UnitNames names(Actor actor, HsaId unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<HsaId, UnitNames> namesEverywhere(Actor actor) {
        Map<HsaId, UnitNames> names = new HashMap<>();
        directory.forEach((unit, name) -> names.put(unit, new UnitNames(Optional.empty(), Optional.of(name))));
        everywhere(actor, UnitInformation.class)
                .forEach((unit, said) ->
                        names.put(unit, new UnitNames(said.name(), Optional.ofNullable(directory.get(unit)))));
        return names;
    }

    @Override
    public Section parse(String key, String json) {
        if (!written.containsKey(json)) {
            throw JsonProblem.SYNTAX.refusedAt(key, "");
        }
        return written.get(json);
    }

    @Override
    public List<SectionState> sections(Actor actor, HsaId unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <S extends Section> Versioned<S> read(Actor actor, HsaId unit, Class<S> section) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ShownInformation information(Actor actor, HsaId unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long seen) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <S extends Section> Versioned<S> confirm(Actor actor, HsaId unit, Class<S> section) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String write(Section section) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <S extends Section> List<Saved<S>> history(Actor actor, HsaId unit, Class<S> section) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <S extends Section> Versioned<S> restore(
            Actor actor, HsaId unit, Class<S> section, long version, long seen) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreviewedText preview(OtherInformation section) {
        throw new UnsupportedOperationException();
    }
}
