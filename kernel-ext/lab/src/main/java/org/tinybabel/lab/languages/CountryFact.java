package org.tinybabel.lab.languages;

/**
 * A triple of a knowledge graph about countries.
 *
 * @param country an ISO 3166 code such as {@code UZ}
 * @param relation what is known of it
 * @param value a code of the relation, such as {@code UZS}; {@link CountryRelation#name} gives its name
 */
public record CountryFact(String country, CountryRelation relation, String value) {}
