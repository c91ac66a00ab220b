package org.careunit.access.internal.colleagues;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.careunit.access.internal.AccessStore;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.api.access.Colleague;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.storage.Pseudonyms;

/** Looks people up by personal identity number, in the directory and among the accounts. */
public final class Colleagues {

    private final Supplier<Optional<StaffDirectory>> directory;
    private final Pseudonyms pseudonyms;
    private final AccessStore store;

    public Colleagues(Supplier<Optional<StaffDirectory>> directory, Pseudonyms pseudonyms, AccessStore store) {
        this.directory = directory;
        this.pseudonyms = pseudonyms;
        this.store = store;
    }

    /** The pseudonym under which the number is stored. */
    public String pseudonym(PersonNumber number) {
        return pseudonyms.of(Pseudonyms.Purpose.PERSON_NUMBER, number.value());
    }

    /**
     * Everybody with this number, in the directory or here; what the directory has just said is kept for those with an
     * account.
     */
    public DirectoryAnswer<List<Colleague>> find(HsaId unit, PersonNumber number) {
        DirectoryAnswer<Map<StaffId, List<StaffEntry>>> looked = ask(number);
        if (!looked.stale()) {
            looked.found().forEach((staff, entries) -> keep(staff, pseudonym(number), entries));
        }
        TreeSet<StaffId> all = new TreeSet<>(looked.found().keySet());
        all.addAll(here(number));
        return new DirectoryAnswer<>(
                all.stream()
                        .map(staff -> colleague(unit, staff, looked.found().getOrDefault(staff, List.of())))
                        .toList(),
                looked.asOf(),
                looked.stale());
    }

    /**
     * The HSA-id to be registered, with its entries.
     *
     * @throws RefusedException if there is none, or several and none is picked
     * @throws UnavailableException if the directory cannot say it now: what it said earlier may hold no longer
     */
    public Map.Entry<StaffId, List<StaffEntry>> choose(PersonNumber number, Optional<StaffId> picked) {
        DirectoryAnswer<Map<StaffId, List<StaffEntry>>> looked = ask(number);
        if (looked.stale()) {
            throw new UnavailableException(
                    UnavailableProblem.DIRECTORY,
                    "The directory cannot be asked now, and what it said at " + looked.asOf()
                            + " is not enough to register somebody by: try again when it answers");
        }
        Map<StaffId, List<StaffEntry>> employed = new TreeMap<>(looked.found());
        Instant now = store.clock().instant();
        employed.values().removeIf(entries -> !Employment.allowsNew(entries, now));
        if (employed.isEmpty() && !looked.found().isEmpty()) {
            String obstacles = looked.found().entrySet().stream()
                    .map(one -> one.getKey() + ": " + Employment.obstacle(one.getValue(), now))
                    .sorted()
                    .collect(Collectors.joining("; "));
            throw AccessProblem.NOT_EMPLOYED_NOW.refused(obstacles);
        }
        if (employed.isEmpty()) {
            throw AccessProblem.NOT_EMPLOYED.refused();
        }
        if (picked.filter(id -> !employed.containsKey(id)).isPresent()) {
            throw AccessProblem.OTHER_HSA_ID.refused(picked.get(), employed.keySet());
        }
        if (picked.isEmpty() && employed.size() > 1) {
            throw AccessProblem.SEVERAL_HSA_IDS.refused(employed.keySet());
        }
        StaffId chosen = picked.orElseGet(() -> employed.keySet().iterator().next());
        return Map.entry(chosen, employed.get(chosen));
    }

    private DirectoryAnswer<Map<StaffId, List<StaffEntry>>> ask(PersonNumber number) {
        DirectoryAnswer<List<StaffEntry>> looked = directory
                .get()
                .orElseThrow(() -> new UnavailableException(
                        UnavailableProblem.DIRECTORY, "There is no directory to look anybody up in at the moment"))
                .staff(number);
        return new DirectoryAnswer<>(
                looked.found().stream().collect(Collectors.groupingBy(StaffEntry::id)), looked.asOf(), looked.stale());
    }

    /** Those with an account; whoever is found by an older secret is kept by the newest from then on. */
    private List<StaffId> here(PersonNumber number) {
        List<String> newestFirst = pseudonyms.all(Pseudonyms.Purpose.PERSON_NUMBER, number.value());
        newestFirst.stream()
                .skip(1)
                .flatMap(older -> store.accounts().ofPerson(older).stream())
                .forEach(staff -> store.accounts().identify(staff, newestFirst.get(0)));
        return store.accounts().ofPerson(newestFirst.get(0));
    }

    private void keep(StaffId staff, String pseudonym, List<StaffEntry> entries) {
        store.accounts().identify(staff, pseudonym);
        store.accounts().employment(staff, Employment.end(entries));
    }

    private Colleague colleague(HsaId unit, StaffId staff, List<StaffEntry> entries) {
        Optional<StaffAtUnit> here =
                Optional.ofNullable(store.grants().of(staff).units().get(unit));
        return new Colleague(staff, entries, store.accounts().find(staff).isPresent(), here);
    }
}
