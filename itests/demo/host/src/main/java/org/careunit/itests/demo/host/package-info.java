/**
 * A host module as a stranger would write it, against the API alone: it brings the demo's people and tells its story.
 */
package org.careunit.itests.demo.host;
