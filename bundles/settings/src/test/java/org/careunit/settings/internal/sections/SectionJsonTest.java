package org.careunit.settings.internal.sections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SectionJsonTest {

    private final SectionJson json = new SectionJson();

    @Test
    void everySectionHasAFormAndTheOtherWayRound() {
        assertThat(SectionForms.OF_UNITS)
                .extracting(form -> (Object) form.type())
                .containsExactlyInAnyOrder((Object[]) Section.class.getPermittedSubclasses());
        assertThat(SectionForms.OF_REGIONS)
                .extracting(form -> (Object) form.type())
                .containsExactlyInAnyOrder((Object[]) RegionSection.class.getPermittedSubclasses());
    }

    @Test
    void whatTheStoreLacksIsAsIfNobodyHadSavedIt() {
        SectionForm<PageLink> link = SectionForms.ofUnit(PageLink.class);
        SectionForm<StaffReminder> reminder = SectionForms.ofUnit(StaffReminder.class);

        assertThat(json.stored(link, "{}").shown()).isTrue();
        assertThat(json.stored(reminder, "{\"on\":false}"))
                .isEqualTo(new StaffReminder(false, StaffReminder.RECOMMENDED));
    }

    static List<SectionForm<? extends Section>> forms() {
        return SectionForms.OF_UNITS;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsUnsetIsReadAsItIsWritten(SectionForm<? extends Section> form) {
        assertThat(json.parse(form, json.write((Record) form.unset()))).isEqualTo(form.unset());
        assertThat(json.stored(form, "{\"sinceThen\":1}")).isEqualTo(form.unset());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "email-notification|{\"on\":true}|/addresses: this is missing; write a list",
                "email-notification|{\"on\":\"ja\",\"addresses\":[]}|/on: a text stands here; write true or false",
                "email-notification|{\"on\":true,\"addresses\":[\"x\"]}|/addresses/0: This is not an e-mail address",
                "email-notification|{\"on\":false,\"addresses\":[],\"a/b\":1}|/a~1b: there is no such key",
                "catchment-area|{\"rules\":[{\"county\":\"01\",\"sex\":\"X\"}]}|/rules/0/sex: there is no such word",
                "catchment-area|{\"rules\":[{\"county\":\"01\",\"fromAge\":1.5}]}|/rules/0/fromAge: write a whole number",
                "catchment-area|{\"rules\":[{\"county\":\"01\",\"fromAge\":200}]}|/rules/0/fromAge",
                "catchment-area|{\"rules\":[{\"municipality\":\"0184\"}]}|/rules/0/county: a rule that names a municipality",
                "catchment-area|{\"rules\":[{\"county\":\"00\"}]}|/rules/0/county",
                "archive-export|{\"interval\":\"soon\"}|/interval: this has another form; write a period",
                "page-link|{}|/shown: this is missing; write true or false",
                "page-link|{\"shown\":null}|/shown: null stands here; write true or false",
                "staff-reminder|{\"on\":true}|/workingDays: this is missing; write a whole number",
                "staff-reminder|{\"on\":true,\"workingDays\":null}|/workingDays: null stands here",
                "page-link|[]|a list stands here",
                "page-link|{\"shown\":true,\"shown\":false}|/shown: the object has this key twice",
                "page-link|{\"shown\":true}{\"shown\":true}|there is something behind the value",
                "page-link|{\"shown\":true}]|there is something behind the value",
                "staff-reminder|{\"on\":true,\"workingDays\":3.0}|/workingDays: write a whole number",
                "staff-reminder|{\"on\":true,\"workingDays\":\"3\"}|/workingDays: a text stands here",
                "staff-reminder|{\"on\":true,\"workingDays\":9223372036854775808}|/workingDays: write a whole number",
                "closed-days|{\"days\":[{\"first\":\"+999999999-01-01\"}]}|/days/0/first: this has another form or year",
                "closed-days|{\"days\":[{\"first\":\"1899-12-31\"}]}|/days/0/first: this has another form or year",
                "page-link|{\"shown\":{|/shown: the text ends too early",
                "page-link|{|the text ends too early"
            })
    void whatIsWrongIsRefusedWithItsPath(String key, String text, String message) {
        assertThatThrownBy(() -> json.parse(SectionForms.ofUnit(key), text))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(message);
    }
}
