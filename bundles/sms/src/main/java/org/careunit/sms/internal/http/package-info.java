/** The connection to an SMS gateway over HTTP. */
package org.careunit.sms.internal.http;
