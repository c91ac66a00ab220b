package org.careunit.api.settings;

/**
 * Whether residents see a link to the unit's page on 1177.se. The page is EK's ({@code hsaVpwWebPage}).
 *
 * @param shown whether they do
 */
public record PageLink(boolean shown) implements Section {

    /** The default: they do. */
    public static final PageLink SHOWN = new PageLink(true);
}
