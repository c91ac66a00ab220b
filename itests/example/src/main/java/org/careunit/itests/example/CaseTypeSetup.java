package org.careunit.itests.example;

import static org.careunit.api.terms.TermsPoint.HANDLING_DAYS;
import static org.careunit.api.terms.TermsPoint.UNIT_NAME;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeField;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.readiness.Point;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsPreview;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Step of the example: activates case types, and adapts their settings and terms until each can be offered. */
@Component(service = CaseTypeSetup.class)
public final class CaseTypeSetup {

    static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    static final CaseTypeKey CONTACT_ME = new CaseTypeKey("kontakta-mig");
    static final CaseTypeKey RENEW = new CaseTypeKey("fornya-recept");
    static final CaseTypeKey WRITE = new CaseTypeKey("skicka-meddelande");

    /** The unit's own. */
    static final CaseTypeKey DIABETES = new CaseTypeKey("local-fraga-till-diabetesteamet");

    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final HsaId UNIT = new HsaId(Participants.NEW_UNIT);
    private static final Actor REGIONAL = new Actor.Staff(new StaffId(Participants.REGIONAL));
    private static final Actor FIRST = new Actor.Staff(new StaffId(Participants.FIRST));

    private final CaseTypeCatalogue catalogue;
    private final CaseTypeChoices choices;
    private final RegionTerms regional;
    private final Terms terms;

    /** What there is to show of it. */
    record Adapted(TermsText inherited, List<TermsFinding> findings, TermsPreview published) {}

    @Activate
    public CaseTypeSetup(
            @Reference CaseTypeCatalogue catalogue,
            @Reference CaseTypeChoices choices,
            @Reference RegionTerms regional,
            @Reference Terms terms) {
        this.catalogue = catalogue;
        this.choices = choices;
        this.regional = regional;
        this.terms = terms;
    }

    Adapted adapt(Steps steps, Progress progress) {
        progress.isLeft(Point.CASE_TYPES, "Välj minst en ärendetyp");
        TermsText inherited = refuse(steps);
        List<TermsFinding> findings = findings(steps, inherited);
        publish(steps, BOOK);
        activate(steps, BOOK);
        progress.isDone(Point.CASE_TYPES);
        progress.isDone(Point.TEXTS);
        progress.isDone(Point.TERMS);
        follow(steps, progress);
        fillIn(steps, RENEW, "{\"handlingDays\": 5}");
        publish(steps, RENEW);
        activate(steps, RENEW);
        fillIn(steps, WRITE, "{\"handlingDays\": 2, \"limits\": {\"toAge\": 22, \"namedOnly\": false}}");
        publish(steps, WRITE);
        activate(steps, WRITE);
        makeOwn(steps);
        return new Adapted(inherited, findings, terms.preview(FIRST, UNIT, BOOK));
    }

    /** A type that no other unit has: nothing of it is inherited, its terms least of all. */
    private void makeOwn(Steps steps) {
        steps.does("the unit makes a case type of its own", () -> choices.create(
                        FIRST,
                        UNIT,
                        "Fråga till diabetesteamet",
                        choices.parse("{\"description\": \"Här kan du fråga om din diabetes.\", \"handlingDays\": 3}"))
                .key());
        steps.isRefused(
                "activate it without terms", RefusedException.class, () -> choices.activate(FIRST, UNIT, DIABETES));
        TermsText words = new TermsText(List.of(
                TermsPoint.added("Här kan du som har diabetes fråga " + UNIT_NAME + "."),
                TermsPoint.added("Du får svar inom " + HANDLING_DAYS + " arbetsdagar."),
                TermsPoint.added("Ring 112 om du behöver hjälp genast."),
                TermsPoint.added("Det du skriver sparas i din journal.")));
        steps.does("write its terms and publish them", () -> {
            long draft = terms.saveDraft(FIRST, UNIT, DIABETES, words, 0).version();
            return "version " + terms.publish(FIRST, UNIT, DIABETES, draft).version();
        });
        activate(steps, DIABETES);
    }

    /**
     * A type cannot be activated as it is found: the promise is missing, and so are the names and numbers in its terms.
     */
    private TermsText refuse(Steps steps) {
        steps.isRefused(
                "activate " + BOOK + " as it is", RefusedException.class, () -> choices.activate(FIRST, UNIT, BOOK));
        List<Problem> obstacles = choices.obstacles(FIRST, UNIT, BOOK);
        steps.check(
                "the obstacles name what to mend",
                obstacles.size() + " of them",
                obstacles.stream().anyMatch(one -> one.code().equals("case-type.no-handling-days"))
                        && obstacles.stream().anyMatch(one -> one.swedish().contains("XX-kliniken")));
        fillIn(
                steps,
                BOOK,
                """
                {"handlingDays": 3,
                 "attachments": {"formats": ["PDF", "JPEG"], "most": 2, "megabytes": 5},
                 "standardReplies": [{"title": "Tid bokad", "text": "Vi har bokat en tid åt dig."}],
                 "repliesEditable": true}""");
        return terms.draft(FIRST, UNIT, BOOK).content().text().orElseThrow();
    }

