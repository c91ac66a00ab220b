package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Cases;
import org.careunit.storage.EventLog;
import org.careunit.storage.Scope;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.audit.AuditTrail.Verification.Intact;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.NewJob;

/** Rows in many tables of a store, written and looked for again. */
final class StoredSamples {

    private static final DocumentId DOCUMENT = new DocumentId(Scope.unit(StoreContract.UNIT), "settings", "link");

    private StoredSamples() {}

    static void write(StorageNode node, int events) {
        node.service(Transactions.class).run(() -> {
            node.service(EventLog.class)
                    .add(IntStream.range(0, events)
                            .mapToObj(i -> StoreContract.event("sample-" + i))
                            .toList());
            node.service(Cases.class).add(List.of(sample()));
            node.service(UnitRegister.class)
                    .add(new CareUnit(StoreContract.UNIT, new CountyCode("01"), "Mottagning å", CareUnit.State.OPEN));
            node.service(Documents.class).save(DOCUMENT, 0, Content.published(1, "{\"å\":1}", "staff:one"));
            node.service(AuditTrail.class).append(StoreContract.UNIT, "staff:one", "settings.change", "å");
            node.service(Jobs.class).add(List.of(NewJob.now(JobId.of("nobody-does-this", "k"), "payload å")));
        });
    }

    private static StoredCase sample() {
        return new StoredCase(
                new CaseRef(StoreContract.UNIT, "case-2"),
                StoredCase.Phase.OPEN,
                Optional.of(new CaseTypeKey("kontakta-mig")),
                Optional.of(Instant.parse("2026-03-29T00:30:00.123456Z")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static void assertThere(StorageNode node, int events) {
        assertThat(node.service(EventLog.class).ofCase(StoreContract.CASE)).hasSize(events);
        assertThat(node.service(EventLog.class).find("sample-1").map(StoredEvent::sequence))
                .isEqualTo(Optional.of(StoreContract.event("sample-1").sequence()));
        assertThat(node.service(Cases.class).openOf(StoreContract.UNIT, 9)).containsExactly(sample());
        assertThat(node.service(Documents.class)
                        .newest(DOCUMENT)
                        .orElseThrow()
                        .content()
                        .json())
                .contains("å");
        assertThat(node.service(AuditTrail.class).verify(Scope.unit(StoreContract.UNIT), Optional.empty()))
                .isInstanceOf(Intact.class);
        assertThat(node.service(AuditTrail.class).verify(Scope.PLATFORM, Optional.empty()))
                .isInstanceOf(Intact.class);
        assertThat(node.service(Jobs.class).waiting(9))
                .extracting(waiting -> waiting.job().payload())
                .contains("payload å");
    }
}
