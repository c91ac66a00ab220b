package org.careunit.storage.json;

import org.careunit.api.failure.ProblemCode;

/** What can be wrong with a text that is read as JSON. */
public enum JsonProblem implements ProblemCode {
    TIME(
            "json.time",
            "Skriv en tid enligt ISO 8601 med tidszon, till exempel 1970-01-01T08:00:00+01:00, inom åren "
                    + "{first} till {last}",
            "write a time as ISO 8601 with offset, for example 1970-01-01T08:00:00+01:00, within the "
                    + "years {first} to {last}"),
    WORD("json.word", "Det finns inget sådant ord", "there is no such word; {allowed}"),
    DOCUMENT_LENGTH(
            "json.document-length", "Texten är längre än {most} tecken", "this is longer than {most} characters"),
    TEXT_LENGTH(
            "json.text-length",
            "Texten har {length} tecken; högst {most} tas emot",
            "this has {length} characters; at most {most} are taken in"),
    NOT_AS_WRITTEN(
            "json.not-as-written",
            "Ett tal eller en text har inte den form som den skrevs i",
            "a number or a text is not in the form it was written in"),
    NO_LIST("json.no-list", "Skriv en lista, […]", "write a list, […]"),
    NO_OBJECT("json.no-object", "Skriv ett objekt, {…}", "write an object, {…}"),
    UNKNOWN_KEY(
            "json.unknown-key",
            "Det finns ingen sådan nyckel; det finns {known}",
            "there is no such key; there are {known}"),
    MISSING("json.missing", "Uppgiften saknas", "this is missing; {allowed}"),
    TYPE("json.type", "Här står något av fel slag", "{found} stands here; {allowed}"),
    DIGITS("json.digits", "Skriv ett heltal med högst {digits} siffror", "{allowed} of at most {digits} digits"),
    DIGITS_ALONE("json.digits-alone", "Skriv talet med enbart siffror", "{allowed}, in digits alone"),
    FORM("json.form", "Uppgiften har en annan form", "this has another form; {allowed}"),
    FORM_OR_YEAR(
            "json.form-or-year",
            "Uppgiften har en annan form eller ett år som inte tas emot",
            "this has another form or year; {allowed}"),
    FAR("json.far", "Tiden ligger utanför de år som tas emot", "{reason}"),
    ITEMS(
            "json.items",
            "Det finns fler än {most} poster; fler tas inte emot",
            "there are more than {most} items; at most so many are taken in"),
    BEHIND("json.behind", "Det står något efter värdet", "there is something behind the value{location}"),
    END("json.end", "Texten slutar för tidigt", "the text ends too early"),
    SYNTAX("json.syntax", "Detta är inte JSON", "this is not JSON{location}"),
    VALUES("json.values", "Det finns fler än {most} värden", "there are more than {most} values"),
    NO_VALUE("json.no-value", "Värdet saknas", "there is no value"),
    TWICE("json.twice", "Objektet har nyckeln två gånger", "the object has this key twice"),
    DEPTH(
            "json.depth",
            "Objekt och listor är djupare än {most} nivåer",
            "objects and lists are more than {most} levels deep"),
    NUMBER_LENGTH("json.number-length", "Ett tal har högst {most} tecken", "a number has at most {most} characters"),
    EXPONENT("json.exponent", "Talets exponent är för stor", "the exponent of this number is too large"),
    BYTES("json.bytes", "Detta är mer än {most} byte", "this has more than {most} bytes");

    private final String code;
    private final String swedish;
    private final String english;

    JsonProblem(String code, String swedish, String english) {
        this.code = code;
        this.swedish = swedish;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String swedish() {
        return swedish;
    }

    @Override
    public String english() {
        return english;
    }
}
