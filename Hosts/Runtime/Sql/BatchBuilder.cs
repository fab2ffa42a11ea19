using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Runtime.Sql;

/// <summary>Puts multi-row statements together: one array parameter for each column. Recorders use it too.</summary>
public static class BatchBuilder
{
    /// <summary>Without these the driver would look at each value's kind, and finds none in an array that begins with null.</summary>
    private static readonly Dictionary<Type, NpgsqlDbType> TimeTypes = new()
    {
        [typeof(DateTime)] = NpgsqlDbType.TimestampTz,
        [typeof(DateTime[])] = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
        [typeof(DateTime?[])] = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
    };

    /// <summary>Appends a statement.</summary>
    public static NpgsqlBatchCommand Append(this NpgsqlBatch batch, string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return command;
    }

    /// <summary>Adds a parameter.</summary>
    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value)
    {
        var parameter = new NpgsqlParameter<T> { TypedValue = value };
        if (TimeTypes.TryGetValue(typeof(T), out var type)) parameter.NpgsqlDbType = type;
        command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Adds one column of <paramref name="rows"/> as an array.</summary>
    public static NpgsqlBatchCommand Column<TRow, T>(this NpgsqlBatchCommand command, IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var index = 0; index < column.Length; index++) column[index] = value(rows[index]);
        return command.With(column);
    }
}
