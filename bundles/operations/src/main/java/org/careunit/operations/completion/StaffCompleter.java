package org.careunit.operations.completion;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;

/** Offers the HSA-ids of the staff of the preceding unit argument, else of the administrators of a preceding region. */
@Service
public class StaffCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return ask(Permissions.class, permissions -> before.unit()
                .map(unit -> ofUnit(permissions, before, unit))
                .or(() -> before.region().map(region -> ofRegion(permissions, before, region)))
                .orElse(Map.of()));
    }

    private static Map<String, String> ofUnit(Permissions permissions, PrecedingArguments before, HsaId unit) {
        return permissions.atUnit(before.operator(), unit).stream()
                .collect(words(StaffAtUnit::staff, one -> one.permissions().stream()
                        .map(Permission::swedish)
                        .sorted()
                        .collect(joining(", "))));
    }

    private static Map<String, String> ofRegion(Permissions permissions, PrecedingArguments before, CountyCode region) {
        return permissions.regionalAdministrators(before.operator(), region).stream()
                .collect(words(Function.identity(), administrator -> ""));
    }
}
