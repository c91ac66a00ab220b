package org.careunit.notifications.internal.shell;

import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.CommandProblem;

/** Parses a case as operators write it. */
final class CaseArgument {

    private CaseArgument() {}

    /** @throws RefusedException unless it is the unit's HSA-id, a slash and the case's number */
    static CaseRef of(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            throw CommandProblem.ARGUMENT.refused("Write the case as the unit's HSA-id, a slash and the case's number");
        }
        return new CaseRef(HsaId.of(written.substring(0, slash)), written.substring(slash + 1));
    }
}
