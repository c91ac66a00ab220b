package org.careunit.directory.internal.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.directory.internal.DirectoryException;
import org.careunit.directory.internal.DirectoryQuery;
import org.careunit.directory.internal.DirectoryQuery.StaffFound;
import org.careunit.directory.internal.DirectoryQuery.Survey;
import org.careunit.directory.internal.DirectoryQuery.UnitFound;
import org.careunit.directory.internal.DirectorySettings;
import org.careunit.directory.internal.entries.AttributeNames;
import org.careunit.directory.internal.entries.StaffReader;
import org.careunit.directory.internal.entries.UnitReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches EK: one search per query, page by page, without following referrals, and with a limit on entries. */
public final class LdapSearch {

    public static final int MOST_ENTRIES = 500;

    private static final int SAMPLE = 200;
    private static final Set<ResultCode> CUT_OFF =
            Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.ADMIN_LIMIT_EXCEEDED, ResultCode.TIME_LIMIT_EXCEEDED);

    private static final Logger LOG = LoggerFactory.getLogger(LdapSearch.class);

    private final LdapConnections connections;
    private final DirectorySettings.Search settings;

    public LdapSearch(LdapConnections connections, DirectorySettings.Search settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /** @throws DirectoryException if EK cannot be asked */
    public DirectoryQuery.Answer answer(DirectoryQuery<?> question) {
        try {
            if (question instanceof DirectoryQuery.StaffById staff) {
                return staff(staff.id());
            } else if (question instanceof DirectoryQuery.StaffByNumber staff) {
                return staff(staff.number());
            } else if (question instanceof DirectoryQuery.UnitById unit) {
                return unit(unit.id());
            }
            return check();
        } catch (LDAPException failure) {
            throw DirectoryException.of(failure);
        }
    }

    private StaffFound staff(StaffId id) throws LDAPException {
        return new StaffFound(staff(AttributeNames.ID, id.value()).entries().stream()
                .filter(entry -> entry.id().equals(id))
                .toList());
    }

    private StaffFound staff(PersonNumber number) throws LDAPException {
        return staff(AttributeNames.NUMBER, number.value());
    }

    private StaffFound staff(String attribute, String value) throws LDAPException {
        Filter filter = both(settings.staff(), attribute, value);
        return new StaffFound(new StaffReader(settings.names())
                .read(search(filter, settings.names().ofStaff())));
    }

    private UnitFound unit(HsaId id) throws LDAPException {
        Filter filter = both(settings.unit(), AttributeNames.ID, id.value());
        UnitReader reader = new UnitReader(settings.names());
        Optional<UnitEntry> unit = search(filter, settings.names().ofUnits()).stream()
                .flatMap(entry -> reader.read(entry).stream())
                .filter(entry -> entry.id().equals(id))
                .findFirst();
        return new UnitFound(unit);
    }

    /** The one place where a value from outside becomes part of a filter: the library escapes it. */
    private Filter both(Filter kind, String attribute, String value) {
        return Filter.createANDFilter(
                kind, Filter.createEqualityFilter(settings.names().there(attribute), value));
    }

    private List<SearchResultEntry> search(Filter filter, String... attributes) throws LDAPException {
        return connections.use(connection -> pages(connection, request(filter, attributes)));
    }

    private SearchRequest request(Filter filter, String... attributes) {
        SearchRequest request = new SearchRequest(
                settings.baseDn(),
                SearchScope.SUB,
                DereferencePolicy.NEVER,
                MOST_ENTRIES,
                Math.toIntExact(settings.answer().toSeconds() + 1),
                false,
                filter,
                attributes);
        request.setFollowReferrals(false);
        return request;
    }

    private List<SearchResultEntry> pages(LDAPConnection connection, SearchRequest request) throws LDAPException {
        List<SearchResultEntry> entries = new ArrayList<>();
        ASN1OctetString cookie = null;
        int most = MOST_ENTRIES / settings.pageSize() + 1;
        for (int page = 0; page < most; page++) {
            request.setControls(new SimplePagedResultsControl(settings.pageSize(), cookie, false));
            SearchResult result = page(connection, request);
            entries.addAll(result.getSearchEntries());
            SimplePagedResultsControl more = SimplePagedResultsControl.get(result);
            if (more == null || !more.moreResultsToReturn()) {
                return bounded(entries);
            }
            cookie = more.getCookie();
        }
        connection.close(); // a search that is left half done would be kept on the other side
        return bounded(entries);
    }

    private static SearchResult page(LDAPConnection connection, SearchRequest request) throws LDAPSearchException {
        try {
            return connection.search(request);
        } catch (LDAPSearchException failure) {
            if (ResultCode.SIZE_LIMIT_EXCEEDED.equals(failure.getResultCode())) {
                return failure.getSearchResult();
            }
            throw failure;
        }
    }

    private static List<SearchResultEntry> bounded(List<SearchResultEntry> entries) {
        if (entries.size() < MOST_ENTRIES) {
            return entries;
        }
        LOG.debug("EK has {} entries or more for one HSA-id or number; the rest is not read.", MOST_ENTRIES);
        return entries.subList(0, MOST_ENTRIES);
    }

    private Survey check() throws LDAPException {
        return connections.useOnce(connection -> {
            connection.search(
                    settings.baseDn(),
                    SearchScope.BASE,
                    Filter.createPresenceFilter(AttributeNames.OBJECT_CLASS),
                    SearchRequest.NO_ATTRIBUTES);
            List<SearchResultEntry> staff =
                    sample(connection, settings.staff(), true, SearchRequest.ALL_USER_ATTRIBUTES);
            List<SearchResultEntry> units =
                    sample(connection, settings.unit(), true, SearchRequest.ALL_USER_ATTRIBUTES);
            Set<String> classes = staff.isEmpty() || units.isEmpty() ? classes(connection) : Set.of();
            return new Survey(staff.size(), units.size(), names(staff), names(units), classes);
        });
    }

    private Set<String> classes(LDAPConnection connection) throws LDAPException {
        Filter any = Filter.createPresenceFilter(AttributeNames.OBJECT_CLASS);
        Set<String> classes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sample(connection, any, false, AttributeNames.OBJECT_CLASS)
                .forEach(entry -> classes.addAll(List.of(entry.getObjectClassValues())));
        return classes;
    }

    /** The first entries that match; what the server's own limits cut off is no failure. */
    private List<SearchResultEntry> sample(
            LDAPConnection connection, Filter filter, boolean namesOnly, String... attributes) throws LDAPException {
        SearchRequest request = new SearchRequest(
                settings.baseDn(),
                SearchScope.SUB,
                DereferencePolicy.NEVER,
                SAMPLE,
                Math.toIntExact(settings.answer().toSeconds() + 1),
                namesOnly,
                filter,
                attributes);
        request.setFollowReferrals(false);
        try {
            return connection.search(request).getSearchEntries();
        } catch (LDAPSearchException cutOff) {
            if (CUT_OFF.contains(cutOff.getResultCode())) {
                return cutOff.getSearchEntries();
            }
            throw cutOff;
        }
    }

    /** Without options. */
    private static Set<String> names(List<SearchResultEntry> entries) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        entries.forEach(entry -> entry.getAttributes().forEach(attribute -> names.add(attribute.getBaseName())));
        return names;
    }
}
