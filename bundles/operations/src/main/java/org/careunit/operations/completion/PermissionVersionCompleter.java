package org.careunit.operations.completion;

import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.access.Permissions;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/**
 * Offers the versions of the permissions of the preceding staff argument, which follows a unit, with who saved each.
 */
@Service
public class PermissionVersionCompleter extends ServiceCompleter {

    @Override
    protected Map<String, String> words(PrecedingArguments before) {
        return before.unit()
                .flatMap(unit -> before.afterPlace().map(staff -> versions(before, unit, StaffId.of(staff))))
                .orElse(Map.of());
    }

    private Map<String, String> versions(PrecedingArguments before, HsaId unit, StaffId staff) {
        return ask(Permissions.class, permissions -> permissions.history(before.operator(), unit, staff).stream()
                .collect(words(Saved::version, Saved::actor)));
    }
}
