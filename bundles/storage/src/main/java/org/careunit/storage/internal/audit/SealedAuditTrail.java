package org.careunit.storage.internal.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.secrets.HmacPseudonyms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends to the audit trails and seals them, reads them, and prunes old rows. */
public final class SealedAuditTrail implements AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(SealedAuditTrail.class);

    /** Order within a transaction of starting new trails: after the platform's own rows and before all others. */
    private static final String BEGINNINGS = AuditAnchors.name(Scope.PLATFORM) + " begins";

    private static final String SYSTEM = "system:audit";

    /** How the label of a resident begins; what follows is the pseudonym that the host gives. */
    private static final String RESIDENT = "resident:";

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final Clock clock;
    private final Pseudonyms pseudonyms;
    private final AuditRows rows;
    private final AuditHeads heads;
    private final AuditSeals seals;
    private final AuditAnchors anchors;
    private final AuditCheck check;
    private final TrailVerifier verifier;

    public SealedAuditTrail(JdbcTransactions transactions, Sql sql, Clock clock, HmacPseudonyms secrets) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.pseudonyms = secrets;
        this.rows = new AuditRows(sql, secrets);
        this.seals = new AuditSeals(secrets);
        this.heads = new AuditHeads(sql, seals);
        this.anchors = new AuditAnchors(sql);
        this.check = new AuditCheck(sql, seals, anchors);
        this.verifier = new TrailVerifier(transactions, heads, check);
    }

    /**
     * Begins the platform's trail at the first start on a database, and takes in what was written before trails were
     * sealed. At a later start the trail must be there: without it, it was deleted.
     *
     * @param begun whether the file with the secrets says that it has begun, and how that is written into it
     */
    public void begin(AuditStartMark begun) {
        boolean first = !begun.isSet();
        transactions.run(() -> {
            if (heads.findLocked(Scope.PLATFORM).isPresent() || !heads.create(Scope.PLATFORM, first)) {
                return;
            }
            if (!first) {
                LOG.error(
                        "The audit trail of the platform was deleted: careunit:audit-verify will find it broken. If the"
                                + " database was emptied on purpose, remove {} from the file with the secrets",
                        begun);
                return;
            }
            heads.all().stream().filter(trail -> !trail.equals(Scope.PLATFORM)).forEach(this::anchor);
            new OldAuditRows(sql, this).takeIn();
        });
        begun.set();
    }

    /** Records the start of another trail in the platform's trail. */
    private void anchor(Scope trail) {
        insert(List.of(new Entry(
                Scope.PLATFORM,
                0,
                SYSTEM,
                AuditAnchors.BEGIN,
                AuditAnchors.name(trail),
                Optional.empty(),
                clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    /**
     * As the platform's trail is locked before all others, two transactions that begin trails never wait for each
     * other.
     */
    private void beginUnlessKnown(Scope trail) {
        if (trail.equals(Scope.PLATFORM) || anchors.isKnown(trail)) {
            return;
        }
        if (heads.find(trail).isPresent()) {
            anchors.markKnown(trail);
        } else {
            transactions.beforeCommit(BEGINNINGS, trail, trails -> trails.forEach(this::begin));
        }
    }

    private void begin(Scope trail) {
        heads.lock(Scope.PLATFORM);
        if (heads.find(trail).isPresent()) {
            return;
        }
        boolean begunBefore = anchors.hasBegun(trail);
        if (!begunBefore) {
            anchor(trail);
        }
        heads.create(trail, !begunBefore);
        transactions.afterCommit(() -> anchors.markKnown(trail));
    }

    @Override
    public void append(Scope trail, Row row) {
        append(trail, row, clock.instant());
    }

    /** As above, for something that was done earlier. */
    public void append(Scope trail, Row row, Instant at) {
        Optional<String> acting = actingResident(row.actor()).map(this::keyed);
        String actor = acting.map(RESIDENT::concat).orElse(row.actor());
        Optional<String> resident =
                row.resident().map(ResidentPseudonym::value).map(this::keyed).or(() -> acting);
        Instant stored = at.truncatedTo(ChronoUnit.MICROS);
        Entry entry = new Entry(trail, 0, actor, row.action(), row.text(), resident, stored);
        transactions.run(() -> {
            beginUnlessKnown(trail);
            transactions.beforeCommit(AuditAnchors.name(trail), entry, this::insert);
        });
    }

    private static Optional<String> actingResident(String actor) {
        return actor.startsWith(RESIDENT) ? Optional.of(actor.substring(RESIDENT.length())) : Optional.empty();
    }

    private String keyed(String pseudonym) {
        return pseudonyms.of(Purpose.RESIDENT, pseudonym);
    }

    /** Adds the rows that a transaction leaves in a trail: the chain grows by all of them in one step. */
    private void insert(List<Entry> rows) {
        SealedHead head = heads.lock(rows.get(0).trail());
        boolean genuine = seals.isGenuine(head);
        int key = seals.current();
        List<Object[]> sealed = new ArrayList<>();
        SealedHead end = head;
        for (Entry row : rows) {
            Entry next = numbered(row, end.number() + 1);
            String seal = seals.of(next, end.seal(), key);
            sealed.add(values(next, key, seal));
            end = end.at(next.number(), seal);
        }
        sql.batch(
                "INSERT INTO audit_rows (trail_level, trail_id, number, actor, action, text, resident, at, key_number,"
                        + " seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sealed);
        heads.replace(end.signed(seals, genuine));
    }

    private static Entry numbered(Entry row, long number) {
        return new Entry(row.trail(), number, row.actor(), row.action(), row.text(), row.resident(), row.at());
    }

    private static Object[] values(Entry row, int key, String seal) {
        return new Object[] {
            row.trail().level(),
            row.trail().id(),
            row.number(),
            row.actor(),
            row.action(),
            row.text(),
            row.resident(),
            row.at(),
            key,
            seal
        };
    }

    @Override
    public List<Entry> newest(Scope trail, int limit) {
        return rows.newest(trail, limit);
    }

    @Override
    public List<Entry> between(Scope trail, Instant from, Instant until, long before, int limit) {
        return rows.between(trail, from, until, before, limit);
    }

    @Override
    public List<Entry> ofActions(Scope trail, String beginning) {
        return rows.ofActions(trail, beginning);
    }

    @Override
    public List<Entry> ofResident(Optional<Scope> trail, ResidentPseudonym resident) {
        return rows.ofResident(trail, resident);
    }

    @Override
    public Verification verify(Scope trail, Optional<Head> known) {
        return verifier.verify(trail, known);
    }

    @Override
    public Map<Scope, Verification> verifyAll() {
        Map<Scope, Verification> verifications = new LinkedHashMap<>();
        trails().forEach(trail -> verifications.put(trail, verifier.verifyAlone(trail, Optional.empty())));
        return verifications;
    }

    @Override
    public List<Scope> trails() {
        Set<Scope> all = new TreeSet<>(
                Comparator.comparing((Scope trail) -> trail.level().name()).thenComparing(Scope::id));
        all.addAll(anchors.trails());
        all.addAll(rows.trails());
        return List.copyOf(all);
    }

    @Override
    public List<Head> takeChangedHeads() {
        return transactions.call(heads::takeChanged);
    }

    @Override
    public int prune(Instant before) {
        int removed = 0;
        for (Scope trail : heads.withRowsBefore(before)) {
            long end = heads.find(trail).map(SealedHead::number).orElse(0L);
            int some;
            do {
                some = transactions.call(() -> pruneSome(trail, before, end));
                removed += some;
            } while (some > 0);
        }
        return removed;
    }

    /** Changed rows and all rows after them are kept, to be found. */
    private int pruneSome(Scope trail, Instant before, long end) {
        SealedHead head = heads.lock(trail);
        if (!seals.isGenuine(head)) {
            return 0;
        }
        return check.oldest(head, before, end).map(cut -> pruneTo(head, cut)).orElse(0);
    }

    /** The start of a trail is recorded again if the row that recorded it is pruned. */
    private int pruneTo(SealedHead head, Head cut) {
        Scope trail = head.trail();
        List<Scope> begun = trail.equals(Scope.PLATFORM) ? anchors.trails(cut.number()) : List.of();
        heads.replace(head.prunedTo(cut.number(), cut.seal()).signed(seals, true));
        int removed = sql.update(
                "DELETE FROM audit_rows" + AuditRows.OF_TRAIL + " AND number > ? AND number <= ?",
                trail.level(),
                trail.id(),
                head.pruned(),
                cut.number());
        begun.forEach(this::anchor);
        return removed;
    }
}
