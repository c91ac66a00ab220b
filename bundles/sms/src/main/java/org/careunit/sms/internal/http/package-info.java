/** The way to a gateway that takes SMS over HTTP. */
package org.careunit.sms.internal.http;
