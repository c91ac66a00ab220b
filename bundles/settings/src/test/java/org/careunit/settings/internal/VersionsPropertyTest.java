package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;

/**
 * Whatever several authors do, each with what they have seen last, a section says what a simple list of versions says.
 */
class VersionsPropertyTest {

    private static final List<Actor> AUTHORS =
            List.of(new Actor.Operator("anna"), new Actor.Operator("bo"), new Actor.Operator("cia"));
    private static final List<CountyCode> REGIONS =
            List.of("01", "03", "04", "05", "06", "07", "08", "09", "10", "12").stream()
                    .map(CountyCode::new)
                    .toList();
    private static final AtomicInteger UNITS = new AtomicInteger();

    private static TestStore store;
    private static UnitSettingsComponent settings;
    private static RegionSettingsComponent regions;

    @BeforeContainer
    static void openStore() throws IOException, SQLException {
        store = TestStore.embedded(Files.createTempDirectory(Path.of("target"), "versions"));
        SettingsContext context = SettingsFixture.context(store);
        settings = new UnitSettingsComponent(FakeAccess.operators(), context);
        regions = new RegionSettingsComponent(FakeAccess.operators(), context);
    }

    @AfterContainer
    static void closeStore() {
        store.close();
    }

    private enum What {
        LOOK,
        SAVE,
        RESTORE,
        TELL,
        TELL_AGAIN
    }

    /** What an author does next; the number says what is written, or which version is taken again. */
    private record Step(int author, What what, int number, boolean on) {

        StaffReminder section() {
            return new StaffReminder(on, 1 + number);
        }
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, AUTHORS.size() - 1),
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Property(tries = 25)
    void nobodysChangeIsLostAndTheNewestHolds(@ForAll("stories") List<Step> story) {
        Model model = new Model(UNITS.incrementAndGet());
        story.forEach(model::take);
        model.compareHistories();
    }

    /** A version as it should be: what it says, empty if it gave up what was said, and who saved it. */
    private record Version<T>(Optional<T> said, String by) {}

    /** One document: its versions, and which one each author has seen. */
    private static final class Line<T> {

        private final List<Version<T>> versions = new ArrayList<>();
        private final long[] seen = new long[AUTHORS.size()];

        long newest() {
            return versions.size();
        }

        Optional<T> holds() {
            return versions.isEmpty() ? Optional.empty() : version(newest());
        }

        Optional<T> version(long number) {
            return number == 0
                    ? Optional.empty()
                    : versions.get((int) number - 1).said();
        }

        void look(int author) {
            seen[author] = newest();
        }

        boolean isStale(int author) {
            return seen[author] != newest();
        }

        void add(Step step, Optional<T> said) {
            versions.add(new Version<>(said, AUTHORS.get(step.author()).label()));
            look(step.author());
        }
    }

    private static final class Model {

        private final HsaId unit;
        private final CountyCode region;
        private final Line<StaffReminder> own = new Line<>();
        private final Line<Default<StaffReminder>> told = new Line<>();

        Model(int number) {
            unit = new HsaId("SE1111111111-V" + number);
            region = REGIONS.get(number % REGIONS.size());
            store.units().add(new CareUnit(unit, region, "Mottagning", CareUnit.State.OPEN));
            List<Saved<Default<StaffReminder>>> before =
                    regions.defaultHistory(AUTHORS.get(0), region, StaffReminder.class);
            before.forEach(saved -> told.versions.add(0, new Version<>(saved.content(), saved.actor())));
        }

        void take(Step step) {
            switch (step.what()) {
                case LOOK -> {
                    own.look(step.author());
                    told.look(step.author());
                }
                case SAVE -> saved(
                        step,
                        Optional.of(step.section()),
                        () -> settings.save(by(step), unit, step.section(), own.seen[step.author()]));
                case RESTORE -> restore(step);
                case TELL -> told(
                        step,
                        Optional.of(new Default<>(step.section(), step.on())),
                        () -> regions.saveDefault(
                                by(step), region, step.section(), step.on(), told.seen[step.author()]));
                case TELL_AGAIN -> tellAgain(step);
            }
            assertThat(settings.read(by(step), unit, StaffReminder.class))
                    .isEqualTo(new Versioned<>(effective(), own.newest()));
        }

        private static Actor by(Step step) {
            return AUTHORS.get(step.author());
        }

        private void restore(Step step) {
            Supplier<Versioned<StaffReminder>> work =
                    () -> settings.restore(by(step), unit, StaffReminder.class, step.number(), own.seen[step.author()]);
            if (isThere(step, own, work)) {
                saved(step, own.version(step.number()), work);
            }
        }

        private void tellAgain(Step step) {
            Supplier<Versioned<Default<StaffReminder>>> work = () -> regions.restoreDefault(
                    by(step), region, StaffReminder.class, step.number(), told.seen[step.author()]);
            if (isThere(step, told, work)) {
                told(step, told.version(step.number()), work);
            }
        }

        /** A version that there is not is refused, whatever else is wrong. */
        private static boolean isThere(Step step, Line<?> line, Supplier<?> work) {
            boolean there = step.number() <= line.newest();
            if (!there) {
                assertThatThrownBy(work::get)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("There is no version " + step.number());
            }
            return there;
        }

        private void saved(Step step, Optional<StaffReminder> said, Supplier<Versioned<StaffReminder>> work) {
            if (isLocked()) {
                assertThatThrownBy(work::get)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("locked by region " + region);
            } else if (own.isStale(step.author())) {
                conflict(work::get, ConflictException.class, conflict -> {
                    assertThat(conflict.refused()).contains(said.orElse(StaffReminder.DEFAULT));
                    assertThat(conflict.current()).contains(new Versioned<>(effective(), own.newest()));
                });
                own.look(step.author());
            } else {
                Versioned<StaffReminder> saved = work.get();
                own.add(step, said);
                assertThat(saved).isEqualTo(new Versioned<>(effective(), own.newest()));
            }
        }

        private void told(
                Step step, Optional<Default<StaffReminder>> said, Supplier<Versioned<Default<StaffReminder>>> work) {
            if (told.isStale(step.author())) {
                conflict(work::get, ConflictException.class, conflict -> assertThat(conflict.current())
                        .contains(current()));
                told.look(step.author());
            } else {
                Versioned<Default<StaffReminder>> now = work.get();
                told.add(step, said);
                assertThat(now).isEqualTo(current());
            }
        }

        private static <E extends Throwable> void conflict(ThrowingCallable work, Class<E> kind, Consumer<E> carries) {
            assertThatThrownBy(work).isInstanceOfSatisfying(kind, carries);
        }

        private boolean isLocked() {
            return told.holds().filter(Default::locked).isPresent();
        }

        private Versioned<Default<StaffReminder>> current() {
            return new Versioned<>(told.holds().orElse(new Default<>(StaffReminder.DEFAULT, false)), told.newest());
        }

        private StaffReminder effective() {
            return isLocked()
                    ? current().content().section()
                    : own.holds().orElse(current().content().section());
        }

        void compareHistories() {
            Actor reader = AUTHORS.get(0);
            compare(settings.history(reader, unit, StaffReminder.class), own);
            compare(regions.defaultHistory(reader, region, StaffReminder.class), told);
        }

        private static <T> void compare(List<Saved<T>> history, Line<T> line) {
            assertThat(history).hasSize(line.versions.size());
            for (Saved<T> saved : history) {
                Version<T> expected = line.versions.get((int) saved.version() - 1);
                assertThat(new Version<>(saved.content(), saved.actor())).isEqualTo(expected);
            }
        }
    }
}
