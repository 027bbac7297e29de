/**
 * The command line: one class per verb, each a {@link diabolo.cli.Verb}, listed in the annotation of
 * {@link diabolo.cli.Diabolo}. Results go to standard output, messages to standard error; a failure is one sentence. This is
 * the last package of the flow: it knows all others, and it alone prints, exits and configures logging.
 *
 * <pre>{@code
 * int exitCode = Diabolo.run(new PrintWriter(System.out), new PrintWriter(System.err), "inspect", "rag.mid");
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.cli.Diabolo}, {@link diabolo.cli.Verb}, {@link diabolo.cli.FailureSentences}.
 */
@NullMarked
package diabolo.cli;

import org.jspecify.annotations.NullMarked;
