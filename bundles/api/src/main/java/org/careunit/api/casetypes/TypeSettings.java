package org.careunit.api.casetypes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.failure.Problems;

/**
 * Settings of a case type at one level. Empty values are inherited: by a unit from its region; at a region they mean no
 * attachments, limits, reply options or promise.
 *
 * @param description what residents read about it, at most 1000 characters; never null
 * @param handlingDays the promised handling time in working days, 1 to {@value #LONGEST_PROMISE}; never null
 * @param firstReplyDays the promise of a first reply in working days, 1 to {@value #LONGEST_PROMISE}, or 0 for no such
 *     promise; never null
 * @param attachments what residents may attach; never null
 * @param limits which residents may send; never null
 * @param standardReplies reply options beside the fixed ones, at most {@value #MOST_REPLIES}; never null
 * @param repliesEditable whether staff may change the text of a standard reply in an answer; never null
 */
public record TypeSettings(
        Optional<String> description,
        OptionalInt handlingDays,
        OptionalInt firstReplyDays,
        Optional<Attachments> attachments,
        Optional<ResidentLimits> limits,
        Optional<List<ReplyOption>> standardReplies,
        Optional<Boolean> repliesEditable) {
    public static final int LONGEST_PROMISE = 100;
    public static final int MOST_REPLIES = 50;

    /** Nobody decides anything. */
    public static final TypeSettings NONE = new TypeSettings(
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** @throws org.careunit.api.failure.RefusedException if something is out of its range */
    public TypeSettings {
        Problems problems = new Problems();
        description = description == null ? Optional.empty() : description;
        description = description.map(text -> Limits.text(problems, "description", text, 1000));
        handlingDays = handlingDays == null ? OptionalInt.empty() : handlingDays;
        handlingDays.ifPresent(days -> Limits.isBetween(problems, "handlingDays", days, 1, LONGEST_PROMISE));
        firstReplyDays = firstReplyDays == null ? OptionalInt.empty() : firstReplyDays;
        firstReplyDays.ifPresent(days -> Limits.isBetween(problems, "firstReplyDays", days, 0, LONGEST_PROMISE));
        attachments = attachments == null ? Optional.empty() : attachments;
        limits = limits == null ? Optional.empty() : limits;
        standardReplies = standardReplies == null ? Optional.empty() : standardReplies;
        standardReplies =
                standardReplies.map(replies -> Limits.atMost(problems, "standardReplies", replies, MOST_REPLIES));
        repliesEditable = repliesEditable == null ? Optional.empty() : repliesEditable;
        problems.refuse();
    }

    public TypeSettings withDescription(Optional<String> description) {
        return new TypeSettings(
                description, handlingDays, firstReplyDays, attachments, limits, standardReplies, repliesEditable);
    }

    public TypeSettings withHandlingDays(OptionalInt handlingDays) {
        return new TypeSettings(
                description, handlingDays, firstReplyDays, attachments, limits, standardReplies, repliesEditable);
    }

    public TypeSettings withFirstReplyDays(OptionalInt firstReplyDays) {
        return new TypeSettings(
                description, handlingDays, firstReplyDays, attachments, limits, standardReplies, repliesEditable);
    }

    public TypeSettings withAttachments(Optional<Attachments> attachments) {
        return new TypeSettings(
                description, handlingDays, firstReplyDays, attachments, limits, standardReplies, repliesEditable);
    }

    public TypeSettings withLimits(Optional<ResidentLimits> limits) {
        return new TypeSettings(
                description, handlingDays, firstReplyDays, attachments, limits, standardReplies, repliesEditable);
    }

    public TypeSettings withStandardReplies(Optional<List<ReplyOption>> standardReplies) {
        return new TypeSettings(
                description, handlingDays, firstReplyDays, attachments, limits, standardReplies, repliesEditable);
    }

    public TypeSettings withRepliesEditable(Optional<Boolean> repliesEditable) {
        return new TypeSettings(
                description, handlingDays, firstReplyDays, attachments, limits, standardReplies, repliesEditable);
    }
}
