package org.tinybabel.lab.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Okapi BM25 (Robertson et al., 1994), as Lucene computes it: documents are ranked by the terms that they have in common with the query, rare
 * terms count more, and the second occurrence of a term counts less than the first. What a term is, is up to the caller: a word, or a
 * character n-gram.
 *
 * <pre>{@code
 * try (var index = Bm25.of(documents)) {           // a list of terms for each document
 *     var scores = index.scores(terms);
 * }
 * }</pre>
 */
public final class Bm25 implements AutoCloseable {

    private static final String TERMS = "terms";
    private static final float K1 = 1.2f;
    private static final float B = 0.75f;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private Bm25(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(new BM25Similarity(K1, B));
    }

    /**
     * Indexes documents, in memory, with Lucene's usual constants k₁ = 1.2 and b = 0.75. Lucene keeps the length of a document in one byte:
     * exactly up to 40 terms, to about a tenth above.
     *
     * @param documents the terms of each document, in any order, repeated ones repeated
     * @return the index
     * @throws IllegalArgumentException if there are no documents
     */
    public static Bm25 of(List<? extends Collection<String>> documents) {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("an index needs at least one document");
        }
        try {
            var directory = new ByteBuffersDirectory();
            var config = new IndexWriterConfig()
                    .setSimilarity(new BM25Similarity(K1, B))
                    .setMergePolicy(NoMergePolicy.INSTANCE);
            try (var writer = new IndexWriter(directory, config)) {
                for (var terms : documents) {
                    var document = new Document();
                    document.add(new TextField(TERMS, new Terms(terms)));
                    writer.addDocument(document);
                }
            }
            return new Bm25(directory, DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("the documents cannot be indexed", e);
        }
    }

    /**
     * The score of every document for a query: Σ over the query's terms, repeated ones repeated, of
     * {@code idf(t) · f / (f + k₁ (1 − b + b · length / mean length))} with f the number of times the document has the term and
     * {@code idf(t) = ln(1 + (N − n + ½) / (n + ½))} for n of N documents that have it. The factor k₁ + 1 of the original, the same for all, is
     * left out, as Lucene does since version 8.
     *
     * @param query its terms
     * @return one score per document, in their order; 0 for one that has no term of the query
     */
    public double[] scores(Collection<String> query) {
        var scores = new double[reader.maxDoc()];
        var all = new BooleanQuery.Builder();
        var counts =
                query.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        counts.forEach(
                (term, count) -> all.add(new BoostQuery(new TermQuery(new Term(TERMS, term)), count), Occur.SHOULD));
        try {
            for (var hit : searcher.search(all.build(), scores.length).scoreDocs) {
                scores[hit.doc] = hit.score;
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be closed", e);
        }
    }

    /** Terms that need no analysis. */
    private static final class Terms extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Collection<String> terms;
        private Iterator<String> rest;

        Terms(Collection<String> terms) {
            this.terms = terms;
            this.rest = terms.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(rest.next());
            return true;
        }

        @Override
        public void reset() {
            rest = terms.iterator();
        }
    }
}
