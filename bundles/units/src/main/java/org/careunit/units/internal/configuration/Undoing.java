package org.careunit.units.internal.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.configuration.UndoneChange.Piece;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.storage.Transactions;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;

/** Takes change sets back as far as what comes back may stand. */
final class Undoing {

    private final Transactions transactions;
    private final Documents documents;
    private final AuditTrail audit;
    private final Map<String, ConfigurationPart> parts;
    private final Actor actor;

    Undoing(
            Transactions transactions,
            Documents documents,
            AuditTrail audit,
            Map<String, ConfigurationPart> parts,
            Actor actor) {
        this.transactions = transactions;
        this.documents = documents;
        this.audit = audit;
        this.parts = parts;
        this.actor = actor;
    }

    /** What is left for one reason may keep something else from standing; each round leaves more, so that there is a last one. */
    UndoneChange undo(UUID changeSet) {
        Set<DocumentId> left = new HashSet<>();
        while (true) {
            try {
                return transactions.call(() -> undo(changeSet, left));
            } catch (CannotStand again) {
                left.addAll(again.documents());
            }
        }
    }

    private UndoneChange undo(UUID changeSet, Set<DocumentId> left) {
        Documents.Undo undo = documents.undo(changeSet, left, actor.label());
        Set<DocumentId> wrong = undo.restored().stream()
                .filter(document -> !stands(document))
                .map(Document::id)
                .collect(Collectors.toSet());
        if (!wrong.isEmpty()) {
            throw new CannotStand(wrong);
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

    private boolean stands(Document restored) {
        ConfigurationPart part = parts.get(restored.id().kind());
        String entry = restored.id().key();
        boolean gone = restored.content().state() == State.REMOVED
                && part.read(ConfigurationsComponent.unit(restored), Set.of(entry))
                        .isEmpty();
        try {
            if (!gone) {
                part.check(actor, ConfigurationsComponent.unit(restored), entry);
            }
            return true;
        } catch (RefusedException refusal) {
            return false;
        }
    }

    private static List<Piece> pieces(List<Document> documents) {
        return documents.stream().map(Undoing::piece).toList();
    }

    private static Piece piece(Document document) {
        return new Piece(
                ConfigurationsComponent.unit(document),
                document.id().kind() + "/" + document.id().key(),
                document.version(),
                document.content().actor());
    }

    /** Ends an attempt, so that its transaction leaves nothing behind. */
    private static final class CannotStand extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Set<DocumentId> documents;

        CannotStand(Set<DocumentId> documents) {
            super("Something cannot come back: " + documents);
            this.documents = documents;
        }

        Set<DocumentId> documents() {
            return documents;
        }
    }
}
