package org.careunit.settings.internal.sections;

import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitInformation;
import org.careunit.settings.internal.formatted.FormattedText;
import org.careunit.settings.internal.telephone.Telephone;

/** Normalises sections before they are saved: telephone numbers to E.164, and sanitised text. */
public final class SectionNormalizer {

    private SectionNormalizer() {}

    /**
     * The normalised section; idempotent.
     *
     * @throws org.careunit.api.failure.RefusedException if it cannot be
     */
    @SuppressWarnings("unchecked") // a section stays of its kind
    public static <S extends Section> S of(S section) {
        if (section instanceof UnitInformation information) {
            return (S) information.withTelephone(
                    information.telephone().map(written -> Telephone.of(written).e164()));
        }
        if (section instanceof OtherInformation information) {
            return (S) new OtherInformation(FormattedText.of(information.text()).html());
        }
        return section;
    }
}
