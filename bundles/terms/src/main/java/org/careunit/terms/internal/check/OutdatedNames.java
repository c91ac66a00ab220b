package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/** Finds names of services that are not used any more, the longest of those that begin at one place. */
final class OutdatedNames implements TextRule {

    @Override
    public List<TermsFinding> find(Passage passage, CheckContext expected) {
        Names names = new Names();
        expected.rules().outdatedNames().forEach(names::add);
        List<TermsFinding> found = new ArrayList<>();
        List<Token> tokens = passage.tokens();
        int at = 0;
        while (at < tokens.size()) {
            Optional<FoundName> hit = names.longest(tokens, at).filter(one -> isWhole(passage, one));
            hit.ifPresent(one -> found.add(found(passage, one)));
            at = hit.map(one -> one.last() + 1).orElse(at + 1);
        }
        return found;
    }

    /** The path of a link and the name in an e-mail address are not checked. */
    private static boolean isWhole(Passage passage, FoundName hit) {
        int start = hit.start();
        char before = start == 0 ? ' ' : passage.lower().charAt(start - 1);
        boolean host = passage.lower().startsWith("://", Math.max(0, start - 3));
        return before != '@' && (before != '/' || host || !passage.isInLink(start));
    }

    private static TermsFinding found(Passage passage, FoundName hit) {
        return passage.found(
                TermsFinding.Rule.OUTDATED_NAME,
                Severity.WARNING,
                hit.start(),
                hit.end(),
                "Namnet " + passage.quoted(hit.start(), hit.end()) + " används inte längre",
                "Skriv " + hit.instead());
    }

    private record FoundName(int last, int start, int end, String instead) {}

    /** The names as a tree of words, so that a text is read once for all of them. */
    private static final class Names {

        private final Map<String, Names> next = new HashMap<>();
        private String instead;

        void add(String name, String instead) {
            Names at = this;
            for (Token token : Token.of(Sentence.normalized(name))) {
                at = at.next.computeIfAbsent(token.text(), word -> new Names());
            }
            at.instead = instead;
        }

        Optional<FoundName> longest(List<Token> tokens, int from) {
            FoundName longest = null;
            Names node = this;
            for (int at = from; node != null && at < tokens.size(); at++) {
                Token token = tokens.get(at);
                if (at > from && token.is("-") && node.next.get("-") == null) {
                    // "1177-Vårdguiden" is the name, too
                    continue;
                }
                Names genitive = token.text().endsWith("s")
                        ? node.next.get(token.text().substring(0, token.text().length() - 1))
                        : null;
                Names plain = node.next.get(token.text());
                node = plain != null ? plain : genitive;
                if (node != null && node.instead != null) {
                    longest = new FoundName(at, tokens.get(from).start(), token.end(), node.instead);
                }
            }
            return Optional.ofNullable(longest);
        }
    }
}
