package org.careunit.itests.demo.host;

import java.util.ArrayList;
import java.util.List;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offer.Offered;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.ReceiptVerification;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPreview;
import org.careunit.itests.example.PreparationResult;
import org.careunit.itests.example.Step;
import org.careunit.itests.example.UnitPreparation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a unit go through the checklist until it is ready, and shows what its people and a resident see. */
@Component(service = Preparation.class)
public final class Preparation {

    private final UnitPreparation preparing;

    @Activate
    public Preparation(@Reference UnitPreparation preparing) {
        this.preparing = preparing;
    }

    void report(Report report) {
        PreparationResult prepared = preparing.tell();
        checklist(report.add(new Table(Report.BEFORE, "Point", "Stands", "Says")), prepared.before());
        Table told = report.add(new Table(Report.PREPARING, "Step", "Answer"));
        prepared.steps().forEach(step -> told.add(step.what(), step.answer()));
        findings(report, prepared);
        preview(report.add(new Table(Report.PREVIEW, "Where", "Text")), prepared.preview());
        checklist(report.add(new Table(Report.AFTER, "Point", "Stands", "Says")), prepared.after());
        offer(report, prepared.offer());
        receipt(report, prepared);
        report.check(
                "a unit goes from nothing to ready, point by point",
                prepared.steps().stream().allMatch(Step::expected)
                        && !prepared.before().ready()
                        && prepared.after().ready());
    }

    private static void checklist(Table table, Checklist checklist) {
        checklist.points().forEach(line -> line(table, line));
        checklist.facts().forEach(line -> line(table, line));
    }

    /** Each reason on a line of its own. */
    private static void line(Table table, Checklist.Line line) {
        CheckStatus status = line.result().status();
        table.addAll(List.of(line.title(), status(status)), line.result().reasons());
    }

    private static String status(CheckStatus status) {
        return switch (status) {
            case DONE -> "done";
            case NOT_DONE -> "NOT DONE";
            case NOT_NEEDED -> "not needed";
        };
    }

    private static void findings(Report report, PreparationResult prepared) {
        Table table = report.add(new Table(Report.FINDINGS, "Severity", "Point", "Characters", "Reads", "Says"));
        for (TermsFinding finding : prepared.findings()) {
            table.addAll(
                    List.of(
                            finding.severity().name(),
                            finding.range().map(TermsFinding.Range::point).orElse(""),
                            finding.range()
                                    .map(place -> place.start() + "-" + place.end())
                                    .orElse(""),
                            passage(prepared, finding)),
                    List.of(finding.text() + ".", finding.suggestion() + "."));
        }
        report.check(
                "the check says where each placeholder stands and what to do about it",
                prepared.findings().stream()
                                .filter(finding -> finding.severity() == TermsFinding.Severity.ERROR)
                                .filter(finding -> passage(prepared, finding).contains("X"))
                                .count()
                        == 3);
    }

    /** The words that a finding points at. */
    private static String passage(PreparationResult prepared, TermsFinding finding) {
        return finding.range()
                .flatMap(place -> prepared.inherited().points().stream()
                        .filter(point -> point.id().equals(place.point()))
                        .map(point -> point.text().substring(place.start(), place.end()))
                        .findFirst())
                .orElse("");
    }

    private static void preview(Table table, TermsPreview preview) {
        table.add("heading", preview.name());
        table.add("under it", preview.explanation());
        table.addAll(List.of("first bullets"), preview.first());
        table.addAll(List.of("after \"Visa fullständig information\""), preview.more());
    }

    private static void offer(Report report, Offer offer) {
        Table table = report.add(new Table(Report.OFFER, "Case type", "Is", "Why not"));
        for (Offered type : offer.types()) {
            table.addAll(
                    List.of(type.name(), type.isOpen() ? "open" : "closed"),
                    type.closed().stream().map(Closed::text).toList());
        }
        report.check(
                "a resident may send two types, and is told why not the others",
                offer.types().stream().filter(Offered::isOpen).count() == 2
                        && offer.types().size() > 2);
    }

    private static void receipt(Report report, PreparationResult prepared) {
        Receipt receipt = prepared.receipt();
        Table table = report.add(new Table(Report.RECEIPT, "Part", "Says"));
        table.add("unit", receipt.unit().value());
        table.add("case type", receipt.type().value());
        table.add(
                "version",
                "%d of the region's, %d of the unit's"
                        .formatted(receipt.version().region(), receipt.version().unit()));
        table.add("SHA-256", receipt.version().sha256());
        List<String> words = new ArrayList<>();
        receipt.text().points().forEach(point -> words.add(point.text()));
        table.addAll(List.of("words"), words);
        table.add("resident", receipt.resident().value());
        table.add("accepted", receipt.acceptedAt().toString());
        table.add("key", receipt.key());
        table.add("signature", receipt.signature());
        table.add("verified", verification(prepared.genuine()));
        table.add("with one character changed", verification(prepared.changed()));
        report.check(
                "a receipt is genuine after other terms were published, and with one character changed it is not",
                prepared.genuine().genuine() && !prepared.changed().genuine());
    }

    private static String verification(ReceiptVerification verification) {
        return verification.genuine()
                ? "genuine"
                : "NOT GENUINE: " + verification.why().orElse("");
    }
}
