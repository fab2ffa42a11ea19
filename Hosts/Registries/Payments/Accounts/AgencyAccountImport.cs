using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments.Accounts;

/// <summary>What became of an import.</summary>
/// <param name="Written">How many accounts are new or changed.</param>
/// <param name="Faults">The rows that were refused.</param>
public sealed record AgencyAccountImportResult(int Written, IReadOnlyList<AgencyAccountFault> Faults);

/// <summary>
/// Writes agencies' accounts: those of a file that can be used, all in one transaction. An account that the file does not name stays: it ends by
/// its last day, never by being left out.
/// </summary>
public sealed class AgencyAccountImport(NpgsqlDataSource database)
{
    // One import at a time: each is checked against what is there.
    private const string Lock = "lock table payment.agency_account in share row exclusive mode";

    private const string Existing =
        """
        select a.agency, a.bank, a.number, a.valid_from, a.valid_to
        from (select distinct k.agency from unnest($1) k(agency)) k join payment.agency_account a on a.agency = k.agency
        """;

    private const string Upsert =
        """
        insert into payment.agency_account (agency, bank, number, holder, treasury, valid_from, valid_to, imported_by)
        select u.*, $8 from unnest($1, $2, $3, $4, $5, $6, $7) u
        on conflict (agency, bank, number, valid_from) do update
          set holder = excluded.holder, treasury = excluded.treasury, valid_to = excluded.valid_to, imported_at = now(), imported_by = excluded.imported_by
          where (payment.agency_account.holder, payment.agency_account.treasury, payment.agency_account.valid_to)
            is distinct from (excluded.holder, excluded.treasury, excluded.valid_to)
        """;

    /// <summary>Writes what was read.</summary>
    /// <param name="reading">The file; rows that overlap with what is there, or with each other, join its faults.</param>
    /// <param name="by">Who imports it.</param>
    /// <param name="cancellationToken">Cancels; nothing is written then.</param>
    public async Task<AgencyAccountImportResult> RunAsync(AgencyAccountReading reading, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var there = await ReadAsync(connection, reading, cancellationToken);
        var (taken, faults) = (new List<AgencyAccount>(), new List<AgencyAccountFault>(reading.Faults));
        foreach (var (line, account) in reading.Lines)
        {
            var known = there.TryGetValue(KeyOf(account), out var spans) ? spans : there[KeyOf(account)] = [];
            // The row with the same first day is the one that this one replaces, unless the file itself has it twice.
            var replaced = known.Find(span => span.From == account.ValidFrom);
            if (replaced is { IsOfFile: true } || known.Exists(span => span.From != account.ValidFrom && span.Overlaps(account)))
            {
                faults.Add(new AgencyAccountFault(line, "validFrom", "Trùng thời gian hiệu lực với một dòng khác của cùng cơ quan và tài khoản."));
                continue;
            }

            if (replaced is not null) known.Remove(replaced);
            known.Add(new Span(account.ValidFrom, account.ValidTo, IsOfFile: true));
            taken.Add(account);
        }

        var written = await WriteAsync(connection, taken, by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new AgencyAccountImportResult(written, [.. faults.OrderBy(fault => fault.Line)]);
    }

    private static async Task<Dictionary<string, List<Span>>> ReadAsync(
        NpgsqlConnection connection, AgencyAccountReading reading, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Lock);
        batch.Append(Existing).Column(reading.Lines, line => line.Account.Agency.Value);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = await reader.AllAsync(
            row => (Key: $"{row.GetString(0)}/{row.GetString(1)}/{row.GetString(2)}",
                Span: new Span(row.GetFieldValue<DateOnly>(3), row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4), IsOfFile: false)),
            cancellationToken);
        return rows.GroupBy(row => row.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(row => row.Span).ToList(), StringComparer.Ordinal);
    }

    private static async Task<int> WriteAsync(NpgsqlConnection connection, List<AgencyAccount> accounts, string by, CancellationToken cancellationToken)
    {
        if (accounts.Count == 0) return 0;
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Upsert)
            .Column(accounts, row => row.Agency.Value)
            .Column(accounts, row => row.Account.Bank)
            .Column(accounts, row => row.Account.Number)
            .Column(accounts, row => row.Account.Name)
            .Column(accounts, row => row.Account.IsTreasury)
            .Column(accounts, row => row.ValidFrom)
            .Column(accounts, row => row.ValidTo)
            .With(by);
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string KeyOf(AgencyAccount account) => $"{account.Agency}/{account.Account.Key}";

    private sealed record Span(DateOnly From, DateOnly? To, bool IsOfFile)
    {
        public bool Overlaps(AgencyAccount account) =>
            (account.ValidTo is not { } last || From <= last) && (To is not { } end || account.ValidFrom <= end);
    }
}
