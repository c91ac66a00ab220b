package org.careunit.casetypes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.ReplyOption;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.TypeField;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.careunit.api.terms.TermsState;
import org.careunit.api.units.CareUnit;
import org.careunit.casetypes.internal.catalogue.StoredCatalogue;
import org.careunit.casetypes.internal.choices.CachedCaseTypes;
import org.careunit.casetypes.internal.choices.CaseTypePart;
import org.careunit.casetypes.internal.choices.ChoiceStore;
import org.careunit.casetypes.internal.choices.StoredChoices;
import org.careunit.casetypes.internal.choices.StoredNamings;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.EntryChanges;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What case types promise, on every database. */
public abstract class CaseTypesContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final Actor ANNA = new Actor.Operator("anna");
    private static final Actor NOBODY = new Actor.Staff(new StaffId("SE1111111111-NOBODY"));
    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    private static final TermsState FINE = new TermsState(TermsState.Stage.UNIT, false, List.of());
    private static final TypeSettings FIVE_DAYS = json("{\"handlingDays\":5}");

    private static final Map<TypeField, TypeSettings> LOCKABLE = Map.of(
            TypeField.DESCRIPTION, json("{\"description\":\"Eget.\"}"),
            TypeField.HANDLING_TIME, json("{\"handlingDays\":7}"),
            TypeField.FIRST_REPLY, json("{\"firstReplyDays\":1}"),
            TypeField.ATTACHMENTS, json("{\"attachments\":{\"formats\":[],\"most\":0,\"megabytes\":0}}"),
            TypeField.LIMITS, json("{\"limits\":{\"namedOnly\":true}}"),
            TypeField.REPLIES, json("{\"standardReplies\":[],\"repliesEditable\":true}"));

    private TestStore store;
    private CaseTypesContext context;
    public StoredChoices choices;
    private StoredCatalogue catalogue;

    public abstract TestStore open() throws Exception;

    private static TypeSettings json(String text) {
        return new org.careunit.storage.json.RecordJson().parse(TypeSettings.class, text);
    }

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, STOCKHOLM, "Mottagning Å", CareUnit.State.OPEN));
        context = memory();
        choices = new StoredChoices(FakeAccess.operators(), context);
        catalogue = new StoredCatalogue(FakeAccess.operators(), context);
    }

    private CaseTypesContext memory() {
        return new CaseTypesContext(
                store.transactions(),
                store.units(),
                store.documents(),
                store.namings(),
                store.audit(),
                store.changes());
    }

    @AfterEach
    public void closeStore() {
        context.close();
        store.close();
    }

    @Test
    public void everyUnitBeginsWithTheDefaultSetInactive() {
        List<UnitCaseType> types = new CachedCaseTypes(FakeAccess.operators(), context).ofUnit(ANNA, UNIT);
        assertThat(types).hasSize(13).noneMatch(UnitCaseType::active);
        assertThat(types)
                .extracting(UnitCaseType::name)
                .startsWith("Boka tid", "Avboka eller omboka tid")
                .endsWith("Synpunkter och klagomål");
    }

    @Test
    public void whoHasLockedTheUnitReadsItsTypesFromTheStoreAndNotFromMemory() {
        CachedCaseTypes types = new CachedCaseTypes(FakeAccess.operators(), context);
        choices.save(ANNA, UNIT, BOOK, FIVE_DAYS, 0);
        assertThat(types.find(ANNA, UNIT, BOOK).orElseThrow().handlingDays()).hasValue(5);
        store.execute("UPDATE documents SET body = REPLACE(body, '\"handlingDays\":5',"
                + " '\"handlingDays\":6') WHERE scope_id = '" + UNIT + "'"); // without a notice
        assertThat(types.find(ANNA, UNIT, BOOK).orElseThrow().handlingDays()).hasValue(5);
        assertThat(types.ofUnitNow(ANNA, UNIT))
                .filteredOn(type -> type.key().equals(BOOK))
                .singleElement()
                .satisfies(type -> assertThat(type.handlingDays()).hasValue(6));
        assertThat(types.find(ANNA, UNIT, BOOK).orElseThrow().handlingDays())
                .as("nothing of it is remembered")
                .hasValue(5);
    }

    @Test
    public void aTypeIsActivatedOnlyWhenItsSettingsAndTermsAreComplete() {
        assertThatThrownBy(() -> choices.activate(ANNA, UNIT, BOOK))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("The handling time is missing", "cannot be checked now");
        choices.save(ANNA, UNIT, BOOK, FIVE_DAYS, 0);
        choices.setTerms((actor, unit, type) -> new TermsState(
                TermsState.Stage.UNIT, false, List.of(problem("Punkt 1: ersätt X med mottagningens namn."))));
        assertThat(choices.obstacles(ANNA, UNIT, BOOK))
                .extracting(Problem::swedish)
                .containsExactly("Punkt 1: ersätt X med mottagningens namn.");
        choices.setTerms((actor, unit, type) -> new TermsState(TermsState.Stage.NONE, true, List.of()));
        assertThatThrownBy(() -> choices.activate(ANNA, UNIT, BOOK)).hasMessageContaining("There are no terms");
        choices.setTerms((actor, unit, type) -> FINE);
        assertThat(choices.activate(ANNA, UNIT, BOOK).own().active()).isTrue();
        assertThatThrownBy(() -> choices.save(ANNA, UNIT, BOOK, TypeSettings.NONE, 2))
                .hasMessageContaining("The handling time is missing");
        choices.unsetTerms(null);
        assertThat(choices.deactivate(ANNA, UNIT, BOOK).own().active()).isFalse();
    }

    @Test
    public void whatItsRegionHasJustWithdrawnIsNotActivated() {
        choices.save(ANNA, UNIT, BOOK, FIVE_DAYS, 0);
        CaseTypesContext deaf = memory();
        deaf.close();
        StoredChoices behind = new StoredChoices(FakeAccess.operators(), deaf);
        behind.setTerms((actor, unit, type) -> FINE);
        assertThat(behind.obstacles(ANNA, UNIT, BOOK)).isEmpty();
        catalogue.withdraw(ANNA, STOCKHOLM, BOOK, UNIT);
        assertThatThrownBy(() -> behind.activate(ANNA, UNIT, BOOK))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("does not have the case type");
        catalogue.handOut(ANNA, STOCKHOLM, BOOK, UNIT);
        assertThat(choices.read(ANNA, UNIT, BOOK).own().active()).isFalse();
    }

    @Test
    public void twoWhoSaveTheSameVersionAreBothShown() {
        choices.save(ANNA, UNIT, BOOK, FIVE_DAYS, 0);
        ConflictException conflict = catchThrowableOfType(
                ConflictException.class, () -> choices.save(ANNA, UNIT, BOOK, json("{\"handlingDays\":9}"), 0));
        assertThat(conflict.refused()).contains(new UnitChoice(false, json("{\"handlingDays\":9}")));
        assertThat(conflict.current(UnitChoice.class).content().settings()).isEqualTo(FIVE_DAYS);
        assertThat(choices.read(ANNA, UNIT, BOOK).version()).isEqualTo(1);
    }

    @Test
    public void anEarlierVersionIsRestoredAsTheNewest() {
        choices.save(ANNA, UNIT, BOOK, FIVE_DAYS, 0);
        choices.save(ANNA, UNIT, BOOK, json("{\"handlingDays\":9}"), 1);
        assertThat(choices.restore(ANNA, UNIT, BOOK, 1, 2).effective().handlingDays())
                .hasValue(5);
        assertThat(choices.restore(ANNA, UNIT, BOOK, 0, 3).own().settings()).isEqualTo(TypeSettings.NONE);
        assertThat(choices.history(ANNA, UNIT, BOOK)).extracting(Saved::version).containsExactly(4L, 3L, 2L, 1L);
        assertThat(store.audit().newest(UNIT, 1).get(0).action()).isEqualTo("case-type.restore");
        assertThatThrownBy(() -> choices.restore(ANNA, UNIT, BOOK, 8, 4)).hasMessageContaining("no version 8");
    }

    @Test
    public void whatTheRegionLocksHoldsWhateverTheUnitSaved() {
        choices.save(ANNA, UNIT, BOOK, json("{\"handlingDays\":5,\"firstReplyDays\":1}"), 0);
        CentralType locked = central(BOOK, true, json("{\"handlingDays\":2}"), Set.of(TypeField.HANDLING_TIME));
        assertThat(catalogue.save(ANNA, STOCKHOLM, locked, 0)).isEqualTo(new Versioned<>(locked, 1));
        TypeSettings holds = choices.read(ANNA, UNIT, BOOK).effective();
        assertThat(holds.handlingDays()).isEqualTo(OptionalInt.of(2));
        assertThat(holds.firstReplyDays()).isEqualTo(OptionalInt.of(1));
        assertThatThrownBy(() -> choices.save(ANNA, UNIT, BOOK, FIVE_DAYS, 1))
                .hasMessageContaining("The region has locked HANDLING_TIME");
        assertThatThrownBy(() -> catalogue.save(ANNA, STOCKHOLM, locked, 0)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> central(BOOK, true, TypeSettings.NONE, Set.of(TypeField.HANDLING_TIME)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    public void aRegionRestoresAnEarlierVersion() {
        CentralType first = central(BOOK, true, FIVE_DAYS, Set.of());
        CentralType second = central(BOOK, false, FIVE_DAYS, Set.of(TypeField.TERMS));
        catalogue.save(ANNA, STOCKHOLM, first, 0);
        catalogue.save(ANNA, STOCKHOLM, catalogue.parse(catalogue.write(second)), 1);
        assertThat(catalogue.restore(ANNA, STOCKHOLM, BOOK, 1, 2)).isEqualTo(new Versioned<>(first, 3));
        assertThat(catalogue.types(ANNA, STOCKHOLM)).first().isEqualTo(new Versioned<>(first, 3));
        assertThat(catalogue.history(ANNA, STOCKHOLM, BOOK))
                .extracting(saved -> saved.content().orElseThrow())
                .containsExactly(first, second, first);
        assertThatThrownBy(() -> catalogue.restore(ANNA, STOCKHOLM, BOOK, 9, 3)).hasMessageContaining("no version 9");
    }

    @Test
    public void aTypeIsHandedOutAndWithdrawn() {
        CaseTypeKey own = new CaseTypeKey("vaccination");
        catalogue.save(ANNA, STOCKHOLM, central(own, false, FIVE_DAYS, Set.of()), 0);
        assertThatThrownBy(() -> choices.read(ANNA, UNIT, own)).hasMessageContaining("does not have");
        catalogue.handOut(ANNA, STOCKHOLM, own, UNIT);
        choices.setTerms((actor, unit, type) -> FINE);
        choices.activate(ANNA, UNIT, own);
        catalogue.withdraw(ANNA, STOCKHOLM, own, UNIT);
        assertThatThrownBy(() -> choices.read(ANNA, UNIT, own)).hasMessageContaining("does not have");
        catalogue.handOut(ANNA, STOCKHOLM, own, UNIT);
        assertThat(choices.read(ANNA, UNIT, own).own().active()).isFalse();
        assertThat(catalogue.handOuts(ANNA, STOCKHOLM, own, UNIT))
                .extracting(saved -> saved.content().orElseThrow())
                .containsExactly(true, false, true);
        assertThat(catalogue.handOuts(ANNA, STOCKHOLM, BOOK, UNIT)).isEmpty();
        assertThatThrownBy(() -> catalogue.handOuts(ANNA, STOCKHOLM, new CaseTypeKey("none"), UNIT))
                .hasMessageContaining("has no case type");
        assertThatThrownBy(() -> catalogue.handOut(ANNA, new CountyCode("03"), BOOK, UNIT))
                .hasMessageContaining("not in region 03");
    }

    @Test
    public void whatIsNoLongerForEverybodyIsClosedAndDoesNotOpenByItself() {
        catalogue.save(ANNA, STOCKHOLM, central(BOOK, true, FIVE_DAYS, Set.of()), 0);
        choices.setTerms((actor, unit, type) -> FINE);
        choices.activate(ANNA, UNIT, BOOK);
        catalogue.save(ANNA, STOCKHOLM, central(BOOK, false, FIVE_DAYS, Set.of()), 1);
        assertThatThrownBy(() -> choices.read(ANNA, UNIT, BOOK)).hasMessageContaining("does not have");
        assertThat(store.audit().newest(UNIT, 1).get(0).action()).isEqualTo("case-type.withdraw");
        catalogue.save(ANNA, STOCKHOLM, central(BOOK, true, FIVE_DAYS, Set.of()), 2);
        assertThat(choices.read(ANNA, UNIT, BOOK).own().active()).isFalse();
    }

    @Test
    public void whatWasHandedOutStaysOpenWhenItIsNoLongerForEverybody() {
        catalogue.save(ANNA, STOCKHOLM, central(BOOK, false, FIVE_DAYS, Set.of()), 0);
        catalogue.handOut(ANNA, STOCKHOLM, BOOK, UNIT);
        choices.setTerms((actor, unit, type) -> FINE);
        choices.activate(ANNA, UNIT, BOOK);
        catalogue.save(ANNA, STOCKHOLM, central(BOOK, true, FIVE_DAYS, Set.of()), 1);
        catalogue.save(ANNA, STOCKHOLM, central(BOOK, false, FIVE_DAYS, Set.of()), 2);
        assertThat(choices.read(ANNA, UNIT, BOOK).own().active()).isTrue();
    }

    @Test
    public void aUnitsOwnTypesStandLastByTheirNames() {
        TypeAtUnit walk = choices.create(ANNA, UNIT, "  Ögonbottenfoto på mottagningen ", TypeSettings.NONE);
        TypeAtUnit again = choices.create(ANNA, UNIT, "Ögonbottenfoto på mottagningen", TypeSettings.NONE);
        TypeAtUnit first = choices.create(ANNA, UNIT, "Ångestgrupp", FIVE_DAYS);
        assertThat(walk.key()).hasToString("local-ogonbottenfoto-pa-mottagningen");
        assertThat(again.key()).hasToString("local-ogonbottenfoto-pa-mottagningen-2");
        assertThat(first.central()).isEmpty();
        assertThat(first.effective()).isEqualTo(FIVE_DAYS);
        assertThat(choices.overview(ANNA, UNIT))
                .hasSize(16)
                .extracting(overview -> overview.type().name())
                .endsWith("Ångestgrupp", "Ögonbottenfoto på mottagningen", "Ögonbottenfoto på mottagningen");
        assertThat(store.audit().newest(UNIT, 1).get(0).action()).isEqualTo("case-type.create");
        assertThat(choices.replies(ANNA, UNIT, first.key()).options()).isEmpty();
        assertThatThrownBy(() -> choices.create(ANNA, UNIT, " ", TypeSettings.NONE))
                .hasMessageStartingWith("name: ");
    }

    @Test
    public void aUnitsOwnTypeIsOpenedAsAnyOther() {
        CaseTypeKey own = choices.create(ANNA, UNIT, "Rökstopp", FIVE_DAYS).key();
        choices.setTerms((actor, unit, type) -> FINE);
        assertThatThrownBy(() -> choices.activate(ANNA, UNIT, own)).hasMessageContaining("The description is missing");
        choices.save(ANNA, UNIT, own, describe(FIVE_DAYS), 1);
        assertThat(choices.activate(ANNA, UNIT, own).own())
                .isEqualTo(new UnitChoice(true, Optional.of("Rökstopp"), describe(FIVE_DAYS)));
        assertThatThrownBy(() -> choices.remove(ANNA, UNIT, own, 3)).hasMessageContaining("deactivate it first");
        assertThat(choices.deactivate(ANNA, UNIT, own).name()).isEqualTo("Rökstopp");
    }

    @Test
    public void aUnitsOwnTypeIsRenamedRemovedAndRestored() {
        CaseTypeKey own = choices.create(ANNA, UNIT, "Rökstopp", FIVE_DAYS).key();
        assertThat(choices.rename(ANNA, UNIT, own, "Sluta röka", 1).name()).isEqualTo("Sluta röka");
        choices.remove(ANNA, UNIT, own, 2);
        assertThatThrownBy(() -> choices.read(ANNA, UNIT, own)).hasMessageContaining("does not have");
        assertThat(choices.removed(ANNA, UNIT)).containsExactly(own);
        assertThat(choices.history(ANNA, UNIT, own))
                .extracting(saved -> saved.content().flatMap(UnitChoice::name))
                .containsExactly(Optional.empty(), Optional.of("Sluta röka"), Optional.of("Rökstopp"));
        assertThat(choices.create(ANNA, UNIT, "Rökstopp", TypeSettings.NONE).key())
                .hasToString("local-rokstopp-2");
        assertThatThrownBy(() -> choices.restore(ANNA, UNIT, own, 3, 3)).hasMessageContaining("nothing to restore");
        assertThatThrownBy(() -> choices.restore(ANNA, UNIT, own, 1, 2)).isInstanceOf(ConflictException.class);
        assertThat(choices.restore(ANNA, UNIT, own, 1, 3))
                .isEqualTo(choices.read(ANNA, UNIT, own))
                .returns("Rökstopp", TypeAtUnit::name)
                .returns(FIVE_DAYS, TypeAtUnit::effective);
        assertThat(choices.removed(ANNA, UNIT)).isEmpty();
        assertThatThrownBy(() -> choices.rename(ANNA, UNIT, BOOK, "Tider", 0)).hasMessageContaining("the region's");
        assertThatThrownBy(() -> choices.remove(ANNA, UNIT, BOOK, 0)).hasMessageContaining("the region's");
    }

    /** As a version before units' own types wrote them. */
    @Test
    public void anOlderDocumentReadsAsBefore() {
        store.documents()
                .save(
                        ChoiceStore.id(UNIT, BOOK),
                        0,
                        Content.published(1, "{\"active\":true,\"settings\":{\"handlingDays\":5}}", "staff:old"));
        assertThat(choices.read(ANNA, UNIT, BOOK).own()).isEqualTo(new UnitChoice(true, FIVE_DAYS));
    }

    /** Whatever the region locks, a unit can neither save nor bring back, and what it said before does not hold. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TERMS")
    public void eachFieldCanBeLocked(TypeField field) {
        TypeSettings unit = LOCKABLE.get(field);
        choices.save(ANNA, UNIT, BOOK, unit, 0);
        choices.save(ANNA, UNIT, BOOK, TypeSettings.NONE, 1);
        catalogue.save(ANNA, STOCKHOLM, central(BOOK, true, FIVE_DAYS, Set.of(field)), 0);
        assertThatThrownBy(() -> choices.save(ANNA, UNIT, BOOK, unit, 2)).hasMessageContaining("locked " + field);
        assertThatThrownBy(() -> choices.restore(ANNA, UNIT, BOOK, 1, 2)).hasMessageContaining("locked " + field);
        String said = context.json().write(new UnitChoice(false, unit));
        CaseTypePart part = new CaseTypePart(context);
        Map<String, Optional<String>> entries = Map.of(BOOK.value(), Optional.of(said));
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    part.save(new EntryChanges(ANNA, UNIT, new UUID(0, 1), entries));
                    part.check(ANNA, UNIT, entries.keySet());
                }))
                .hasMessageStartingWith("/" + BOOK + "/settings/")
                .hasMessageContaining("The region has locked ");
        for (TypeField other : LOCKABLE.keySet()) {
            if (other != field) {
                choices.save(
                        ANNA,
                        UNIT,
                        BOOK,
                        LOCKABLE.get(other),
                        choices.read(ANNA, UNIT, BOOK).version());
            }
        }
    }

    @Test
    public void staffSeeFixedRepliesFirstAndThenTheUnitsOwn() {
        ReplyOption own = new ReplyOption("Klart", "Receptet är förnyat.");
        choices.save(
                ANNA,
                UNIT,
                BOOK,
                json("{\"standardReplies\":[{\"title\":\"Klart\",\"text\":\"Receptet är"
                        + " förnyat.\"}],\"repliesEditable\":true}"),
                0);
        assertThat(choices.replies(ANNA, UNIT, BOOK).options())
                .hasSize(3)
                .endsWith(new org.careunit.api.casetypes.ReplyPreview.Shown(own, false, true))
                .first()
                .matches(shown -> shown.fixed() && !shown.editable());
    }

    @Test
    public void namedResidentsAreKeptByPseudonymAlone() {
        StoredNamings namings = new StoredNamings(FakeAccess.operators(), context, store.pseudonyms(), store.clock());
        namings.name(ANNA, UNIT, BOOK, new ResidentPseudonym("r-1"));
        namings.name(ANNA, UNIT, BOOK, new ResidentPseudonym("r-1"));
        assertThat(namings.ofType(ANNA, UNIT, BOOK))
                .singleElement()
                .matches(named -> named.resident().value().matches("[0-9a-f]{64}"));
        assertThat(context.memory().at(UNIT).stored().named()).containsOnlyKeys(BOOK);
        namings.remove(ANNA, UNIT, BOOK, new ResidentPseudonym("r-1"));
        assertThat(context.memory().at(UNIT).stored().named()).isEmpty();
        assertThatThrownBy(() -> namings.remove(ANNA, UNIT, BOOK, new ResidentPseudonym("r-1")))
                .hasMessageContaining("is not named");
    }

    @Test
    public void whoMayNotChangesNothing() {
        assertThatThrownBy(() -> choices.save(NOBODY, UNIT, BOOK, FIVE_DAYS, 0))
                .isInstanceOf(NotPermittedException.class);
        assertThat(choices.history(ANNA, UNIT, BOOK)).isEmpty();
    }

    private static CentralType central(
            CaseTypeKey key, boolean forEverybody, TypeSettings settings, Set<TypeField> locked) {
        return new CentralType(key, "Boka tid", forEverybody, describe(settings), List.of(), locked);
    }

    private static TypeSettings describe(TypeSettings settings) {
        return new TypeSettings(
                Optional.of("Här kan du boka tid."),
                settings.handlingDays(),
                settings.firstReplyDays(),
                settings.attachments(),
                settings.limits(),
                settings.standardReplies(),
                settings.repliesEditable());
    }

    private static Problem problem(String swedish) {
        return new Problem("test.problem", "", Map.of(), swedish, "a problem");
    }
}
