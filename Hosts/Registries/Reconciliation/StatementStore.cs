using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>
/// Keeps partners' files: each with its hash, its movements and its sealed bytes in one transaction, or not at all. The same file again is the
/// same; another file for the same day has the next number.
/// </summary>
public sealed class StatementStore(NpgsqlDataSource database, Sealer sealer)
{
    /// <summary>How far ahead of the place in the file the file's number stands in a movement's.</summary>
    public const int FileShift = 32;

    private const int PartBytes = 1024 * 1024;
    private const short Fee = 4;
    private const short FeeReversal = 8;
    private const int LongestSeconds = 900;

    private const string Lock = "select pg_advisory_xact_lock($1, hashtext($2))";

    private const string InsertFile =
        """
        insert into payment.statement_file (partner, day, number, name, family, bytes, announced, hash, lines, key, taken_by)
        select $1, $2, coalesce(max(f.number), 0) + 1, $3, $4, $5, $6, $7, 0, $8, $9 from payment.statement_file f where f.partner = $1 and f.day = $2
        returning id
        """;

    private const string Count = "update payment.statement_file set lines = $2, fees = $3, fee_amount = $4 where id = $1";

    private const string NoteArrival = "update payment.statement_missing set arrived_at = now() where partner = $1 and day = $2 and arrived_at is null";

    private const string CopyLines =
        """
        copy payment.statement_line (id, line_number, kind, partner_reference, our_reference, amount, at, bank_date, account, status) from stdin (format binary)
        """;

    private const string InsertPart = "insert into payment.statement_part (file, part, sealed) values ($1, $2, $3)";

    private const string InsertRejection =
        """
        insert into payment.statement_rejection (partner, day, name, bytes, hash, line, field, rule, details, rejected_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (partner, name, hash, rule, line) do nothing
        """;

    /// <summary>The file of these bytes; null when there is none.</summary>
    public Task<StatementFileRow?> FindAsync(string partner, DateOnly day, byte[] hash, CancellationToken cancellationToken) => new StatementList(database)
        .FindAsync(
            "where f.partner = $1 and f.day = $2 and f.hash = $3",
            [new() { Value = partner }, new() { Value = day }, new() { Value = hash }],
            cancellationToken);

    /// <summary>Stores a verified file.</summary>
    /// <param name="statement">The file.</param>
    /// <param name="lines">Its movements; what they throw leaves nothing stored.</param>
    /// <param name="open">Opens its bytes.</param>
    /// <param name="cancellationToken">Cancels; nothing is stored then.</param>
    /// <returns>The stored file, and whether it is new.</returns>
    public async Task<(StatementFileRow File, bool IsNew)> TakeAsync(
        NewStatement statement, IEnumerable<StoredLine> lines, Func<Stream> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(open);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, batch => batch.Append(Lock).With(ReconciliationLocks.Files).With(statement.Partner), cancellationToken);
        if (await FindAsync(statement.Partner, statement.Day, statement.Hash, cancellationToken) is { } known) return (known, false);

        var id = await InsertAsync(connection, statement, cancellationToken);
        var (count, fees, feeAmount) = await CopyAsync(connection, id, lines, cancellationToken);
        await KeepBytesAsync(connection, id, open, cancellationToken);
        await ExecuteAsync(
            connection,
            batch =>
            {
                batch.Append(Count).With(id).With(count).With(fees).With(feeAmount);
                batch.Append(NoteArrival).With(statement.Partner).With(statement.Day);
            },
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ((await new StatementList(database).FindAsync(id, cancellationToken))!, true);
    }

    /// <summary>Records that a file was rejected; the same rejection again is the same.</summary>
    public async Task RejectAsync(StatementRejectionRow rejection, byte[] hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            batch => batch.Append(InsertRejection).With(rejection.Partner).With(rejection.Day).With(rejection.Name).With(rejection.Bytes).With(hash)
                .With(rejection.Line).With(rejection.Field).With(rejection.Rule).With(rejection.Details).With(rejection.By),
            cancellationToken);
    }

    /// <summary>Opens a stored file's bytes from their beginning.</summary>
    public Stream Open(long file) => new StatementContent(database, sealer, file);

    internal static string PlaceOf(long file, int part) => $"payment.statement_part/{file}/{part}";

    private async Task<long> InsertAsync(NpgsqlConnection connection, NewStatement statement, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(InsertFile).With(statement.Partner).With(statement.Day).With(statement.Name).With(statement.Family).With(statement.Bytes)
            .With(statement.Announced).With(statement.Hash).With(sealer.CurrentKey).With(statement.TakenBy);
        return (long)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<(long Lines, long Fees, long FeeAmount)> CopyAsync(
        NpgsqlConnection connection, long file, IEnumerable<StoredLine> lines, CancellationToken cancellationToken)
    {
        var (place, fees, feeAmount) = (0L, 0L, 0L);
        await using var copy = await connection.BeginBinaryImportAsync(CopyLines, cancellationToken);
        copy.Timeout = TimeSpan.FromSeconds(LongestSeconds);
        foreach (var line in lines)
        {
            place++;
            if (line.Kind is Fee or FeeReversal)
            {
                fees++;
                feeAmount = checked(feeAmount + (line.Kind == Fee ? line.Amount : -line.Amount));
            }

            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync((file << FileShift) + place, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(line.LineNumber, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(line.Kind, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(line.PartnerReference, NpgsqlDbType.Text, cancellationToken);
            await WriteOrNullAsync(copy, line.OurReference, cancellationToken);
            await copy.WriteAsync(line.Amount, NpgsqlDbType.Bigint, cancellationToken);
            if (line.At is { } at) await copy.WriteAsync(at.UtcDateTime, NpgsqlDbType.TimestampTz, cancellationToken);
            else await copy.WriteNullAsync(cancellationToken);
            await copy.WriteAsync(line.BankDate, NpgsqlDbType.Date, cancellationToken);
            await copy.WriteAsync(line.Account, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(line.Status, NpgsqlDbType.Text, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
        return (place, fees, feeAmount);
    }

    private static Task WriteOrNullAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellationToken) =>
        text is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);

    private async Task KeepBytesAsync(NpgsqlConnection connection, long file, Func<Stream> open, CancellationToken cancellationToken)
    {
        await using var content = open();
        var buffer = new byte[PartBytes];
        for (var part = 0; ; part++)
        {
            var read = await content.ReadAtLeastAsync(buffer, PartBytes, throwOnEndOfStream: false, cancellationToken);
            if (read == 0) return;
            var enclosed = sealer.Seal(buffer.AsSpan(0, read), PlaceOf(file, part));
            await ExecuteAsync(connection, batch => batch.Append(InsertPart).With(file).With(part).With(enclosed), cancellationToken);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, Action<NpgsqlBatch> fill, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        fill(batch);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