    private List<TermsFinding> findings(Steps steps, TermsText inherited) {
        List<TermsFinding> findings = terms.check(FIRST, UNIT, BOOK, inherited);
        List<String> placeholders = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> place(inherited, finding))
                .toList();
        steps.check(
                "the check finds each placeholder where it stands",
                placeholders,
                placeholders.equals(List.of("X", "XX-kliniken", "X")));
        steps.check(
                "and says what to do about each",
                findings.size() + " suggestions",
                findings.stream().noneMatch(finding -> finding.suggestion().isBlank()));
        return findings;
    }

    /** What a finding points at. */
    private static String place(TermsText text, TermsFinding finding) {
        return finding.range()
                .flatMap(place -> text.points().stream()
                        .filter(point -> point.id().equals(place.point()))
                        .map(point -> point.text().substring(place.start(), place.end()))
                        .findFirst())
                .orElse("");
    }

    private void fillIn(Steps steps, CaseTypeKey type, String json) {
        long seen = choices.read(FIRST, UNIT, type).version();
        steps.does(
                "fill in " + type,
                () -> "version "
                        + choices.save(FIRST, UNIT, type, choices.parse(json), seen)
                                .version());
    }

    /** Edits point by point, looks at it as residents will, and publishes. */
    private void publish(Steps steps, CaseTypeKey type) {
        Versioned<TermsDraft> found = terms.draft(FIRST, UNIT, type);
        TermsText wanted = adapted(found.content().text().orElseThrow());
        steps.does(
                "save a draft of the terms of " + type,
                () -> "version "
                        + terms.saveDraft(FIRST, UNIT, type, wanted, found.version())
                                .version());
        List<TermsFinding> left = terms.check(FIRST, UNIT, type, wanted);
        steps.check(
                "the check finds no error in it",
                left.isEmpty()
                        ? "nothing at all"
                        : left.get(0).severity() + ": " + left.get(0).text(),
                left.stream().noneMatch(finding -> finding.severity() == Severity.ERROR));
        TermsPreview preview = terms.preview(FIRST, UNIT, type, wanted);
        steps.check(
                "the preview has the unit's name and " + preview.first().size() + " points before the rest",
                preview.explanation(),
                preview.explanation().contains(Participants.NEW_UNIT_NAME)
                        && preview.first().size() == 2
                        && preview.html().contains(preview.first().get(0)));
        steps.does("publish it", () -> {
            long draft = terms.draft(FIRST, UNIT, type).version();
            return "version " + terms.publish(FIRST, UNIT, type, draft).version();
        });
        EffectiveTerms now = terms.effective(FIRST, UNIT, type).orElseThrow();
        long differing =
                now.points().stream().filter(point -> point.differsFromRegion()).count();
        steps.check(
                "it holds; what was not touched follows the region",
                differing + " of " + now.points().size() + " points are the unit's own",
                now.version().unit() > 0
                        && differing > 0
                        && differing < now.points().size());
    }

    private static TermsText adapted(TermsText text) {
        return new TermsText(text.points().stream()
                .map(point -> TermsPoint.of(
                        point.id(),
                        point.text()
                                .replace("X arbetsdagar", HANDLING_DAYS + " arbetsdagar")
                                .replace("X timmar", "24 timmar")
                                .replace("XX (dolt nummer eller vårt nummer)", "dolt nummer")
                                .replace("inte här: XX.", "inte här: narkotikaklassade läkemedel.")
                                .replace("XX-kliniken", UNIT_NAME)))
                .toList());
    }

    private void activate(Steps steps, CaseTypeKey type) {
        steps.does(
                "activate " + type,
                () -> choices.activate(FIRST, UNIT, type).own().active() ? "active" : "inactive");
        Optional<TermsState> stands = choices.overview(FIRST, UNIT).stream()
                .filter(one -> one.type().key().equals(type) && one.type().active())
                .flatMap(one -> one.terms().stream())
                .findFirst();
        steps.check(
                "the list has it as active, its terms without errors",
                stands.map(state -> "terms: " + state.stage()).orElse("inactive"),
                stands.filter(state -> state.errors().isEmpty()).isPresent());
    }

    /**
     * One type's terms are the region's: those that it leaves open are to be adapted, those that it has locked are not.
     */
    private void follow(Steps steps, Progress progress) {
        Versioned<TermsDraft> shipped = regional.draft(REGIONAL, STOCKHOLM, CONTACT_ME);
        steps.does("the region publishes terms of " + CONTACT_ME + " that need no adapting", () -> {
            Versioned<TermsDraft> draft = regional.saveDraft(
                    REGIONAL,
                    STOCKHOLM,
                    CONTACT_ME,
                    adapted(shipped.content().text().orElseThrow()),
                    shipped.version());
            return "version "
                    + regional.publish(REGIONAL, STOCKHOLM, CONTACT_ME, draft.version())
                            .version();
        });
        fillIn(steps, CONTACT_ME, "{\"handlingDays\": 1}");
        activate(steps, CONTACT_ME);
        progress.isLeft(Point.TERMS, "Kontakta mig: anpassa regionens villkorstext");
        steps.does("the region locks them", () -> lock(CONTACT_ME).content().locked());
        steps.isRefused(
                "the unit changes them nevertheless",
                RefusedException.class,
                () -> terms.saveDraft(
                        FIRST, UNIT, CONTACT_ME, shipped.content().text().orElseThrow(), 0));
        progress.isDone(Point.TERMS);
    }

    private Versioned<CentralType> lock(CaseTypeKey type) {
        Versioned<CentralType> listed = catalogue.types(REGIONAL, STOCKHOLM).stream()
                .filter(one -> one.content().key().equals(type))
                .findFirst()
                .orElseThrow();
        CentralType open = listed.content();
        CentralType locked = new CentralType(
                open.key(),
                open.name(),
                open.forEverybody(),
                open.settings(),
                open.fixedReplies(),
                Set.of(TypeField.TERMS));
        return catalogue.save(REGIONAL, STOCKHOLM, locked, listed.version());
    }

    /** The resident's words change under their hands: the unit publishes another number of hours. */
    static TermsText withHours(TermsText text, String before, String after) {
        return new TermsText(text.points().stream()
                .map(point -> TermsPoint.of(point.id(), point.text().replace(before, after)))
                .toList());
    }
}
