package org.careunit.api.casetypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.casetypes.Attachments.Format;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.junit.jupiter.api.Test;

class CaseTypeRecordsTest {

    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    private static final ReplyOption REPLY = new ReplyOption("Klart", "Det är klart.");

    @Test
    void aRegionsTypeNeedsNeitherRepliesNorLocks() {
        assertThat(new CentralType(BOOK, "Boka tid", true, TypeSettings.NONE, null, null))
                .isEqualTo(new CentralType(BOOK, "Boka tid", true, TypeSettings.NONE, List.of(), Set.of()));
    }

    @Test
    void attachmentsHaveLimitsExactlyIfThereAreFormats() {
        assertThat(new Attachments(Set.of(Format.PDF), 1, 1).formats()).containsExactly(Format.PDF);
        assertThat(new Attachments(EnumSet.allOf(Format.class), Attachments.MOST, Attachments.LARGEST))
                .isNotEqualTo(Attachments.NONE);
        refused("formats: ", () -> new Attachments(null, 0, 0));
        refused("most: ", () -> new Attachments(Set.of(), 1, 0));
        refused("megabytes: ", () -> new Attachments(Set.of(), 0, 1));
        refused("most: ", () -> new Attachments(Set.of(Format.PNG), 0, 1));
        refused("most: ", () -> new Attachments(Set.of(Format.PNG), Attachments.MOST + 1, 1));
        refused("megabytes: ", () -> new Attachments(Set.of(Format.PNG), 1, Attachments.LARGEST + 1));
    }

    @Test
    void agesAreInTheirOrder() {
        assertThat(limits(0, ResidentLimits.OLDEST)).isNotEqualTo(ResidentLimits.NONE);
        assertThat(limits(18, 18).toAge()).hasValue(18);
        refused("fromAge: 19 is above", () -> limits(19, 18));
        refused("fromAge: ", () -> limits(-1, 18));
        refused("toAge: ", () -> limits(0, ResidentLimits.OLDEST + 1));
    }

    private static ResidentLimits limits(int from, int to) {
        return new ResidentLimits(OptionalInt.of(from), OptionalInt.of(to), Optional.empty(), false);
    }

    @Test
    void replyOptionsHaveATitleOfOneLineAndAText() {
        assertThat(new ReplyOption(" Klart ", "Det är\r\nklart. "))
                .isEqualTo(new ReplyOption("Klart", "Det är\nklart."));
        refused("title: ", () -> new ReplyOption(" ", "a"));
        refused("title: write one line", () -> new ReplyOption("a\nb", "a"));
        refused("title: ", () -> new ReplyOption("a".repeat(101), "a"));
        refused("text: ", () -> new ReplyOption("a", null));
        refused("text: ", () -> new ReplyOption("a", "a".repeat(4001)));
        refused("text: ", () -> new ReplyOption("a", "a\u0007"));
    }

    @Test
    void promisesAndTextsOfSettingsAreInTheirRange() {
        assertThat(days(TypeSettings.LONGEST_PROMISE, 0).firstReplyDays()).hasValue(0);
        refused("handlingDays: ", () -> days(0, 0));
        refused("handlingDays: ", () -> days(TypeSettings.LONGEST_PROMISE + 1, 0));
        refused("firstReplyDays: ", () -> days(1, -1));
        refused("description: ", () -> settings(" ", List.of()));
        refused("description: ", () -> settings("a".repeat(1001), List.of()));
        refused("standardReplies: ", () -> settings("a", Collections.nCopies(TypeSettings.MOST_REPLIES + 1, REPLY)));
        refused("standardReplies: ", () -> settings("a", Arrays.asList((ReplyOption) null)));
    }

    private static TypeSettings days(int handling, int firstReply) {
        return new TypeSettings(
                Optional.empty(),
                OptionalInt.of(handling),
                OptionalInt.of(firstReply),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TypeSettings settings(String description, List<ReplyOption> replies) {
        return new TypeSettings(
                Optional.of(description),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(replies),
                Optional.empty());
    }

    @Test
    void aRegionsTypeHasANameAndNoKeyOfAUnitsOwn() {
        refused("key: ", () -> central("local-a", "Boka tid", TypeSettings.NONE, Set.of()));
        refused("name: ", () -> central("a", " ", TypeSettings.NONE, Set.of()));
        refused("name: ", () -> central("a", "a".repeat(101), TypeSettings.NONE, Set.of()));
        refused("locked: ", () -> central("a", "A", TypeSettings.NONE, Set.of(TypeField.HANDLING_TIME)));
        assertThat(central("a", "A", days(1, 0), EnumSet.allOf(TypeField.class)).locked())
                .containsExactly(TypeField.values());
    }

    private static CentralType central(String key, String name, TypeSettings settings, Set<TypeField> locked) {
        return new CentralType(new CaseTypeKey(key), name, true, settings, List.of(REPLY), locked);
    }

    @Test
    void aUnitsOwnTypeIsLockedInNothing() {
        CaseTypeKey key = new CaseTypeKey("local-rokstopp");
        UnitChoice choice = new UnitChoice(true, Optional.of(" Rökstopp "), days(3, 0));
        TypeAtUnit own =
                new TypeAtUnit(key, choice.name().orElseThrow(), Optional.empty(), choice, choice.settings(), 1);
        assertThat(own.locked()).isEmpty();
        assertThat(own.fixedReplies()).isEmpty();
        assertThat(own.summary())
                .isEqualTo(new UnitCaseType(key, "Rökstopp", true, OptionalInt.of(3), OptionalInt.empty(), false));
        refused("name: ", () -> new UnitChoice(false, Optional.of(""), TypeSettings.NONE));
    }

    private static void refused(String start, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(RefusedException.class).hasMessageStartingWith(start);
    }
}
