package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.SupportContact;
import org.junit.jupiter.api.Test;

/** Two who save settings at once, on every database. */
abstract class SettingsConflictContract extends SettingsFixture {

    @Test
    public void twoInTwoSectionsNeverCollide() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        settings.save(BO, UNIT, new PageLink(false), 0);
        assertThat(read().version()).isEqualTo(1);
        assertThat(settings.read(ANNA, UNIT, PageLink.class)).isEqualTo(new Versioned<>(new PageLink(false), 1));
    }

    @Test
    public void aConflictCarriesBothVersions() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        EmailNotification theirs = on("b@example.org");
        settings.save(BO, UNIT, theirs, 1);
        EmailNotification mine = on("c@example.org");
        assertThatThrownBy(() -> settings.save(ANNA, UNIT, mine, 1))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.refused()).contains(mine);
                    assertThat(conflict.current()).contains(new Versioned<>(theirs, 2));
                    assertThat(conflict).hasMessageContaining("saved by operator:bo");
                    assertThat(conflict).hasMessageNotContaining("example.org");
                });
        assertThat(read()).isEqualTo(new Versioned<>(theirs, 2));
        assertThat(store.audit().newest(UNIT, 10)).hasSize(2);
        assertThat(settings.save(ANNA, UNIT, mine, 2)).isEqualTo(new Versioned<>(mine, 3));
    }

    @Test
    public void anUpdateChangesWhatSomebodyFasterHasSaved() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        AtomicInteger calls = new AtomicInteger();
        Versioned<EmailNotification> saved = settings.update(ANNA, UNIT, EmailNotification.class, seen -> {
            if (calls.incrementAndGet() == 1) {
                settings.save(BO, UNIT, with(seen, "b@example.org"), 1);
            }
            return with(seen, "c@example.org");
        });
        assertThat(saved)
                .isEqualTo(new Versioned<>(with(with(on("a@example.org"), "b@example.org"), "c@example.org"), 3));
        assertThat(settings.update(ANNA, UNIT, EmailNotification.class, seen -> seen))
                .isEqualTo(saved);
        assertThatThrownBy(() -> settings.update(ANNA, UNIT, EmailNotification.class, seen -> {
                    long version = read().version();
                    settings.save(BO, UNIT, on("x" + version + "@example.org"), version);
                    return on("never@example.org");
                }))
                .isInstanceOf(ConflictException.class);
    }

    private static EmailNotification with(EmailNotification section, String address) {
        List<EmailAddress> addresses = new ArrayList<>(section.addresses());
        addresses.add(new EmailAddress(address));
        return new EmailNotification(true, addresses);
    }

    @Test
    public void aConflictInARegionsSectionCarriesBothVersions() {
        SupportContact first = new SupportContact("Supporten", "08-123 45 67");
        SupportContact theirs = new SupportContact("Förvaltningen", "08-123 45 68");
        regions.save(ANNA, REGION, first, 0);
        regions.save(BO, REGION, theirs, 1);
        SupportContact mine = new SupportContact("Vi", "08-123 45 69");
        assertThatThrownBy(() -> regions.save(ANNA, REGION, mine, 1))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.refused()).contains(mine);
                    assertThat(conflict.current()).contains(new Versioned<>(theirs, 2));
                    assertThat(conflict).hasMessageContaining("region 01", "saved by operator:bo");
                });
        assertThatThrownBy(() -> regions.restore(ANNA, REGION, SupportContact.class, 0, 1))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.refused()).contains(SupportContact.NONE);
                    assertThat(conflict.current()).contains(new Versioned<>(theirs, 2));
                });
        assertThat(regions.read(ANNA, REGION, SupportContact.class)).isEqualTo(new Versioned<>(theirs, 2));
    }

    @Test
    public void aConflictInARegionsDefaultCarriesBothVersionsLockAndAll() {
        regions.saveDefault(BO, REGION, new PageLink(false), true, 0);
        assertThatThrownBy(() -> regions.saveDefault(ANNA, REGION, PageLink.SHOWN, false, 0))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.refused()).contains(new Default<>(PageLink.SHOWN, false));
                    assertThat(conflict.current())
                            .contains(new Versioned<>(new Default<>(new PageLink(false), true), 1));
                    assertThat(conflict).hasMessageContaining("page-link is at version 1");
                });
        assertThat(regions.readDefault(ANNA, REGION, PageLink.class))
                .isEqualTo(new Versioned<>(new Default<>(new PageLink(false), true), 1));
    }

    @Test
    public void ofTwoWhoSaveAtOnceOneGetsTheOthersVersion() throws Exception {
        UnitSettingsComponent otherNode = service(store);
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService authors = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = new ArrayList<>();
            for (UnitSettingsComponent node : List.of(settings, otherNode)) {
                both.add(authors.submit(() -> {
                    awaitOther(ready);
                    node.save(ANNA, UNIT, on("a@example.org"), 0);
                }));
            }
            assertThat(both).filteredOn(SettingsConflictContract::conflicted).hasSize(1);
        } finally {
            authors.shutdownNow();
        }
        assertThat(store.documents().history(DOCUMENT)).hasSize(1);
        assertThat(store.audit().newest(UNIT, 10)).hasSize(1);
    }

    private static void awaitOther(CountDownLatch ready) {
        ready.countDown();
        try {
            assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static boolean conflicted(Future<?> saved) {
        try {
            saved.get(30, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException failure) {
            assertThat(failure).hasCauseInstanceOf(ConflictException.class);
            return true;
        } catch (InterruptedException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }
}
