package org.startupatlas.database;

import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;

/** Copies entities and their collections into the tables and columns to which Hibernate maps them. */
final class EntityCopyWriter {

    private final SharedSessionContractImplementor session;

    /**
     * Creates a writer.
     *
     * @param session provides the entity mappings
     */
    EntityCopyWriter(SharedSessionContractImplementor session) {
        this.session = session;
    }

    /** Copies entities of one type over a connection to PostgreSQL. */
    void copy(Connection connection, EntityPersister entity, List<?> rows) throws SQLException {
        copyRows(connection, entity, rows);
        for (PluralAttributeMapping collection : collections(entity)) {
            copyCollection(connection, entity, collection, rows);
        }
    }

    /** Returns the collections of an entity, each of which is mapped to a separate table. */
    static List<PluralAttributeMapping> collections(EntityPersister entity) {
        return attributes(entity)
                .filter(PluralAttributeMapping.class::isInstance)
                .map(PluralAttributeMapping.class::cast)
                .toList();
    }

    private static Stream<AttributeMapping> attributes(EntityPersister entity) {
        Stream.Builder<AttributeMapping> attributes = Stream.builder();
        entity.forEachAttributeMapping(attribute -> attributes.add(attribute));
        return attributes.build();
    }

    private static List<AttributeMapping> values(EntityPersister entity) {
        return attributes(entity)
                .filter(attribute -> !(attribute instanceof PluralAttributeMapping))
                .toList();
    }

    private void copyRows(Connection connection, EntityPersister entity, List<?> rows) throws SQLException {
        ModelPart id = entity.getIdentifierMapping();
        List<AttributeMapping> values = values(entity);
        send(connection, entity.getTableName(), columns(entity), copy -> {
            for (Object row : rows) {
                append(copy::append, id, entity.getIdentifier(row));
                appendValues(copy::append, values, row);
                copy.endRow();
            }
        });
    }

    private void copyCollection(
            Connection connection, EntityPersister entity, PluralAttributeMapping collection, List<?> rows)
            throws SQLException {
        ModelPart owner = collection.getKeyDescriptor().getKeyPart();
        ModelPart position = collection.getIndexDescriptor(); // null for a set, which has no index column
        ModelPart elementPart = collection.getElementDescriptor();
        if (rows.stream().allMatch(row -> elements(collection, row).isEmpty())) {
            return;
        }
        String columns = columns(Stream.of(owner, position, elementPart).filter(Objects::nonNull));
        send(connection, collection.getSeparateCollectionTable(), columns, copy -> {
            for (Object row : rows) {
                int index = 0;
                for (Object element : elements(collection, row)) {
                    append(copy::append, owner, entity.getIdentifier(row));
                    if (position != null) {
                        append(copy::append, position, index++);
                    }
                    append(copy::append, elementPart, element);
                    copy.endRow();
                }
            }
        });
    }

    private static Collection<?> elements(PluralAttributeMapping collection, Object row) {
        return (Collection<?>) collection.getValue(row);
    }

    private interface Rows {
        void appendTo(CopyWriter copy) throws SQLException, CharacterCodingException;
    }

    private static void send(Connection connection, String table, String columns, Rows rows) throws SQLException {
        try (CopyWriter copy = new CopyWriter(connection, table, columns)) {
            rows.appendTo(copy);
            copy.end();
        } catch (CharacterCodingException unchecked) {
            throw invalidUnicode(unchecked);
        }
    }

    private static IllegalArgumentException invalidUnicode(CharacterCodingException unchecked) {
        return new IllegalArgumentException("a text that is no Unicode among checked records", unchecked);
    }

    private void appendValues(Consumer<Object> text, List<AttributeMapping> values, Object row) {
        for (AttributeMapping value : values) {
            append(text, value, value.getValue(row));
        }
    }

    private void append(Consumer<Object> row, ModelPart part, Object value) {
        part.breakDownJdbcValues(value, (index, element, column) -> row.accept(element), session);
    }

    /** Returns the columns of the entity's own table, the id first. */
    private static String columns(EntityPersister entity) {
        return columns(Stream.concat(Stream.of(entity.getIdentifierMapping()), values(entity).stream()));
    }

    private static String columns(Stream<? extends ModelPart> parts) {
        List<String> columns = new ArrayList<>();
        parts.forEach(part -> part.forEachSelectable(
                (int index, SelectableMapping column) -> columns.add(column.getSelectionExpression())));
        return String.join(", ", columns);
    }
}
