package org.careunit.casetypes.internal.shell.region;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeField;
import org.careunit.api.history.Versioned;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-lock",
        description = "Says what units of a region cannot decide of a case type, in place of what was locked before")
public class CaseTypeLockCommand extends RegionTypeCommand {

    @Argument(index = 2, name = "fields", multiValued = true, description = "What to lock; none unlocks all")
    @Completion(
            value = StringsCompleter.class,
            values = {"DESCRIPTION", "HANDLING_TIME", "FIRST_REPLY", "ATTACHMENTS", "LIMITS", "REPLIES", "TERMS"})
    List<String> fields;

    @Override
    protected Listing answer() {
        Versioned<CentralType> before = service.types(operator(), where()).stream()
                .filter(listed -> listed.content().key().equals(key()))
                .findFirst()
                .orElseThrow(() -> CommandProblem.ARGUMENT.refused("Region " + where() + " has no case type " + type));
        Versioned<CentralType> saved = service.save(operator(), where(), locked(before.content()), before.version());
        return Listing.of("type", "locked", "version")
                .row(saved.content().key(), saved.content().locked(), saved.version());
    }

    private CentralType locked(CentralType type) {
        return new CentralType(
                type.key(), type.name(), type.forEverybody(), type.settings(), type.fixedReplies(), asked());
    }

    private Set<TypeField> asked() {
        Set<TypeField> asked = EnumSet.noneOf(TypeField.class);
        for (String field : fields == null ? List.<String>of() : fields) {
            asked.add(Arrays.stream(TypeField.values())
                    .filter(known -> known.name().equalsIgnoreCase(field))
                    .findFirst()
                    .orElseThrow(() -> CommandProblem.ARGUMENT.refused(
                            "Write what to lock as one of " + Arrays.toString(TypeField.values()))));
        }
        return asked;
    }
}
