package org.careunit.units.internal.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.configuration.UndoneChange.Piece;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Right;

/** Undoes change sets, as far as the restored entries are still valid. */
final class ConfigurationUndo {

    private final Documents documents;
    private final AuditTrail audit;
    private final Map<String, ConfigurationPart> parts;
    private final Right right;
    private final Actor actor;

    ConfigurationUndo(Documents documents, AuditTrail audit, Map<String, ConfigurationPart> parts, Right right) {
        this.documents = documents;
        this.audit = audit;
        this.parts = parts;
        this.right = right;
        this.actor = right.actor();
    }

    /** An entry that is skipped may make another one invalid; each round skips more entries, so the rounds end. */
    UndoneChange undo(UUID changeSet, Set<Scope> units) {
        Set<DocumentId> left = new HashSet<>();
        while (true) {
            try {
                return documents.change(units, right, () -> tryUndo(changeSet, left));
            } catch (UndoNotPossibleException again) {
                left.addAll(again.documents());
            }
        }
    }

    private UndoneChange tryUndo(UUID changeSet, Set<DocumentId> left) {
        Documents.Undo undo = documents.undo(changeSet, left, actor.label());
        Set<DocumentId> wrong = new HashSet<>();
        undo.restored().stream()
                .collect(Collectors.groupingBy(document ->
                        new DocumentId(document.id().scope(), document.id().kind(), "")))
                .forEach((part, restored) -> wrong.addAll(wrong(restored)));
        if (!wrong.isEmpty()) {
            throw new UndoNotPossibleException(wrong);
        }
        undo.restored().stream()
                .map(ConfigurationsComponent::unit)
                .distinct()
                .forEach(unit -> audit.append(
                        unit,
                        actor.label(),
                        "configuration.undo",
                        "change set " + changeSet + " taken back by " + undo.changeSet()));
        return new UndoneChange(undo.changeSet(), pieces(undo.restored()), pieces(undo.conflicts()));
    }

    /**
     * The entries of one part of one unit that cannot be restored: checked together, and one by one only if not all
     * can.
     */
    private Set<DocumentId> wrong(List<Document> restored) {
        if (canStay(restored)) {
            return Set.of();
        }
        Set<DocumentId> wrong = restored.stream()
                .filter(document -> !canStay(List.of(document)))
                .map(Document::id)
                .collect(Collectors.toSet());
        return wrong.isEmpty() ? restored.stream().map(Document::id).collect(Collectors.toSet()) : wrong;
    }

    private boolean canStay(List<Document> restored) {
        Document any = restored.get(0);
        HsaId unit = ConfigurationsComponent.unit(any);
        ConfigurationPart part = parts.get(any.id().kind());
        Set<String> there = part.read(unit, keys(restored.stream())).keySet();
        Set<String> left = keys(restored.stream()
                .filter(document -> document.content().state() != State.REMOVED
                        || there.contains(document.id().key())));
        try {
            if (!left.isEmpty()) {
                part.check(actor, unit, left);
            }
            return true;
        } catch (RefusedException refusal) {
            return false;
        }
    }

    private static Set<String> keys(Stream<Document> documents) {
        return documents.map(document -> document.id().key()).collect(Collectors.toSet());
    }

    private static List<Piece> pieces(List<Document> documents) {
        return documents.stream().map(ConfigurationUndo::piece).toList();
    }

    private static Piece piece(Document document) {
        return new Piece(
                ConfigurationsComponent.unit(document),
                document.id().kind() + "/" + document.id().key(),
                document.version(),
                document.content().actor());
    }

    /** Ends an attempt, so that its transaction leaves nothing behind. */
    private static final class UndoNotPossibleException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Set<DocumentId> documents;

        UndoNotPossibleException(Set<DocumentId> documents) {
            super("Something cannot come back: " + documents);
            this.documents = documents;
        }

        Set<DocumentId> documents() {
            return documents;
        }
    }
}
