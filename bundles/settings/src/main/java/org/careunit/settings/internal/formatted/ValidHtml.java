package org.careunit.settings.internal.formatted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Repairs invalid nesting that the parser accepts: lists contain items only, items are in lists, headings contain text
 * only.
 */
final class ValidHtml {

    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final String WORDS_ONLY = "p, h2, h3, a, strong, b, em, i";

    private ValidHtml() {}

    static void repair(Element body) {
        for (Element item : body.select("li")) {
            if (item.parent() == null || !LISTS.contains(item.parent().normalName())) {
                wrapRun(item, "ul");
            }
        }
        for (Element words : body.select(WORDS_ONLY)) {
            unwrapBlocks(words);
        }
        for (Element list : body.select("ul, ol")) {
            itemsOnly(list);
        }
        body.select("ul, ol").stream().filter(list -> list.children().isEmpty()).forEach(Element::remove);
    }

    /** Items without a list get one of their own, together with those that follow. */
    private static void wrapRun(Element item, String list) {
        Element made = new Element(list);
        item.before(made);
        Node next = item;
        while (isItem(next) || isBlank(next)) {
            Node after = next.nextSibling();
            made.appendChild(next);
            next = after;
        }
    }

    /** A heading, a paragraph, a link or a word in bold has no blocks in it. */
    private static void unwrapBlocks(Element words) {
        words.children().select("p, ul, ol, li, h2, h3").unwrap();
    }

    /** Whatever else is in a list becomes an item of it, blanks between items apart. */
    private static void itemsOnly(Element list) {
        Element item = null;
        List<Node> nodes = new ArrayList<>(list.childNodes());
        for (Node node : nodes) {
            if (isItem(node)) {
                item = null;
            } else if (!isBlank(node)) {
                if (item == null) {
                    item = new Element("li");
                    node.before(item);
                }
                item.appendChild(node);
            } else if (item != null) {
                item.appendChild(node);
            }
        }
    }

    private static boolean isItem(Node node) {
        return node instanceof Element one && one.normalName().equals("li");
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }
}
