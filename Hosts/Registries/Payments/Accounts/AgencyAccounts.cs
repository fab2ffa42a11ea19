using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Reading;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments.Accounts;

/// <summary>The accounts that agencies registered for their fees: those of many agencies with one query.</summary>
public sealed class AgencyAccounts
{
    private const string Columns = "a.agency, a.number, a.bank, a.holder, a.treasury, a.valid_from, a.valid_to";

    private const string OfMany =
        $"""
        select {Columns} from unnest($1) k(agency) join payment.agency_account a on a.agency = k.agency
        order by a.agency, a.bank, a.number, a.valid_from
        """;

    private const string All = $"select {Columns} from payment.agency_account a order by a.agency, a.bank, a.number, a.valid_from";

    private readonly NpgsqlDataSource _database;
    private readonly Collector<AgencyCode, IReadOnlyList<AgencyAccount>> _collector;

    /// <summary>Creates a reader.</summary>
    public AgencyAccounts(NpgsqlDataSource database)
    {
        _database = database;
        _collector = new Collector<AgencyCode, IReadOnlyList<AgencyAccount>>(FindManyAsync);
    }

    /// <summary>All accounts of an agency, those of other days included; empty when it registered none.</summary>
    public async Task<IReadOnlyList<AgencyAccount>> OfAsync(AgencyCode agency, CancellationToken cancellationToken) =>
        await _collector.FindAsync(agency, cancellationToken) ?? [];

    /// <summary>
    /// The account that an agency registered under a bank and a number and that counts on a day; null when there is none. The holder is ours:
    /// names are written in many ways, and what a message says is not proven.
    /// </summary>
    public async Task<BeneficiaryAccount?> FindAsync(AgencyCode agency, string bank, string number, DateOnly day, CancellationToken cancellationToken)
    {
        var key = new BeneficiaryAccount(number, bank, "").Key;
        return (await OfAsync(agency, cancellationToken)).FirstOrDefault(row => row.IsValidOn(day) && row.Account.Key == key)?.Account;
    }

    /// <summary>All accounts of all agencies.</summary>
    public async Task<IReadOnlyList<AgencyAccount>> AllAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(All);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(Read, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<AgencyCode, IReadOnlyList<AgencyAccount>>> FindManyAsync(
        IReadOnlyList<AgencyCode> agencies, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(OfMany).Column(agencies, agency => agency.Value);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return (await reader.AllAsync(Read, cancellationToken)).GroupBy(row => row.Agency)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<AgencyAccount>)[.. group]);
    }

    private static AgencyAccount Read(NpgsqlDataReader row) => new(
        AgencyCode.Parse(row.GetString(0)), new BeneficiaryAccount(row.GetString(1), row.GetString(2), row.GetString(3), row.GetBoolean(4)),
        row.GetFieldValue<DateOnly>(5), row.IsDBNull(6) ? null : row.GetFieldValue<DateOnly>(6));
}
