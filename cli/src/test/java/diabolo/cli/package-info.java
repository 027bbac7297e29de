/** What a user of the command line sees: sentences, streams and exit codes. */
@NullMarked
package diabolo.cli;

import org.jspecify.annotations.NullMarked;
