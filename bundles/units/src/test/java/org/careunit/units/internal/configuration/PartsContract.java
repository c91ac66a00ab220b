package org.careunit.units.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.units.internal.configuration.PartsOnStore.ALL;
import static org.careunit.units.internal.configuration.PartsOnStore.OPERATOR;
import static org.careunit.units.internal.configuration.PartsOnStore.REGION;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.configuration.UndoneChange.Piece;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the parts of case types and terms promise together, on every database. */
abstract class PartsContract {

    private static final HsaId A = new HsaId("SE1111111111-UNIT1");
    private static final HsaId B = new HsaId("SE1111111111-UNIT2");
    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");

    /** Everything that an active type takes, its terms first. */
    private static final String SAID = "{\"format\":1,\"terms\":{\"boka-tid\":{\"points\":["
            + "{\"id\":\"a\",\"text\":\"Här kan du boka tid.\"},"
            + "{\"id\":\"b\",\"text\":\"Vi svarar inom 4 arbetsdagar.\"},"
            + "{\"id\":\"c\",\"text\":\"Ring 112 om det är bråttom.\"}],\"without\":%s}},"
            + "\"case-type\":{\"boka-tid\":{\"active\":true,\"settings\":{\"handlingDays\":4,"
            + "\"limits\":{\"fromAge\":18,\"namedOnly\":true}}}}}";

    private static final CaseTypeKey LOCAL = new CaseTypeKey("local-rokstopp");
    private static final String OWN =
            "{\"format\":1,\"case-type\":{\"local-rokstopp\":{\"active\":true,\"name\":\"Rökstopp\","
                    + "\"settings\":{\"description\":\"Här får du hjälp.\",\"handlingDays\":4}}},"
                    + "\"terms\":{\"local-rokstopp\":{\"points\":[{\"id\":\"a\",\"text\":\"Vi hjälper dig.\"},"
                    + "{\"id\":\"b\",\"text\":\"Vi svarar inom 4 arbetsdagar.\"},{\"id\":\"c\",\"text\":\"Ring 112.\"}],\"without\":[]}}}";

    private TestStore store;
    private PartsOnStore parts;
    private String active;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        parts = new PartsOnStore(store, List.of(A, B));
        active = SAID.formatted(regional(0));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aTypeIsChosenAndItsTermsArePublishedByOneDocumentInWhateverOrder() {
        UUID set = apply(A, active);
        assertThat(parts.choices.read(OPERATOR, A, BOOK).own().active()).isTrue();
        assertThat(words(A))
                .containsExactly(
                        "Här kan du boka tid.", "Vi svarar inom 4 arbetsdagar.", "Ring 112 om det är bråttom.");
        assertThat(store.audit().newest(A, 9))
                .extracting(row -> row.action())
                .containsExactlyInAnyOrder("case-type.import", "terms.import");
        assertThat(parts.configurations.apply(OPERATOR, List.of(A), active, ALL).differences())
                .isEmpty();

        String said = parts.configurations.export(OPERATOR, A);
        assertThat(parts.configurations.apply(OPERATOR, List.of(A), said, ALL).differences())
                .isEmpty();
        parts.configurations.copy(OPERATOR, A, List.of(B), ALL);
        assertThat(parts.configurations.export(OPERATOR, B)).isEqualTo(said);
        assertThat(words(B)).isEqualTo(words(A));

        parts.configurations.undo(OPERATOR, set);
        assertThat(parts.configurations.export(OPERATOR, A))
                .contains("\"boka-tid\":null")
                .doesNotContain("112");
        parts.choices.save(OPERATOR, A, BOOK, parts.choices.parse("{\"handlingDays\":7}"), 2);
        assertThat(parts.choices.read(OPERATOR, A, BOOK).version()).isEqualTo(3);
    }

    @Test
    void oneSectionIsCopiedAlone() {
        apply(A, active);
        parts.configurations.copy(OPERATOR, A, List.of(B), Set.of("terms/boka-tid"));
        assertThat(words(B)).isEqualTo(words(A));
        assertThat(parts.choices.read(OPERATOR, B, BOOK).own().active()).isFalse();
    }

    @Test
    void whoIsNamedStaysOut() {
        apply(A, active);
        assertThat(parts.configurations.export(OPERATOR, A))
                .contains("\"namedOnly\":true")
                .doesNotContain("\"named\"");
    }

