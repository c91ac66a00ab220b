/**
 * What is kept of messages: the ledger with a row for each recipient and news, digests, parts and receipts, and
 * addresses that are held back.
 *
 * <p>Exported behind a mandatory attribute, for our own bundles alone; see {@link org.careunit.storage}.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.storage.messages;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
