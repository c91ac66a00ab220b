package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.careunit.access.internal.rights.AccessTable;
import org.careunit.access.internal.rights.ActorKind;
import org.careunit.access.internal.rights.Rule;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;
import org.junit.jupiter.api.Test;

/** The table of rights in the host developers' manual is the one in the code. */
class RightsInTheManualTest {

    private static final Path MANUAL = Path.of("../../bundles/api/README.md");

    private static final List<ActorKind> OTHERS = List.of(ActorKind.RESIDENT, ActorKind.HOST, ActorKind.OPERATOR);

    @Test
    void everyOperationHasItsRow() throws IOException {
        assertThat(Files.readString(MANUAL)).contains(table());
    }

    private static String table() {
        return Arrays.stream(Operation.values())
                .map(RightsInTheManualTest::row)
                .collect(Collectors.joining("\n", heading(), "\n"));
    }

    private static String heading() {
        return "| `Operation` | receiver | handler | unit admin | permission admin | reviewer | regional admin |"
                + " resident | host | operator |\n| " + "--- | ".repeat(10).strip() + "\n";
    }

    private static String row(Operation operation) {
        Rule rule = AccessTable.of(operation);
        List<String> cells = new ArrayList<>();
        cells.add("`" + operation + "`: " + rule.what());
        for (Permission permission : Permission.values()) {
            cells.add(cell(rule.atUnit().contains(permission), rule.self() ? "self" : "own unit"));
        }
        cells.add(cell(rule.regional(), rule.self() ? "self" : "own region"));
        for (ActorKind kind : OTHERS) {
            boolean onboarding = kind == ActorKind.HOST && AccessTable.isOnboarding(operation);
            cells.add(cell(rule.others().contains(kind), onboarding ? "onboarding" : "yes"));
        }
        return cells.stream()
                .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
                .collect(Collectors.joining("", "|", ""));
    }

    private static String cell(boolean allowed, String where) {
        return allowed ? where : "";
    }
}