    @Test
    void pointsOfTheRegionAreInheritedWhereverTheyAreBrought() {
        TermsPoint first = parts.terms
                .draft(OPERATOR, A, BOOK)
                .content()
                .text()
                .orElseThrow()
                .points()
                .get(0);
        apply(
                A,
                "{\"format\":1,\"case-type\":{\"boka-tid\":{\"active\":false,\"settings\":{\"handlingDays\":4}}},"
                        + "\"terms\":{\"boka-tid\":{\"points\":[{\"id\":\"" + first.id() + "\"},"
                        + "{\"id\":\"eget\",\"text\":\"Eget.\"}],\"without\":"
                        + regional(1) + "}}}");
        EffectiveTerms terms = parts.terms.effective(OPERATOR, A, BOOK).orElseThrow();
        assertThat(terms.points())
                .extracting(EffectivePoint::origin)
                .containsExactly(EffectivePoint.Origin.REGION, EffectivePoint.Origin.UNIT);
        assertThat(parts.configurations.export(OPERATOR, A)).contains("{\"id\":\"" + first.id() + "\"}");
    }

    /** The ids of the points that the unit inherits, from one on. */
    private String regional(int first) {
        return parts.terms.draft(OPERATOR, A, BOOK).content().text().orElseThrow().points().stream()
                .skip(first)
                .map(point -> "\"" + point.id() + "\"")
                .toList()
                .toString();
    }

    @Test
    void whatIsWrongIsRefusedWholeAndSaysWhere() {
        Map<String, String> wrong = Map.of(
                "{\"format\":1,\"case-type\":{\"boka-tid\":{\"active\":true,\"settings\":{}}}}",
                "/case-type/boka-tid/active: ",
                "{\"format\":1,\"case-type\":{\"boka-tiid\":{\"active\":false,\"settings\":{}}}}",
                "/case-type/boka-tiid: there is no such entry",
                "{\"format\":1,\"case-type\":{\"boka-tid\":{\"active\":false,\"settings\":{\"handlingDays\":0}}}}",
                "/case-type/boka-tid/settings/handlingDays: ",
                "{\"format\":1,\"case-type\":{\"boka-tid\":{\"active\":false,\"settings\":{\"days\":1}}}}",
                "/case-type/boka-tid/settings/days",
                "{\"format\":1,\"terms\":{\"boka-tid\":{\"points\":[{\"id\":\"a\",\"text\":\"Ring X.\"}],\"without\":[]}}}",
                "/terms/boka-tid: The text cannot be published",
                "{\"format\":1,\"terms\":{\"boka-tid\":{\"points\":[{\"id\":\"a\",\"text\":\"\"}],\"without\":[]}}}",
                "/terms/boka-tid/points/0",
                "{\"format\":1,\"terms\":{\"boka-tid\":{\"points\":[{\"id\":\"a\"},{\"id\":\"a\"}],\"without\":[]}}}",
                "/terms/boka-tid/points: give each an id of its own",
                active.replace("4 arbetsdagar", "XX arbetsdagar"),
                "/case-type/boka-tid/active: ");
        wrong.forEach((text, where) -> assertThatThrownBy(() -> apply(A, text))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(where));
        assertThat(store.audit().newest(A, 9)).isEmpty();
        assertThat(words(A)).doesNotContain("Ring 112 om det är bråttom.");
    }

    @Test
    void whatTheRegionHasLockedIsRefusedWithItsPath() {
        Versioned<CentralType> listed = parts.catalogue.types(OPERATOR, REGION).get(0);
        String open = parts.catalogue.write(listed.content());
        String locked = open.substring(0, open.lastIndexOf("\"locked\":")) + "\"locked\":[\"ATTACHMENTS\",\"TERMS\"]}";
        parts.catalogue.save(OPERATOR, REGION, parts.catalogue.parse(locked), 0);
        assertThatThrownBy(() -> apply(
                        A,
                        "{\"format\":1,\"case-type\":{\"boka-tid\":{\"active\":false,\"settings\":"
                                + "{\"attachments\":{\"formats\":[],\"most\":0,\"megabytes\":0}}}}}"))
                .hasMessageStartingWith("/case-type/boka-tid/settings/attachments: The region has locked");
        assertThatThrownBy(() -> apply(
                        A,
                        "{\"format\":1,\"terms\":{\"boka-tid\":{\"points\":[{\"id\":\"a\",\"text\":\"Eget.\"}],"
                                + "\"without\":[]}}}"))
                .hasMessageStartingWith("/terms/boka-tid: The terms of boka-tid are locked by region");
    }

