package org.careunit.api.settings;

/**
 * Whether residents may ask to be registered at the unit ("listningsönskemål"). Only child health centres have this
 * section (BVC, HSA business code {@value #BUSINESS_CODE}).
 *
 * @param on whether the offer to residents contains the listing request
 */
public record ListingRequests(boolean on) implements Section {

    /** What makes a unit a child health centre in the HSA directory. */
    public static final String BUSINESS_CODE = "1504";

    /** The default: it does not. */
    public static final ListingRequests OFF = new ListingRequests(false);
}
