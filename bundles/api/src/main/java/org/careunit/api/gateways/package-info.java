/**
 * The ways out: what Careunit asks of whatever carries its messages. An adapter implements a port of this package, and
 * the port exists exactly while the adapter's routes run.
 *
 * <p>A gateway answers with a {@link org.careunit.api.gateways.DeliveryResult}; only the caller decides whether to try
 * again. {@link org.careunit.api.gateways.DeliveryStatus#UNAVAILABLE} means that the whole channel rests, for example
 * because the gateway refuses our password: nothing was attempted, and nothing is to be counted.
 *
 * <p>{@link org.careunit.api.gateways.RecordSystem} is also the place for record systems whose interface is not public,
 * such as <em>Profdoc Journal III</em>: a bundle from outside implements it.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.gateways;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
