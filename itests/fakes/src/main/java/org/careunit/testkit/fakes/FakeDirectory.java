package org.careunit.testkit.fakes;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.testkit.fakes.FaultSwitch.Fault;

/** The directory of staff and units in memory, with what a test has put into it. Safe for use by many threads. */
public final class FakeDirectory implements StaffDirectory {

    /** When it gives its answers, unless a test says otherwise. */
    public static final Instant AS_OF = Instant.parse("2026-03-02T07:00:00Z");

    private final FaultSwitch faults = new FaultSwitch();
    private final Map<StaffId, List<StaffEntry>> staff = new LinkedHashMap<>();
    private final Map<PersonNumber, List<StaffId>> persons = new LinkedHashMap<>();
    private final Map<HsaId, UnitEntry> units = new LinkedHashMap<>();
    private Function<HsaId, Optional<UnitEntry>> otherUnits = unknown -> Optional.empty();
    private volatile boolean stale;
    private volatile boolean setUp = true;
    private volatile Instant asOf = AS_OF;

    /** How it fails. */
    public FaultSwitch faults() {
        return faults;
    }

    /** Marks its answers as earlier ones, as while the directory is down. */
    public void setStale(boolean earlier) {
        stale = earlier;
    }

    /** Says whether it is configured. */
    public void setSetUp(boolean configured) {
        setUp = configured;
    }

    /** Says when its answers were given. */
    public void setAsOf(Instant when) {
        asOf = when;
    }

    /** Replaces what it says of a staff member. */
    public synchronized FakeDirectory put(StaffId id, StaffEntry... entries) {
        staff.put(id, List.of(entries));
        return this;
    }

    /** Adds an entry to what it says of a staff member. */
    public synchronized FakeDirectory add(StaffEntry entry) {
        staff.merge(entry.id(), List.of(entry), FakeDirectory::both);
        return this;
    }

    /** Has a person be known by an HSA-id, besides those before. */
    public synchronized FakeDirectory know(PersonNumber number, StaffId id) {
        if (!persons.getOrDefault(number, List.of()).contains(id)) {
            persons.merge(number, List.of(id), FakeDirectory::both);
        }
        return this;
    }

    /** Switches all of its answers to {@code UnavailableException}, or back. */
    public void setDown(boolean down) {
        if (down) {
            faults.set(Fault.UNAVAILABLE);
        } else {
            faults.mend();
        }
    }

    /** Removes a staff member. */
    public synchronized FakeDirectory remove(StaffId id) {
        staff.remove(id);
        persons.replaceAll(
                (number, ids) -> ids.stream().filter(one -> !one.equals(id)).toList());
        return this;
    }

    /** Replaces what it says of a unit. */
    public synchronized FakeDirectory put(UnitEntry unit) {
        units.put(unit.id(), unit);
        return this;
    }

    /** Changes what it says of a unit; one that is unknown is {@linkplain #unit(HsaId, String) made} first. */
    public synchronized FakeDirectory change(HsaId unit, UnaryOperator<UnitEntry> change) {
        units.put(unit, change.apply(units.getOrDefault(unit, unit(unit, "EK:s mottagning"))));
        return this;
    }

    /** Says what it answers about units that were not put into it. */
    public synchronized FakeDirectory setOtherUnits(Function<HsaId, Optional<UnitEntry>> answer) {
        otherUnits = answer;
        return this;
    }

    /** An entry of somebody who is employed, with title and address, and without telephone. */
    public static StaffEntry staff(StaffId id, String givenName, String surname) {
        return new StaffEntry(
                id,
                Optional.of(givenName),
                Optional.of(surname),
                Optional.of("Sjuksköterska"),
                Optional.of(new EmailAddress(id.value().toLowerCase(java.util.Locale.ROOT) + "@example.org")),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** An entry of a unit with address, telephone, hours and a page on 1177.se. */
    public static UnitEntry unit(HsaId id, String name) {
        return new UnitEntry(
                id,
                Optional.of(name),
                Optional.of("08-465 004 01"),
                List.of("Gatan 1", "111 11 Stockholm"),
                List.of("Backen 3"),
                Optional.of("Porten till vänster"),
                List.of("1-5#08:00#17:00"),
                List.of("1-5#09:00#10:00"),
                List.of("3-3#13:00#14:00"),
                List.of(),
                Optional.of(URI.create("https://www.1177.se/prov")),
                Optional.empty());
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(StaffId id) {
        return answer(() -> staff.getOrDefault(id, List.of()));
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(PersonNumber number) {
        return answer(() -> persons.getOrDefault(number, List.of()).stream()
                .map(id -> staff.getOrDefault(id, List.of()))
                .flatMap(Collection::stream)
                .toList());
    }

    @Override
    public DirectoryAnswer<Optional<UnitEntry>> unit(HsaId id) {
        return answer(() -> Optional.ofNullable(units.get(id)).or(() -> otherUnits.apply(id)));
    }

    @Override
    public boolean isSetUp() {
        return setUp;
    }

    private <T> DirectoryAnswer<T> answer(java.util.function.Supplier<T> found) {
        return faults.answer("The directory", () -> {
            synchronized (this) {
                return new DirectoryAnswer<>(found.get(), asOf, stale);
            }
        });
    }

    private static <T> List<T> both(List<T> before, List<T> more) {
        List<T> all = new ArrayList<>(before);
        all.addAll(more);
        return List.copyOf(all);
    }
}
