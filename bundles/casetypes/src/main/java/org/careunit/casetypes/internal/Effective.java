package org.careunit.casetypes.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.ReplyPreview;
import org.careunit.api.casetypes.ReplyPreview.Shown;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.TypeField;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.failure.RefusedException;

/** A unit's settings over its region's. */
final class Effective {

    private Effective() {}

    static TypeAtUnit of(CentralType central, Choice choice) {
        TypeSettings own = choice.said().settings();
        TypeSettings above = central.settings();
        Set<TypeField> locked = central.locked();
        TypeSettings effective = new TypeSettings(
                over(locked.contains(TypeField.DESCRIPTION), own.description(), above.description()),
                over(locked.contains(TypeField.HANDLING_TIME), own.handlingDays(), above.handlingDays()),
                over(locked.contains(TypeField.FIRST_REPLY), own.firstReplyDays(), above.firstReplyDays()),
                over(locked.contains(TypeField.ATTACHMENTS), own.attachments(), above.attachments()),
                over(locked.contains(TypeField.LIMITS), own.limits(), above.limits()),
                over(locked.contains(TypeField.REPLIES), own.standardReplies(), above.standardReplies()),
                over(locked.contains(TypeField.REPLIES), own.repliesEditable(), above.repliesEditable()));
        return new TypeAtUnit(central, choice.said(), effective, choice.version());
    }

    private static <T> Optional<T> over(boolean locked, Optional<T> own, Optional<T> above) {
        return locked || own.isEmpty() ? above : own;
    }

    private static OptionalInt over(boolean locked, OptionalInt own, OptionalInt above) {
        return locked || own.isEmpty() ? above : own;
    }

    /** @throws RefusedException if a unit would say what its region has locked */
    static void refuseLocked(CentralType central, TypeSettings own) {
        List<TypeField> said = new ArrayList<>();
        own.description().ifPresent(any -> said.add(TypeField.DESCRIPTION));
        own.handlingDays().ifPresent(any -> said.add(TypeField.HANDLING_TIME));
        own.firstReplyDays().ifPresent(any -> said.add(TypeField.FIRST_REPLY));
        own.attachments().ifPresent(any -> said.add(TypeField.ATTACHMENTS));
        own.limits().ifPresent(any -> said.add(TypeField.LIMITS));
        own.standardReplies().ifPresent(any -> said.add(TypeField.REPLIES));
        own.repliesEditable().ifPresent(any -> said.add(TypeField.REPLIES));
        said.retainAll(central.locked());
        if (!said.isEmpty()) {
            throw new RefusedException("The region has locked " + said.get(0) + " of " + central.key()
                    + ": leave it out, and what the region says holds");
        }
    }

    static ReplyPreview replies(TypeAtUnit type) {
        boolean editable = type.effective().repliesEditable().orElse(false);
        Stream<Shown> fixed = type.central().fixedReplies().stream().map(option -> new Shown(option, true, false));
        Stream<Shown> standard = type.effective().standardReplies().orElse(List.of()).stream()
                .map(option -> new Shown(option, false, editable));
        return new ReplyPreview(Stream.concat(fixed, standard).toList());
    }
}
