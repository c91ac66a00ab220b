package org.careunit.api.settings;

import java.time.Duration;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.sms.SmsText;
import org.jspecify.annotations.Nullable;

/**
 * Texts to staff for one topic, and the digest window. In each text {@code {count}}, {@code {unit}} and {@code {link}}
 * stand for how many news it is about, the unit's name, and where to log in.
 *
 * @param digestMinutes within how long further news of the topic become one message, 0 to {@value #LONGEST_DIGEST}; 0
 *     for one each; null for the usual ten
 * @param email null for the usual text
 * @param sms null for the usual text; at most {@value #LONGEST_SMS} characters as they are written, and three SMS when
 *     they are filled in with the longest name
 */
public record TopicMessages(@Nullable Integer digestMinutes, @Nullable StaffText email, @Nullable String sms) {

    public static final int LONGEST_DIGEST = 1_440;
    public static final int LONGEST_SMS = 300;

    private static final int MOST_PARTS = 3;

    /** @throws RefusedException if the window is out of its range, or a text may not leave or could not be sent */
    public TopicMessages {
        Problems problems = new Problems();
        if (digestMinutes != null) {
            SectionRules.between(problems, "digestMinutes", digestMinutes, 0, LONGEST_DIGEST);
        }
        sms = sms == null ? null : sendable(problems, SectionRules.text(problems, "sms", sms, LONGEST_SMS));
        problems.refuse();
    }

    /** What was said, with what is missing in it from here. */
    TopicMessages completing(@Nullable TopicMessages said) {
        return said == null
                ? this
                : new TopicMessages(
                        said.digestMinutes == null ? digestMinutes : said.digestMinutes,
                        said.email == null ? email : said.email,
                        said.sms == null ? sms : said.sms);
    }

    /** {@link #digestMinutes} as a duration. */
    public Duration digest() {
        return Duration.ofMinutes(digestMinutes);
    }

    /** The SMS with the longest name and link filled in: its alphabet, its parts and the signs that decide on both. */
    public SmsText longestSms() {
        return SmsText.of(StaffText.longestFilling(sms));
    }

    private static String sendable(Problems problems, String sms) {
        StaffText.requireHarmless(problems, "sms", sms, LONGEST_SMS);
        if (!sms.isEmpty() && sms.length() <= LONGEST_SMS) {
            int parts = SmsText.of(StaffText.longestFilling(sms)).parts().size();
            if (parts > MOST_PARTS) {
                problems.add(SectionProblem.SMS_PARTS.at("sms", parts, MOST_PARTS));
            }
        }
        return sms;
    }
}
