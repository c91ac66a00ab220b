package org.careunit.terms.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.careunit.api.history.Versioned;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.TermsDifference;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.operations.Listing;

/** Formats terms for the commands. */
final class TermsListings {

    private static final int SHOWN = 60;

    private TermsListings() {}

    static Listing of(EffectiveTerms terms) {
        Listing listing = Listing.of("point", "from", "differs", "version", "text");
        String version = terms.version().region() + "/" + terms.version().unit();
        for (EffectivePoint point : terms.points()) {
            listing.row(
                    point.point().id(),
                    point.origin().name().toLowerCase(Locale.ROOT),
                    point.differsFromRegion(),
                    version,
                    point.point().text());
        }
        return listing;
    }

    static Listing of(Versioned<TermsText> said) {
        Listing listing = Listing.of("point", "version", "text");
        said.content().points().forEach(point -> listing.row(point.id(), said.version(), point.text()));
        return listing;
    }

    static Listing draft(Versioned<TermsDraft> draft) {
        Listing listing = Listing.of("point", "version", "draft", "text").whenEmpty("Nobody has written these terms.");
        draft.content().text().ifPresent(text -> {
            for (TermsPoint point : text.points()) {
                listing.row(point.id(), draft.version(), draft.content().draft(), point.text());
            }
        });
        return listing;
    }

    static Listing findings(List<TermsFinding> findings) {
        Listing listing = Listing.of("severity", "code", "point", "start", "end", "what", "suggestion", "intended by")
                .whenEmpty("The check finds nothing.");
        findings.forEach(one -> listing.row(
                one.severity().name().toLowerCase(Locale.ROOT),
                one.rule().code(),
                one.range().map(TermsFinding.Range::point),
                one.range().map(TermsFinding.Range::start),
                one.range().map(TermsFinding.Range::end),
                one.text(),
                one.suggestion(),
                one.intended().map(IntendedFinding::actor)));
        return listing;
    }

    static Listing intended(List<IntendedFinding> findings) {
        Listing listing = Listing.of("number", "code", "point", "words", "sentence", "by", "at")
                .whenEmpty("Nobody has marked a finding here as intended.");
        for (int index = 0; index < findings.size(); index++) {
            IntendedFinding one = findings.get(index);
            listing.row(index + 1, one.rule().code(), one.point(), one.found(), one.sentence(), one.actor(), one.at());
        }
        return listing;
    }

    static Listing differences(List<TermsDifference> differences) {
        Listing listing = Listing.of("point", "moved", "before", "after").whenEmpty("The two say the same.");
        differences.forEach(one -> listing.row(one.point(), one.moved(), one.before(), one.after()));
        return listing;
    }

    /** A published version, and the versions that it replaces. */
    static Listing published(SavedTerms one, List<TermsPoint> disappearing) {
        return Listing.of("version", "state", "from", "points", "disappearing")
                .row(
                        one.version(),
                        one.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        one.from(),
                        one.text().map(text -> text.points().size()),
                        disappearing.stream()
                                .map(point -> point.id() + ": " + beginning(point.text()))
                                .collect(Collectors.joining("; ")));
    }

    private static String beginning(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    static Listing saved(List<SavedTerms> versions) {
        Listing listing = Listing.of("version", "state", "from", "points", "actor", "at")
                .whenEmpty("Nobody has saved these terms.");
        versions.forEach(one -> listing.row(
                one.version(),
                one.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                one.state() == SavedTerms.State.DRAFT ? "" : one.from(),
                one.text().map(text -> text.points().size()),
                one.actor(),
                one.at()));
        return listing;
    }
}
