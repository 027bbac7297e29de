/**
 * The data sets that experiments use: a catalog of where they come from and what each file must be, and what fetches them, checks
 * them and lays them out. Nothing here knows what is in the files.
 *
 * <pre>{@code
 * DataSet rags = DataCatalog.find("ragtime-mutopia");
 * String licence = rags.licence(); // "public domain"
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.data.DataCatalog}, {@link diabolo.data.DataSet}, {@link diabolo.data.DataFetch}.
 */
@NullMarked
package diabolo.data;

import org.jspecify.annotations.NullMarked;
