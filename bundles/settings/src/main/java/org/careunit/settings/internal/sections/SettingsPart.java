package org.careunit.settings.internal.sections;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.EntryChanges;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports and imports a unit's sections as a part of its configuration. */
@Component
public final class SettingsPart implements ConfigurationPart {

    private final UnitSections sections;
    private final SectionStores stores;

    @Activate
    public SettingsPart(@Reference AccessControl access, @Reference SettingsContext context) {
        sections = new UnitSections(access, context.store(), context.optionalServices());
        stores = context.store().stores();
    }

    @Override
    public String key() {
        return SectionKind.OF_UNIT;
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit) {
        return read(
                unit,
                SectionForms.OF_UNITS.stream()
                        .map(SectionForm::key)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit, Set<String> entries) {
        Map<String, Document> newest =
                stores.newestOf(stores.units().require(unit).id(), entries);
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        SectionForms.OF_UNITS.stream()
                .filter(form -> entries.contains(form.key()))
                .forEach(form -> said.put(
                        form.key(),
                        Optional.ofNullable(newest.get(form.key())).flatMap(document -> exported(form, document))));
        return said;
    }

    private <S extends Section> Optional<String> exported(SectionForm<S> form, Document document) {
        return stores.ofUnits(form.type())
                .repository()
                .read(document)
                .readable()
                .map(sections::write);
    }

    @Override
    public String normal(String entry, String json) {
        return sections.write(SectionNormalizer.of(sections.parse(entry, json)));
    }

    @Override
    public void save(EntryChanges changes) {
        stores.documents()
                .saveAll(changes.entries().entrySet().stream()
                        .map(entry -> revision(SectionForms.ofUnit(entry.getKey()), entry.getValue(), changes))
                        .toList());
    }

    private Revision revision(SectionForm<? extends Section> form, Optional<String> json, EntryChanges changes) {
        SectionKind<? extends Section> kind = stores.ofUnits(form.type()).kind();
        Content content =
                kind.documents().written(json, changes.actor().label()).in(changes.changeSet());
        return Revision.over(kind.of(changes.unit().value()), content, new AuditNote("settings.import", form.key()));
    }

    @Override
    public void check(Actor actor, HsaId unit, Set<String> entries) {
        sections.check(unit, entries);
    }
}
