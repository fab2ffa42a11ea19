using DichVuCong.Contracts;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Restoring;

/// <summary>Marks a restore, of the bus and of the dossiers, in one transaction.</summary>
public static class RegistryRestore
{
    /// <summary>No number of a day is given out twice: counters that are there go on behind the gap.</summary>
    private const string RaiseCodes = "update dossier.code_counter set next = next + $1 where day >= $2";

    /// <summary>Agencies that drew their first number of a day after the time restored to have no counter here: theirs begin behind the gap.</summary>
    private const string RaiseFloors =
        """
        insert into dossier.code_floor (day, above) select d::date, $1 from generate_series($2::date, $3::date, interval '1 day') d
        on conflict (day) do update set above = dossier.code_floor.above + excluded.above
        """;

    private const string Insert = "insert into dossier.restore (n, feed_tx) select $1, pg_current_xact_id()";

    /// <summary>Marks it; nobody else may be connected.</summary>
    /// <returns>The number of the new incarnation.</returns>
    public static async Task<int> MarkAsync(
        NpgsqlDataSource database, RestoreTerms terms, DossierCodeOptions codes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(codes);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var number = await RestoreMark.WriteAsync(connection, terms, cancellationToken);
        await using (var clock = new NpgsqlCommand("select now()", connection))
        {
            var now = new DateTimeOffset((DateTime)(await clock.ExecuteScalarAsync(cancellationToken))!, TimeSpan.Zero);
            // A day before: calls that were filed around midnight may have drawn numbers of either day.
            var from = VietnamTime.DayOf(terms.RestoredTo).AddDays(-1);
            await using var batch = new NpgsqlBatch(connection);
            batch.Append(RaiseCodes).With(codes.GapAfterRestore).With(from);
            batch.Append(RaiseFloors).With(codes.GapAfterRestore).With(from).With(VietnamTime.DayOf(now).AddDays(1));
            batch.Append(Insert).With(number);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return number;
    }
}
