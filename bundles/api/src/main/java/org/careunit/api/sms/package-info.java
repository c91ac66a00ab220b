/**
 * How a text becomes SMS: which alphabet it needs and how many parts it is. Used both for saving and for sending texts.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.sms;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
