package org.careunit.casetypes.internal.choices;

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
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;

/** Merges a unit's settings of a case type with its region's. */
public final class EffectiveSettings {

    private EffectiveSettings() {}

    /** @param central what the region says; empty for a unit's own type */
    public static TypeAtUnit of(CaseTypeKey key, Optional<CentralType> central, Choice choice) {
        UnitChoice said = choice.stored();
        String name = central.map(CentralType::name).or(said::name).orElse(key.value());
        TypeSettings effective =
                central.map(type -> over(type, said.settings())).orElse(said.settings());
        return new TypeAtUnit(key, name, central, said, effective, choice.version());
    }

    private static TypeSettings over(CentralType central, TypeSettings own) {
        TypeSettings above = central.settings();
        if (own.equals(TypeSettings.NONE)) {
            return above;
        }
        Set<TypeField> locked = central.locked();
        return new TypeSettings(
                over(locked.contains(TypeField.DESCRIPTION), own.description(), above.description()),
                over(locked.contains(TypeField.HANDLING_TIME), own.handlingDays(), above.handlingDays()),
                over(locked.contains(TypeField.FIRST_REPLY), own.firstReplyDays(), above.firstReplyDays()),
                over(locked.contains(TypeField.ATTACHMENTS), own.attachments(), above.attachments()),
                over(locked.contains(TypeField.LIMITS), own.limits(), above.limits()),
                over(locked.contains(TypeField.REPLIES), own.standardReplies(), above.standardReplies()),
                over(locked.contains(TypeField.REPLIES), own.repliesEditable(), above.repliesEditable()));
    }

    private static <T> Optional<T> over(boolean locked, Optional<T> own, Optional<T> above) {
        return locked || own.isEmpty() ? above : own;
    }

    private static OptionalInt over(boolean locked, OptionalInt own, OptionalInt above) {
        return locked || own.isEmpty() ? above : own;
    }

    /** @throws RefusedException if a unit would say what its region has locked, naming all of it */
    public static void refuseLocked(TypeAtUnit type, TypeSettings own) {
        Problems problems = new Problems();
        locked(type, own)
                .forEach(said -> problems.add(CaseTypeProblem.LOCKED.at(said.component(), said.field(), type.key())));
        problems.refuse();
    }

    /** What a unit would say though its region has locked it. */
    public static List<SetComponent> locked(TypeAtUnit type, TypeSettings own) {
        return Stream.of(
                        component("description", TypeField.DESCRIPTION, own.description()),
                        component("handlingDays", TypeField.HANDLING_TIME, boxed(own.handlingDays())),
                        component("firstReplyDays", TypeField.FIRST_REPLY, boxed(own.firstReplyDays())),
                        component("attachments", TypeField.ATTACHMENTS, own.attachments()),
                        component("limits", TypeField.LIMITS, own.limits()),
                        component("standardReplies", TypeField.REPLIES, own.standardReplies()),
                        component("repliesEditable", TypeField.REPLIES, own.repliesEditable()))
                .flatMap(Optional::stream)
                .filter(said -> type.locked().contains(said.field()))
                .toList();
    }

    private static Optional<SetComponent> component(String component, TypeField field, Optional<?> value) {
        return value.map(any -> new SetComponent(component, field));
    }

    private static Optional<Integer> boxed(OptionalInt days) {
        return days.isPresent() ? Optional.of(days.getAsInt()) : Optional.empty();
    }

    /** A component of the settings that is set, and its field of the type. */
    public record SetComponent(String component, TypeField field) {}

    public static ReplyPreview replies(TypeAtUnit type) {
        boolean editable = type.effective().repliesEditable().orElse(false);
        Stream<Shown> fixed = type.fixedReplies().stream().map(option -> new Shown(option, true, false));
        Stream<Shown> standard = type.effective().standardReplies().orElse(List.of()).stream()
                .map(option -> new Shown(option, false, editable));
        return ReplyPreviewPage.preview(
                type.summary().name(), Stream.concat(fixed, standard).toList());
    }
}