    @Test
    void takingBackStopsAtWhatTheRegionHasLockedSince() {
        apply(A, "{\"format\":1,\"settings\":{\"staff-reminder\":{\"on\":true,\"workingDays\":4}}}");
        UUID set = apply(
                A,
                "{\"format\":1,\"settings\":{\"staff-reminder\":{\"on\":true,\"workingDays\":9},"
                        + "\"resident-reminder\":{\"on\":true,\"calendarDays\":9}}}");
        parts.regions.saveDefault(OPERATOR, REGION, StaffReminder.DEFAULT, true, 0);
        UndoneChange undone = parts.configurations.undo(OPERATOR, set);
        assertThat(undone.restored()).extracting(Piece::path).containsExactly("settings/resident-reminder");
        assertThat(undone.conflicts()).extracting(Piece::path).containsExactly("settings/staff-reminder");
        parts.regions.saveDefault(OPERATOR, REGION, StaffReminder.DEFAULT, false, 1);
        assertThat(parts.settings
                        .read(OPERATOR, A, StaffReminder.class)
                        .content()
                        .workingDays())
                .isEqualTo(9);
    }

    @Test
    void takingBackStopsAtTermsThatTheRegionHasLockedSince() {
        apply(A, active);
        UUID set = apply(A, active.replace("bråttom", "akut"));
        Versioned<CentralType> listed = parts.catalogue.types(OPERATOR, REGION).get(0);
        String open = parts.catalogue.write(listed.content());
        String locked = open.substring(0, open.lastIndexOf("\"locked\":")) + "\"locked\":[\"TERMS\"]}";
        parts.catalogue.save(OPERATOR, REGION, parts.catalogue.parse(locked), 0);
        UndoneChange undone = parts.configurations.undo(OPERATOR, set);
        assertThat(undone.restored()).isEmpty();
        assertThat(undone.conflicts()).extracting(Piece::path).containsExactly("terms/boka-tid");
    }

    @Test
    void takingBackStopsAtWhatNamesATypeThatIsGone() {
        apply(A, OWN.replace("\"active\":true", "\"active\":false"));
        apply(A, "{\"format\":1,\"settings\":{\"daily-caps\":{\"caseTypes\":{\"local-rokstopp\":4}}}}");
        UUID set = apply(A, "{\"format\":1,\"settings\":{\"daily-caps\":{\"caseTypes\":{}}}}");
        parts.choices.remove(OPERATOR, A, LOCAL, 1);
        UndoneChange undone = parts.configurations.undo(OPERATOR, set);
        assertThat(undone.restored()).isEmpty();
        assertThat(undone.conflicts()).extracting(Piece::path).containsExactly("settings/daily-caps");
    }

    @Test
    void takingBackStopsAtARecordSystemThatHasNotPassedItsTestAgain() {
        apply(A, "{\"format\":1,\"settings\":{\"record-system-notification\":{\"on\":true}}}");
        UUID set = apply(A, "{\"format\":1,\"settings\":{\"record-system-notification\":{\"on\":false}}}");
        parts.recordSystem(RecordSystems.Progress.UNTESTED);
        UndoneChange undone = parts.configurations.undo(OPERATOR, set);
        assertThat(undone.conflicts()).extracting(Piece::path).containsExactly("settings/record-system-notification");
        assertThat(parts.settings
                        .read(OPERATOR, A, RecordSystemNotification.class)
                        .content()
                        .on())
                .isFalse();
    }

    @Test
    void takenBackIsWhatWasInForceAndWhatWasChangedAgainIsTold() {
        apply(A, active);
        parts.terms.saveDraft(OPERATOR, A, BOOK, new TermsText(List.of(new TermsPoint("a", "Utkast."))), 1);
        List<String> before = words(A);
        UUID set = apply(
                A,
                active.replace("bråttom", "akut")
                        .replace("\"handlingDays\":4", "\"handlingDays\":4,\"firstReplyDays\":1"));
        assertThat(words(A)).isNotEqualTo(before);
        parts.choices.deactivate(OPERATOR, A, BOOK);
        UndoneChange undone = parts.configurations.undo(OPERATOR, set);
        assertThat(undone.restored()).extracting(Piece::path).containsExactly("terms/boka-tid");
        assertThat(undone.conflicts()).extracting(Piece::path).containsExactly("case-type/boka-tid");
        assertThat(words(A)).isEqualTo(before);
    }

    @Test
    void aTypeOfItsOwnIsMadeByTheDocumentThatSaysItAndGoesWithIt() {
        UUID set = apply(A, OWN);
        assertThat(parts.choices.read(OPERATOR, A, LOCAL).own().active()).isTrue();
        assertThat(words(A, LOCAL)).containsExactly("Vi hjälper dig.", "Vi svarar inom 4 arbetsdagar.", "Ring 112.");
        String said = parts.configurations.export(OPERATOR, A);
        assertThat(parts.configurations.apply(OPERATOR, List.of(A), said, ALL).differences())
                .isEmpty();
        parts.configurations.copy(OPERATOR, A, List.of(B), ALL);
        assertThat(parts.configurations.export(OPERATOR, B)).isEqualTo(said);

        UndoneChange undone = parts.configurations.undo(OPERATOR, set);
        assertThat(undone.conflicts()).isEmpty();
        assertThat(parts.configurations.export(OPERATOR, A)).doesNotContain("local-");
        assertThat(parts.choices.removed(OPERATOR, A)).containsExactly(LOCAL);
        assertThat(parts.configurations.undo(OPERATOR, undone.changeSet()).conflicts())
                .isEmpty();
        assertThat(parts.configurations.export(OPERATOR, A)).isEqualTo(said);
    }

