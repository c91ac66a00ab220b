package org.careunit.itests.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careunit.api.finding.UnitFinder.Search;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.finding.internal.FindParts.Unit;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** The other ways that ours is measured against; all give the same lists. */
final class FindPeers {

    private FindPeers() {}

    /** Compares every rule of every unit, as numbers. */
    static final class Scan implements FindPeer {

        private final List<Unit> units;
        private final Plain[] rules;

        Scan(List<Unit> units) {
            this.units = FindPeer.sorted(units);
            rules = FindPeer.rules(this.units).toArray(Plain[]::new);
        }

        @Override
        public List<HsaId> find(Search search) {
            int age = FindPeer.age(search);
            int sex = FindPeer.number(search.resident().sex().orElseThrow());
            int county = FindPeer.place(search.resident().county().orElseThrow());
            int municipality = FindPeer.place(search.resident().municipality().orElseThrow());
            String careType = search.careType().orElse(null);
            List<HsaId> found = new ArrayList<>();
            int last = -1;
            for (Plain rule : rules) {
                boolean fits = (rule.place() == county || rule.place() == municipality)
                        && (rule.sex() == EVERYBODY || rule.sex() == sex)
                        && rule.from() <= age
                        && age <= rule.to();
                if (fits && rule.unit() != last) {
                    last = rule.unit();
                    Unit unit = units.get(last);
                    if (careType == null || unit.careTypes().contains(careType)) {
                        found.add(unit.id());
                    }
                }
            }
            return found;
        }
    }

    /** A compressed bitmap of rules for each place, sex and age; one of units for each care type. */
    static final class Roaring implements FindPeer {

        private final List<Unit> units;
        private final int[] unitOfRule;
        private final Map<Integer, RoaringBitmap> byPlace = new HashMap<>();
        private final RoaringBitmap[] bySex = {new RoaringBitmap(), new RoaringBitmap()};
        private final RoaringBitmap[] byAge = new RoaringBitmap[Rule.OLDEST + 1];
        private final Map<String, RoaringBitmap> byCareType = new HashMap<>();

        Roaring(List<Unit> given) {
            units = FindPeer.sorted(given);
            List<Plain> rules = FindPeer.rules(units);
            unitOfRule = rules.stream().mapToInt(Plain::unit).toArray();
            for (int age = 0; age <= Rule.OLDEST; age++) {
                byAge[age] = new RoaringBitmap();
            }
            for (int rule = 0; rule < rules.size(); rule++) {
                add(rule, rules.get(rule));
            }
            for (int unit = 0; unit < units.size(); unit++) {
                for (String careType : units.get(unit).careTypes()) {
                    byCareType
                            .computeIfAbsent(careType, first -> new RoaringBitmap())
                            .add(unit);
                }
            }
            byPlace.values().forEach(RoaringBitmap::runOptimize);
            for (RoaringBitmap ofAge : byAge) {
                ofAge.runOptimize();
            }
        }

        private void add(int number, Plain rule) {
            byPlace.computeIfAbsent(rule.place(), first -> new RoaringBitmap()).add(number);
            for (int sex = 0; sex < bySex.length; sex++) {
                if (rule.sex() == EVERYBODY || rule.sex() == sex) {
                    bySex[sex].add(number);
                }
            }
            for (int age = rule.from(); age <= rule.to(); age++) {
                byAge[age].add(number);
            }
        }

        @Override
        public List<HsaId> find(Search search) {
            RoaringBitmap rules = RoaringBitmap.or(
                    at(FindPeer.place(search.resident().county().orElseThrow())),
                    at(FindPeer.place(search.resident().municipality().orElseThrow())));
            rules.and(byAge[FindPeer.age(search)]);
            rules.and(bySex[FindPeer.number(search.resident().sex().orElseThrow())]);
            RoaringBitmap found = new RoaringBitmap();
            rules.forEach((IntConsumer) rule -> found.add(unitOfRule[rule]));
            search.careType().ifPresent(key -> found.and(byCareType.getOrDefault(key, new RoaringBitmap())));
            List<HsaId> ids = new ArrayList<>(found.getCardinality());
            found.forEach((IntConsumer) unit -> ids.add(units.get(unit).id()));
            return ids;
        }

        private RoaringBitmap at(int place) {
            return byPlace.getOrDefault(place, new RoaringBitmap());
        }
    }

    /** The same question to indexed tables, by a prepared statement on a connection that is kept. */
    static final class Sql implements FindPeer, AutoCloseable {

        private final List<Unit> units;
        private final Connection connection;
        private final PreparedStatement any;
        private final PreparedStatement ofCareType;

        Sql(Database database, List<Unit> given) throws SQLException {
            units = FindPeer.sorted(given);
            database.store.execute("DROP TABLE IF EXISTS find_rules");
            database.store.execute("DROP TABLE IF EXISTS find_offers");
            database.store.execute("CREATE TABLE find_rules (place int, sex int, from_age int, to_age int, unit int)");
            database.store.execute(
                    "CREATE TABLE find_offers (care_type varchar(60), unit int," + " PRIMARY KEY (care_type, unit))");
            connection = database.peer.getConnection();
            connection.setAutoCommit(false);
            fill();
            connection.commit();
            connection.setAutoCommit(true);
            database.store.execute(
                    "CREATE INDEX find_rules_by_place ON find_rules (place, sex, from_age, to_age, unit)");
            database.store.execute("ANALYZE");
            String query = "SELECT DISTINCT r.unit FROM find_rules r WHERE r.place IN (?, ?) AND r.sex IN (?, -1)"
                    + " AND r.from_age <= ? AND r.to_age >= ?";
            any = connection.prepareStatement(query + " ORDER BY r.unit");
            ofCareType = connection.prepareStatement(query + " AND EXISTS (SELECT 1 FROM find_offers o"
                    + " WHERE o.care_type = ? AND o.unit = r.unit) ORDER BY r.unit");
        }

        private void fill() throws SQLException {
            try (PreparedStatement rule = connection.prepareStatement("INSERT INTO find_rules VALUES (?, ?, ?, ?, ?)");
                    PreparedStatement offer = connection.prepareStatement("INSERT INTO find_offers VALUES (?, ?)")) {
                for (Plain one : FindPeer.rules(units)) {
                    add(rule, one.place(), one.sex(), one.from(), one.to(), one.unit());
                }
                for (int unit = 0; unit < units.size(); unit++) {
                    for (String careType : units.get(unit).careTypes()) {
                        add(offer, careType, unit);
                    }
                }
                rule.executeBatch();
                offer.executeBatch();
            }
        }

        private static void add(PreparedStatement statement, Object... values) throws SQLException {
            set(statement, values);
            statement.addBatch();
        }

        private static void set(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        }

        @Override
        public List<HsaId> find(Search search) throws SQLException {
            PreparedStatement statement = search.careType().isPresent() ? ofCareType : any;
            int age = FindPeer.age(search);
            set(
                    statement,
                    FindPeer.place(search.resident().county().orElseThrow()),
                    FindPeer.place(search.resident().municipality().orElseThrow()),
                    FindPeer.number(search.resident().sex().orElseThrow()),
                    age,
                    age);
            if (search.careType().isPresent()) {
                statement.setString(6, search.careType().get());
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<HsaId> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(units.get(rows.getInt(1)).id());
                }
                return found;
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
