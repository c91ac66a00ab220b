package org.careunit.testkit.fakes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.host.UnreadAnswers;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;

/**
 * A host in memory: what Careunit asks of the host about cases, answered from what a test has put into it. All of its
 * answers fail together by {@link #faults}. Safe for use by many threads.
 */
public final class FakeHost implements CaseContacts, UnreadAnswers, ResidentIdentities, ClosedCases {

    private static final String WHO = "The host";
    private static final int PAGE = 100;

    private final FaultSwitch faults = new FaultSwitch();
    private final Map<CaseRef, Contacts> contacts = new ConcurrentHashMap<>();
    private final Map<CaseRef, Identity> identities = new ConcurrentHashMap<>();
    private final Map<CaseRef, Boolean> unread = new ConcurrentHashMap<>();
    private final NavigableMap<Long, ClosedCase> ended = new ConcurrentSkipListMap<>();
    private final Map<CaseRef, Long> numberOf = new ConcurrentHashMap<>();
    private final Map<CaseRef, String> confirmed = new ConcurrentHashMap<>();
    private volatile Runnable beforeConfirming = () -> {};
    private volatile int pageSize = PAGE;
    private long numbers;
    private volatile int pages;

    /** How all of its answers fail. */
    public FaultSwitch faults() {
        return faults;
    }

    /** Says where the resident of a case wants messages. */
    public FakeHost put(CaseRef ref, Contacts where) {
        contacts.put(ref, where);
        return this;
    }

    /** Says who the resident of a case is. */
    public FakeHost put(CaseRef ref, Identity who) {
        identities.put(ref, who);
        return this;
    }

    /** Says whether the answer of a case is unread; until then it is, where there are contacts for the case. */
    public FakeHost setUnread(CaseRef ref, boolean isUnread) {
        unread.put(ref, isUnread);
        return this;
    }

    /** Has a case be over, and wanted in the archive, also if it was archived before. */
    public synchronized FakeHost end(ClosedCase one) {
        Long before = numberOf.put(one.ref(), ++numbers);
        if (before != null) {
            ended.remove(before);
        }
        ended.put(numbers, one);
        confirmed.remove(one.ref());
        return this;
    }

    /** As above, a case without content that was received a week before. */
    public FakeHost end(CaseRef ref, Instant at) {
        return end(new ClosedCase(
                ref,
                new CaseTypeKey("boka-tid"),
                at.minusSeconds(7 * 86_400L),
                at,
                Optional.empty(),
                List.of(),
                List.of()));
    }

    /** How many cases a page has at most. */
    public FakeHost setPageSize(int cases) {
        pageSize = cases;
        return this;
    }

    /** Runs something before each confirmation, which may throw. */
    public FakeHost setBeforeConfirming(Runnable action) {
        beforeConfirming = action;
        return this;
    }

    /** The package each archived case was confirmed in; never null. */
    public Map<CaseRef, String> confirmed() {
        return Map.copyOf(confirmed);
    }

    /** How many pages were asked for. */
    public int pages() {
        return pages;
    }

    @Override
    public Optional<Contacts> contacts(CaseRef ref) {
        return answer(() -> Optional.ofNullable(contacts.get(ref)));
    }

    @Override
    public Optional<Identity> residentIdentity(CaseRef ref) {
        return answer(() -> Optional.ofNullable(identities.get(ref)));
    }

    @Override
    public boolean isUnread(CaseRef ref) {
        Boolean answered = answer(() -> unread.getOrDefault(ref, contacts.containsKey(ref)));
        if (answered == null) {
            throw new IllegalStateException("There is no answer, on purpose");
        }
        return answered;
    }

    /** The cursor is the number of the last case given, so it stays valid while cases end and are confirmed. */
    @Override
    public Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
        return answer(() -> page(unit, until, cursor.map(Long::parseLong).orElse(0L)));
    }

    private synchronized Page<ClosedCase> page(HsaId unit, Instant until, long after) {
        pages++;
        List<Map.Entry<Long, ClosedCase>> found = ended.tailMap(after, false).entrySet().stream()
                .filter(entry -> entry.getValue().ref().unit().equals(unit))
                .filter(entry -> entry.getValue().closedAt().isBefore(until))
                .filter(entry -> !confirmed.containsKey(entry.getValue().ref()))
                .limit(pageSize + 1L)
                .toList();
        List<Map.Entry<Long, ClosedCase>> given = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                given.stream().map(Map.Entry::getValue).toList(),
                found.size() > pageSize
                        ? Optional.of(String.valueOf(given.get(given.size() - 1).getKey()))
                        : Optional.empty());
    }

    @Override
    public void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
        answer(() -> {
            beforeConfirming.run();
            cases.forEach(ref -> confirmed.putIfAbsent(ref, in.name()));
            return in;
        });
    }

    private <T> T answer(Supplier<T> right) {
        return faults.answer(WHO, right);
    }
}
