using System.Data;
using Npgsql;

namespace DichVuCong.Runtime.Sql;

/// <summary>Transactions on connections that are used again and again.</summary>
internal static class OpenTransactions
{
    /// <summary>
    /// Begins a transaction. A session may end while one that did nothing is rolled back, which tells nobody: the connection's state does.
    /// </summary>
    /// <exception cref="IOException">The connection is not open any more.</exception>
    public static ValueTask<NpgsqlTransaction> BeginOnOpenAsync(this NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.State == ConnectionState.Open
            ? connection.BeginTransactionAsync(cancellationToken)
            : throw new IOException("The connection to the database was lost.");
}
