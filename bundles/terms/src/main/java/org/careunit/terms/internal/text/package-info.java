/** Terms as they are kept: whose words each point has, what merging makes of them, and their JSON. */
package org.careunit.terms.internal.text;
