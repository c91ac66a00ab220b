/** Why a case did, or did not, lead to messages. */
package org.careunit.notifications.internal.why;
