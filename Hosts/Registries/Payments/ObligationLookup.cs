using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>An obligation's row in the registry, with its orders. No personal data.</summary>
/// <param name="Obligation">Its identity.</param>
/// <param name="Account">The account that stated it.</param>
/// <param name="Agency">The collecting agency.</param>
/// <param name="Dossier">The dossier; null when it has none of ours.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Paid">How much of it is paid and not refunded.</param>
/// <param name="StatedAt">When it was stated.</param>
/// <param name="ExpiresAt">Until when it can be paid.</param>
/// <param name="ConfirmTo">The ministry's system that gets the callback of 5.3; null for none.</param>
/// <param name="Content">SHA-256 of what was stated.</param>
/// <param name="Orders">Its orders, in the order in which the lines named their accounts.</param>
public sealed record ObligationRow(
    ObligationId Obligation, string Account, AgencyCode Agency, DossierCode? Dossier, ObligationState State, DateTimeOffset Since, Vnd Amount, Vnd Paid,
    DateTimeOffset StatedAt, DateTimeOffset ExpiresAt, string? ConfirmTo, byte[] Content, IReadOnlyList<OrderRow> Orders);

/// <summary>Finds obligations with their orders.</summary>
public sealed class ObligationLookup(NpgsqlDataSource database, Sealer sealer)
{
    private const string Read =
        """
        select b.id, b.account, b.agency, b.dossier, b.state, b.state_since, b.amount, b.paid, b.stated_at, b.expires_at, b.confirm_to, b.content
        from payment.obligation b where 
        """;

    private const string ReadOrders = $"select {OrderRow.Columns} from {OrderRow.Tables} where ";

    private const string Payer = "select p.key, p.sealed from payment.payer p where p.obligation = $1";

    /// <summary>Finds one by the account that stated it and the account's own id; null when there is none.</summary>
    public async Task<ObligationRow?> FindAsync(ObligationId obligation, CancellationToken cancellationToken) =>
        (await FindAsync("b.id = $1", obligation.Value, cancellationToken)).SingleOrDefault();

    /// <summary>All obligations of a dossier, the latest stated first.</summary>
    public Task<IReadOnlyList<ObligationRow>> OfDossierAsync(DossierCode dossier, CancellationToken cancellationToken) =>
        FindAsync("b.dossier = $1", dossier.Value, cancellationToken);

    /// <summary>Opens what was stated of the payer, as the door wrote it; null when nothing was.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or its key is not on the ring.</exception>
    public async Task<byte[]?> PayerAsync(ObligationId obligation, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Payer);
        command.Parameters.Add(new() { Value = obligation.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? sealer.Open(reader.GetInt16(0), reader.GetFieldValue<byte[]>(1), Places.Payer(obligation.Value))
            : null;
    }

    /// <summary>All obligations of many dossiers with one query, the latest stated first.</summary>
    public Task<IReadOnlyList<ObligationRow>> OfDossiersAsync(IEnumerable<DossierCode> dossiers, CancellationToken cancellationToken) =>
        FindAsync("b.dossier = any($1)", dossiers.Select(dossier => dossier.Value).ToArray(), cancellationToken);

    private async Task<IReadOnlyList<ObligationRow>> FindAsync(string condition, object value, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append($"{Read}{condition} order by b.stated_at desc, b.id").With(value);
        batch.Append($"{ReadOrders}{condition} order by o.position").With(value);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var obligations = await reader.AllAsync(ReadRow, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var orders = (await reader.AllAsync(OrderRow.Read, cancellationToken)).ToLookup(order => order.Obligation);
        return [.. obligations.Select(row => row with { Orders = [.. orders[row.Obligation]] })];
    }

    private static ObligationRow ReadRow(NpgsqlDataReader row) => new(
        ObligationId.Parse(row.GetString(0)), row.GetString(1), AgencyCode.Parse(row.GetString(2)),
        row.TextOrNull(3) is { } dossier ? DossierCode.Parse(dossier) : null, (ObligationState)row.GetInt16(4),
        row.GetFieldValue<DateTimeOffset>(5), new Vnd(row.GetInt64(6)), new Vnd(row.GetInt64(7)),
        row.GetFieldValue<DateTimeOffset>(8), row.GetFieldValue<DateTimeOffset>(9), row.TextOrNull(10), row.GetFieldValue<byte[]>(11), []);
}
