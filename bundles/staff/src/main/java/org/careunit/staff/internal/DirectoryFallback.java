package org.careunit.staff.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.storage.SystemActor;
import org.careunit.storage.documents.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads staff from the directory, and from the stored copy of its last answer while it is down or absent. */
final class DirectoryFallback {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFallback.class);
    private static final String ACTOR = new SystemActor("staff").label();

    private final Supplier<Optional<StaffDirectory>> directory;
    private final PersonalDocuments documents;
    private final Clock clock;
    private final LongAdder lastKnown = new LongAdder();

    DirectoryFallback(Supplier<Optional<StaffDirectory>> directory, PersonalDocuments documents, Clock clock) {
        this.directory = directory;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Known facts about a person.
     *
     * @param facts never null
     * @param asOf when the directory said so, or first said so where it is the copy that answers; empty if nothing is
     *     known
     */
    record KnownFacts(DirectoryFacts facts, Optional<Instant> asOf) {}

    KnownFacts of(HsaId unit, StaffId staff) {
        Optional<Document> copy = documents.copy(unit, staff);
        try {
            Optional<DirectoryAnswer<List<StaffEntry>>> looked = directory.get().map(present -> present.staff(staff));
            return looked.map(answer -> known(unit, staff, answer, copy)).orElseGet(() -> fromCopy(copy));
        } catch (UnavailableException down) {
            LOG.debug("The directory is down; {} is as it last was", staff, down);
            return fromCopy(copy);
        }
    }

    /** How often the directory could not be asked. */
    long lastKnown() {
        return lastKnown.sum();
    }

    private KnownFacts known(
            HsaId unit, StaffId staff, DirectoryAnswer<List<StaffEntry>> answer, Optional<Document> copy) {
        Optional<DirectoryFacts> said = DirectoryFacts.of(answer.found(), clock.instant());
        if (!answer.stale() && !said.equals(copy.flatMap(documents::facts))) {
            keep(unit, staff, copy, said);
        }
        return new KnownFacts(said.orElse(DirectoryFacts.NONE), said.map(facts -> answer.asOf()));
    }

    /** The copy is removed if the directory no longer has the person. */
    private void keep(HsaId unit, StaffId staff, Optional<Document> copy, Optional<DirectoryFacts> said) {
        if (copy.isEmpty() && said.isEmpty()) {
            return;
        }
        try {
            documents.saveCopy(unit, staff, copy, said, ACTOR);
        } catch (ConflictException faster) {
            LOG.debug("Another thread has just kept what the directory says of {}", staff, faster);
        }
    }

    private KnownFacts fromCopy(Optional<Document> copy) {
        lastKnown.increment();
        Optional<DirectoryFacts> facts = copy.flatMap(documents::facts);
        return new KnownFacts(
                facts.orElse(DirectoryFacts.NONE), facts.flatMap(known -> copy).map(Document::savedAt));
    }
}
