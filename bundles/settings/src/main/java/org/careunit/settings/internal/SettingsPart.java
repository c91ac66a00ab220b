package org.careunit.settings.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.careunit.api.access.AccessControl;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sections of a unit's settings, as a part of its configuration. */
@Component
public final class SettingsPart implements ConfigurationPart {

    private final UnitSections sections;
    private final Shelves shelves;

    @Activate
    public SettingsPart(@Reference AccessControl access, @Reference KeptSettings kept) {
        sections = new UnitSections(access, kept.store(), kept.neighbours());
        shelves = kept.store().shelves();
    }

    @Override
    public String key() {
        return Kind.OF_UNIT;
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit) {
        return read(unit, form -> true);
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit, Set<String> entries) {
        return read(unit, form -> entries.contains(form.key()));
    }

    private Map<String, Optional<String>> read(HsaId unit, Predicate<SectionForm<?>> asked) {
        Map<String, Document> newest = shelves.newestOf(shelves.unit(unit));
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        SectionForms.OF_UNITS.stream()
                .filter(asked)
                .forEach(form -> said.put(
                        form.key(),
                        Optional.ofNullable(newest.get(form.key())).flatMap(document -> said(form, document))));
        return said;
    }

    private <S extends Section> Optional<String> said(SectionForm<S> form, Document document) {
        return shelves.ofUnits(form.type()).kept(document).readable().map(sections::write);
    }

    @Override
    public String normal(String entry, String json) {
        return sections.write(KeptForm.of(sections.parse(entry, json)));
    }

    @Override
    public void save(Actor actor, HsaId unit, String entry, Optional<String> json, UUID changeSet) {
        save(SectionForms.ofUnit(entry), new Put(actor, unit, json, changeSet));
    }

    private <S extends Section> void save(SectionForm<S> form, Put put) {
        Optional<S> section = put.json().map(text -> form.type().cast(sections.parse(form.key(), text)));
        sections.put(put.actor(), put.unit(), form, section, put.changeSet());
    }

    /** Who puts what where, as a part of what. */
    private record Put(Actor actor, HsaId unit, Optional<String> json, UUID changeSet) {}
}
