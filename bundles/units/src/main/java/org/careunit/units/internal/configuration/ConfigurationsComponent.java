package org.careunit.units.internal.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.failure.Problems;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Metrics;
import org.careunit.operations.files.ShippedText;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Right;
import org.careunit.units.internal.problems.UnitProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Provides configuration export, import and undo to host modules, over the parts that bundles register. */
@Component
public final class ConfigurationsComponent implements Configurations, Metrics {

    private final ConfigurationText text = new ConfigurationText();
    private final Map<String, ConfigurationPart> parts = new ConcurrentSkipListMap<>();
    private final LongAdder exported = new LongAdder();
    private final LongAdder applied = new LongAdder();
    private final LongAdder undone = new LongAdder();
    private final AccessControl access;
    private final Documents documents;
    private final AuditTrail audit;

    @Activate
    public ConfigurationsComponent(
            @Reference AccessControl access, @Reference Documents documents, @Reference AuditTrail audit) {
        this.access = access;
        this.documents = documents;
        this.audit = audit;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPart(ConfigurationPart part) {
        parts.put(part.key(), part);
    }

    void removePart(ConfigurationPart part) {
        parts.remove(part.key(), part);
    }

    @Override
    public String schema() {
        return ShippedText.of(ConfigurationsComponent.class, "configuration.schema.json");
    }

    @Override
    public String export(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        exported.increment();
        Map<String, Map<String, Optional<String>>> said = new TreeMap<>();
        parts.forEach((key, part) -> said.put(key, part.read(unit)));
        return text.write(said);
    }

    @Override
    public ConfigurationChange dryRun(Actor actor, List<HsaId> units, String document, Set<String> only) {
        return tried(actor, units, applying -> applying.apply(units, document, only));
    }

    @Override
    public ConfigurationChange dryRunEach(Actor actor, List<UnitDocument> documents, Set<String> only) {
        return tried(actor, units(documents), applying -> applying.apply(documents, only));
    }

    @Override
    public ConfigurationChange applyEach(Actor actor, List<UnitDocument> documents, Set<String> only) {
        return counted(changed(actor, units(documents), applying -> applying.apply(documents, only)));
    }

    @Override
    public ConfigurationChange apply(Actor actor, List<HsaId> units, String document, Set<String> only) {
        return counted(changed(actor, units, applying -> applying.apply(units, document, only)));
    }

    private static List<HsaId> units(List<UnitDocument> documents) {
        return Problems.noneNull("documents", documents).stream()
                .map(UnitDocument::unit)
                .toList();
    }

    private ConfigurationChange tried(
            Actor actor, List<HsaId> units, Function<ConfigurationImport, ConfigurationChange> work) {
        try {
            return changed(actor, units, applying -> {
                throw new DryRunRollback(work.apply(applying));
            });
        } catch (DryRunRollback end) {
            return new ConfigurationChange(Optional.empty(), end.change().differences());
        }
    }

    /** One transaction, under the locks of all of the units. */
    private ConfigurationChange changed(
            Actor actor, List<HsaId> units, Function<ConfigurationImport, ConfigurationChange> work) {
        refuseNone(actor, Problems.noneNull("units", units));
        Set<Scope> scopes = units.stream().map(Scope::unit).collect(Collectors.toSet());
        return documents.change(
                scopes,
                Right.ofUnits(access, actor),
                () -> work.apply(new ConfigurationImport(text, Map.copyOf(parts), actor)));
    }

    private ConfigurationChange counted(ConfigurationChange change) {
        change.changeSet().ifPresent(set -> applied.increment());
        return change;
    }

    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("units.configuration.exported", "documents", exported.sum()),
                new Figure("units.configuration.applied", "change sets", applied.sum()),
                new Figure("units.configuration.undone", "change sets", undone.sum()));
    }

    /** Only an operator may be told that no unit was named. */
    private void refuseNone(Actor actor, List<HsaId> units) {
        if (units.isEmpty()) {
            access.require(actor, Operation.CHANGE_UNIT, new Target.Platform());
            throw UnitProblem.NO_UNIT_NAMED.refused();
        }
    }

    @Override
    public UndoneChange undo(Actor actor, UUID changeSet) {
        List<Document> changed = documents.changeSet(changeSet);
        if (changed.isEmpty() || !changed.stream().allMatch(this::isOurs)) {
            access.require(actor, Operation.CHANGE_UNIT, new Target.Platform());
            throw UnitProblem.NO_CHANGE_SET.refused(changeSet);
        }
        Set<Scope> units =
                changed.stream().map(document -> document.id().scope()).collect(Collectors.toSet());
        ConfigurationUndo undoing =
                new ConfigurationUndo(documents, audit, Map.copyOf(parts), Right.ofUnits(access, actor));
        UndoneChange taken = undoing.undo(changeSet, units);
        undone.increment();
        return taken;
    }

    private boolean isOurs(Document document) {
        return document.id().scope().level() == Scope.Level.UNIT
                && parts.containsKey(document.id().kind());
    }

    static HsaId unit(Document document) {
        return new HsaId(document.id().scope().id());
    }
}
