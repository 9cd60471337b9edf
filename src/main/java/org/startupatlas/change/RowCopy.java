package org.startupatlas.change;

import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;

/** Copies rows of an entity, and those of their lists, into the tables and columns to which Hibernate maps them. */
final class RowCopy {

    private final SharedSessionContractImplementor session;
    private final Connection connection;

    /**
     * Copies by a connection of PostgreSQL.
     *
     * @param session which knows how entities are mapped
     */
    RowCopy(SharedSessionContractImplementor session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Copies rows, all of one entity. */
    void copy(EntityPersister entity, List<?> rows) throws SQLException {
        copyRows(entity, rows);
        for (PluralAttributeMapping list : lists(entity)) {
            copyLists(entity, list, rows);
        }
    }

    /** The lists of an entity, each of which has a table of its own. */
    static List<PluralAttributeMapping> lists(EntityPersister entity) {
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

    private void copyRows(EntityPersister entity, List<?> rows) throws SQLException {
        ModelPart id = entity.getIdentifierMapping();
        List<AttributeMapping> values = attributes(entity)
                .filter(attribute -> !(attribute instanceof PluralAttributeMapping))
                .toList();
        String columns = columns(Stream.concat(Stream.of(id), values.stream()));
        send(entity.getTableName(), columns, copy -> {
            for (Object row : rows) {
                append(copy, id, entity.getIdentifier(row));
                for (AttributeMapping value : values) {
                    append(copy, value, value.getValue(row));
                }
                copy.endRow();
            }
        });
    }

    private void copyLists(EntityPersister entity, PluralAttributeMapping list, List<?> rows) throws SQLException {
        ModelPart owner = list.getKeyDescriptor().getKeyPart();
        ModelPart position = list.getIndexDescriptor(); // null for a set, which has no order
        ModelPart element = list.getElementDescriptor();
        if (rows.stream().allMatch(row -> elements(list, row).isEmpty())) {
            return;
        }
        String columns = columns(Stream.of(owner, position, element).filter(Objects::nonNull));
        send(list.getSeparateCollectionTable(), columns, copy -> {
            for (Object row : rows) {
                int index = 0;
                for (Object each : elements(list, row)) {
                    append(copy, owner, entity.getIdentifier(row));
                    if (position != null) {
                        append(copy, position, index++);
                    }
                    append(copy, element, each);
                    copy.endRow();
                }
            }
        });
    }

    private static Collection<?> elements(PluralAttributeMapping list, Object row) {
        return (Collection<?>) list.getValue(row);
    }

    /** Appends the rows of a table. */
    private interface Rows {
        void appendTo(CopyInto copy) throws SQLException, CharacterCodingException;
    }

    private void send(String table, String columns, Rows rows) throws SQLException {
        try (CopyInto copy = new CopyInto(connection, table, columns)) {
            rows.appendTo(copy);
            copy.end();
        } catch (CharacterCodingException unchecked) {
            throw new IllegalArgumentException("a text that is no Unicode among checked records", unchecked);
        }
    }

    private void append(CopyInto copy, ModelPart part, Object value) {
        part.breakDownJdbcValues(value, (index, each, column) -> copy.append(each), session);
    }

    private static String columns(Stream<? extends ModelPart> parts) {
        List<String> columns = new ArrayList<>();
        parts.forEach(part -> part.forEachSelectable(
                (int index, SelectableMapping column) -> columns.add(column.getSelectionExpression())));
        return String.join(", ", columns);
    }
}