    @Test
    void aTypeOfItsOwnThatIsWrongIsNotMade() {
        Map<String, String> wrong = Map.of(
                "{\"format\":1,\"case-type\":{\"boka-tid\":{\"active\":false,\"name\":\"Tid\",\"settings\":{}}}}",
                "/case-type/boka-tid/name: leave it out",
                "{\"format\":1,\"case-type\":{\"local-a\":{\"active\":false,\"settings\":{}}}}",
                "/case-type/local-a/name: write it",
                OWN.replace("Ring 112.", "Ring XX."),
                "/case-type/local-rokstopp/active: ");
        wrong.forEach((text, where) -> assertThatThrownBy(() -> apply(A, text)).hasMessageStartingWith(where));
        assertThat(parts.configurations.export(OPERATOR, A)).doesNotContain("local-");
    }

    @Test
    void aTypeOfItsOwnIsTakenAwayByTheDocumentOnlyWhileItIsInactive() {
        apply(A, OWN);
        String gone = "{\"format\":1,\"case-type\":{\"local-rokstopp\":null,\"local-never-was\":null}}";
        assertThatThrownBy(() -> apply(A, gone))
                .hasMessageStartingWith("/case-type/local-rokstopp: the type is active");
        parts.choices.deactivate(OPERATOR, A, LOCAL);
        apply(A, gone);
        assertThat(parts.choices.removed(OPERATOR, A)).containsExactly(LOCAL);
    }

    /**
     * Its region has made the type incomplete, or locked what it said, since: what would not pass the check is told and
     * left.
     */
    @Test
    void whatCouldNotStandIsNotTakenBack() {
        apply(A, active);
        UUID closing = apply(
                A, "{\"format\":1,\"case-type\":{\"boka-tid\":{\"active\":false,\"settings\":{\"handlingDays\":4}}}}");
        save("\"description\":\"Här kan du be om en tid hos oss.\"", "\"repliesEditable\":true", 0);
        UndoneChange undone = parts.configurations.undo(OPERATOR, closing);
        assertThat(undone.restored()).isEmpty();
        assertThat(undone.conflicts()).extracting(Piece::path).containsExactly("case-type/boka-tid");
        assertThat(parts.choices.read(OPERATOR, A, BOOK).own().active()).isFalse();
    }

    @Test
    void whatTheRegionHasWithdrawnOrLockedSinceIsNotTakenBack() {
        UUID first = apply(
                A,
                "{\"format\":1,\"case-type\":{\"boka-tid\":{\"active\":false,\"settings\":{\"firstReplyDays\":1}}}}");
        UUID second = parts.configurations.undo(OPERATOR, first).changeSet();
        save("\"locked\":[]", "\"locked\":[\"FIRST_REPLY\"]", 0);
        assertThat(parts.configurations.undo(OPERATOR, second).conflicts())
                .extracting(Piece::path)
                .containsExactly("case-type/boka-tid");
        save("\"locked\":[\"FIRST_REPLY\"]", "\"locked\":[]", 1);
        parts.catalogue.withdraw(OPERATOR, REGION, BOOK, A);
        assertThat(parts.configurations.undo(OPERATOR, second).conflicts()).hasSize(1);
        parts.catalogue.handOut(OPERATOR, REGION, BOOK, A);
        assertThat(parts.configurations.undo(OPERATOR, second).conflicts()).isEmpty();
    }

    /** The region saves the type with one text in place of another. */
    private void save(String before, String after, long seen) {
        Versioned<CentralType> listed = parts.catalogue.types(OPERATOR, REGION).get(0);
        String changed = parts.catalogue.write(listed.content()).replace(before, after);
        parts.catalogue.save(OPERATOR, REGION, parts.catalogue.parse(changed), seen);
    }

    private UUID apply(HsaId unit, String text) {
        return parts.configurations
                .apply(OPERATOR, List.of(unit), text, ALL)
                .changeSet()
                .orElseThrow();
    }

    private List<String> words(HsaId unit) {
        return words(unit, BOOK);
    }

    private List<String> words(HsaId unit, CaseTypeKey type) {
        return parts.terms.effective(OPERATOR, unit, type).orElseThrow().points().stream()
                .map(point -> point.point().text())
                .toList();
    }
}
