package org.careunit.units.internal.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Figures;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The service that host modules call; knows as many parts as there are bundles that keep one. */
@Component
public final class ConfigurationsComponent implements Configurations, Figures {

    private final ConfigurationText text = new ConfigurationText();
    private final Map<String, ConfigurationPart> parts = new ConcurrentSkipListMap<>();
    private final LongAdder exported = new LongAdder();
    private final LongAdder applied = new LongAdder();
    private final LongAdder undone = new LongAdder();
    private final AccessControl access;
    private final Transactions transactions;
    private final Documents documents;
    private final AuditTrail audit;

    @Activate
    public ConfigurationsComponent(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference Documents documents,
            @Reference AuditTrail audit) {
        this.access = access;
        this.transactions = transactions;
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
        try (InputStream schema = ConfigurationsComponent.class.getResourceAsStream("configuration.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
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
        requireChange(actor, units);
        return triedOut(() -> applied(actor, units, document, only));
    }

    @Override
    public ConfigurationChange dryRunEach(Actor actor, List<UnitDocument> documents, Set<String> only) {
        requireChange(actor, documents.stream().map(UnitDocument::unit).toList());
        return triedOut(() -> applying(actor).apply(documents, only));
    }

    @Override
    public ConfigurationChange applyEach(Actor actor, List<UnitDocument> documents, Set<String> only) {
        requireChange(actor, documents.stream().map(UnitDocument::unit).toList());
        return counted(transactions.call(() -> applying(actor).apply(documents, only)));
    }

    private ConfigurationChange triedOut(Supplier<ConfigurationChange> work) {
        try {
            return transactions.call(() -> {
                throw new TriedOut(work.get());
            });
        } catch (TriedOut end) {
            return new ConfigurationChange(Optional.empty(), end.change().differences());
        }
    }

    @Override
    public ConfigurationChange apply(Actor actor, List<HsaId> units, String document, Set<String> only) {
        requireChange(actor, units);
        return counted(transactions.call(() -> applied(actor, units, document, only)));
    }

    private ConfigurationChange applied(Actor actor, List<HsaId> units, String document, Set<String> only) {
        return applying(actor).apply(units, document, only);
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

    private Applying applying(Actor actor) {
        return new Applying(text, Map.copyOf(parts), actor);
    }

    /** Naming no unit is an operator's mistake, and nobody else's business. */
    private void requireChange(Actor actor, List<HsaId> units) {
        units.forEach(unit -> access.require(actor, Operation.CHANGE_UNIT, new Target.Unit(unit)));
        if (units.isEmpty()) {
            access.require(actor, Operation.CHANGE_UNIT, new Target.Platform());
            throw new RefusedException("Name at least one unit");
        }
    }

    @Override
    public UndoneChange undo(Actor actor, UUID changeSet) {
        List<Document> changed = documents.changeSet(changeSet);
        if (changed.isEmpty() || !changed.stream().allMatch(this::isOurs)) {
            access.require(actor, Operation.CHANGE_UNIT, new Target.Platform());
            throw new RefusedException("There is no change set " + changeSet + " of units' configurations");
        }
        requireChange(
                actor,
                changed.stream().map(ConfigurationsComponent::unit).distinct().toList());
        UndoneChange taken = new Undoing(transactions, documents, audit, Map.copyOf(parts), actor).undo(changeSet);
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
