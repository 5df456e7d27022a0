package org.tinybabel.kernel.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotebookTest {

    private static final String SMALL =
            """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "m",
               "metadata": {
                "tags": [
                 "hero"
                ]
               },
               "source": [
                "# Grüße\\n",
                "世界"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": 3,
               "id": "c",
               "metadata": {},
               "outputs": [],
               "source": "1 + 1"
              }
             ],
             "metadata": {
              "kernelspec": {
               "language": "Java"
              },
              "tinybabel": {
               "seeds": 4
              }
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    @Test
    void whatIsReadIsWrittenBackByteForByte() throws IOException {
        assertThat(Notebook.parse(SMALL, "small").toText()).isEqualTo(SMALL);
    }

    @Test
    void cellsGiveTypeSourceAndTags() throws IOException {
        var cells = Notebook.parse(SMALL, "small").cells();

        assertThat(cells.get(0).type()).isEqualTo(Cell.Type.MARKDOWN);
        assertThat(cells.get(0).source()).isEqualTo("# Grüße\n世界");
        assertThat(cells.get(0).tags()).containsExactly("hero");
        assertThat(cells.get(1).source()).isEqualTo("1 + 1");
    }

    @Test
    void languageAndMetadataAreFound() throws IOException {
        var notebook = Notebook.parse(SMALL, "small");

        assertThat(notebook.language()).isEqualTo("java");
        assertThat(notebook.metadata("tinybabel", "seeds")).isEqualTo("4");
        assertThat(notebook.metadata("tinybabel", "title", "none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello                                      | x.ipynb is not a notebook: it is not JSON",
                "{\"nbformat\": 4, \"cells\": []} tail      | x.ipynb is not a notebook: it is not JSON",
                "{\"nbformat\": 4, \"cells\": [             | x.ipynb is not a notebook: it is not JSON",
                "[1]                                        | x.ipynb is not a notebook: it has no nbformat field",
                "{\"nbformat\": 3, \"worksheets\": []}      | x.ipynb is in notebook format 3",
                "{\"nbformat\": 4}                          | x.ipynb is damaged: its list of cells is missing",
                "{\"nbformat\": 4, \"cells\": [7]}          | x.ipynb is damaged"
            })
    void whatIsNoNotebookIsSaidToBeNone(String text, String message) {
        assertThatExceptionOfType(NotebookFormatException.class)
                .isThrownBy(() -> Notebook.parse(text, "x.ipynb"))
                .withMessageStartingWith(message);
    }

    @Test
    void aMissingFileAndAFileThatIsNoTextAreSaidPlainly(@TempDir Path folder) throws IOException {
        assertThatExceptionOfType(NotebookFormatException.class)
                .isThrownBy(() -> Notebook.read(folder.resolve("none.ipynb")))
                .withMessageStartingWith("There is no notebook at");
        var binary = Files.write(folder.resolve("b.ipynb"), new byte[] {(byte) 0xff, 0, 1});
        assertThatExceptionOfType(NotebookFormatException.class)
                .isThrownBy(() -> Notebook.read(binary))
                .withMessageEndingWith("is not a notebook: it is not UTF-8 text.");
    }

    @Test
    void writingLeavesOneFileAndNothingBeside(@TempDir Path folder) throws IOException {
        var file = folder.resolve("n.ipynb");
        Notebook.parse(SMALL, "small").write(file);

        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(SMALL);
        assertThat(Files.list(folder)).containsExactly(file);
    }
}
