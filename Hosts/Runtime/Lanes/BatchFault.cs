using System.Data;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>
/// Whether a failed batch is the fault of one of its messages: then it is looked for and taken out. Otherwise the connection or the server
/// failed, and the batch is simply run again.
/// </summary>
internal static class BatchFault
{
    /// <summary>What is at fault, without any value of a message; null when no message is.</summary>
    public static string? Of(Exception failure, NpgsqlConnection connection) => failure switch
    {
        _ when connection.State != ConnectionState.Open => null,
        PostgresException postgres when IsARowsFault(postgres) => Describe(postgres),
        NpgsqlException or TimeoutException or IOException or OperationCanceledException or OutOfMemoryException or BatchDefectException => null,
        // A recorder, or the reading of a stored state, that cannot cope with what a message brings: it must not take the worker with it.
        _ => failure.GetType().Name,
    };

    /// <summary>The database's code and names; its text may quote the value at fault.</summary>
    private static string Describe(PostgresException failure) =>
        string.Join(' ', new[] { failure.SqlState, failure.TableName, failure.ColumnName, failure.ConstraintName }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Classes 22 (data exception) and 23 (constraint violation): the row is at fault, not the connection.</summary>
    private static bool IsARowsFault(PostgresException failure) => !IsAMissingPartition(failure)
        && (failure.SqlState.StartsWith("22", StringComparison.Ordinal) || failure.SqlState.StartsWith("23", StringComparison.Ordinal));

    /// <summary>A check that has no name: the month has no partition yet, which is no message's fault and passes.</summary>
    private static bool IsAMissingPartition(PostgresException failure) =>
        failure.SqlState == PostgresErrorCodes.CheckViolation && string.IsNullOrEmpty(failure.ConstraintName);
}
