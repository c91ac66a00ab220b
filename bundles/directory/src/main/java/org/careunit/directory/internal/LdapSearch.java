package org.careunit.directory.internal;

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
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.directory.internal.Question.Alive;
import org.careunit.directory.internal.Question.StaffFound;
import org.careunit.directory.internal.Question.UnitFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks EK: one search a question, page by page, no referral followed, and no more entries than one person can have. */
final class LdapSearch {

    static final int MOST_ENTRIES = 500;

    private static final Logger LOG = LoggerFactory.getLogger(LdapSearch.class);

    private final LdapConnections connections;
    private final Settings.Search settings;

    LdapSearch(LdapConnections connections, Settings.Search settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /** @throws DirectoryException if EK cannot be asked */
    Question.Answer answer(Question<?> question) {
        try {
            if (question instanceof Question.StaffById staff) {
                return staff(staff.id());
            } else if (question instanceof Question.StaffByNumber staff) {
                return staff(staff.number());
            } else if (question instanceof Question.UnitById unit) {
                return unit(unit.id());
            }
            return check();
        } catch (LDAPException failure) {
            throw DirectoryException.of(failure);
        }
    }

    private StaffFound staff(HsaId id) throws LDAPException {
        return new StaffFound(staff(Names.ID, id.value()).entries().stream()
                .filter(entry -> entry.id().equals(id))
                .toList());
    }

    private StaffFound staff(PersonNumber number) throws LDAPException {
        return staff(Names.NUMBER, number.value());
    }

    private StaffFound staff(String attribute, String value) throws LDAPException {
        Filter filter = both(settings.staff(), attribute, value);
        return new StaffFound(new StaffReader(settings.names())
                .read(search(filter, settings.names().ofStaff())));
    }

    private UnitFound unit(HsaId id) throws LDAPException {
        Filter filter = both(settings.unit(), Names.ID, id.value());
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
                Math.toIntExact(settings.timeout().toSeconds() + 1),
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

    private Alive check() throws LDAPException {
        return connections.useOnce(connection -> {
            connection.search(
                    settings.baseDn(),
                    SearchScope.BASE,
                    Filter.createPresenceFilter("objectClass"),
                    SearchRequest.NO_ATTRIBUTES);
            return new Alive();
        });
    }
}
