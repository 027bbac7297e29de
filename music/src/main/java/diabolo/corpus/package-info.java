/**
 * From files of music to the examples that a network learns from: windows of a representation, with an account of every file
 * and note that was left out, of duplicates, and a split that never cuts a piece in two.
 *
 * <pre>{@code
 * Corpus rags = new CorpusBuilder(CorpusSpec.DEEPHEAR).build(List.of(Path.of("my-rags")));
 * int windows = rags.distinct().size();
 * rags.refusals().forEach(System.out::println); // the files that gave nothing, and why
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.corpus.CorpusBuilder}, {@link diabolo.corpus.Corpus}, {@link diabolo.corpus.PieceSplit}.
 */
@NullMarked
package diabolo.corpus;

import org.jspecify.annotations.NullMarked;
