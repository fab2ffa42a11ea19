using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Sagas;

/// <summary>A saga in a list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Agency">Its agency; null when it has none.</param>
/// <param name="Since">Since when it stands where it stands.</param>
/// <param name="Dossier">The dossier it is about; null for none of ours.</param>
public sealed record ListedSaga(string Key, string? Agency, DateTimeOffset Since, string? Dossier);

/// <summary>Lists the sagas of money that stand in a state, the one that stands longest first. Dossiers are searched for instead.</summary>
public sealed class SagaLists(NpgsqlDataSource database)
{
    private static readonly Dictionary<string, string> Sql = new(StringComparer.Ordinal)
    {
        [SagaTypes.Orders.Endpoint] =
            """
            select o.reference, o.agency, o.state_since, b.dossier from payment.payment_order o join payment.obligation b on b.id = o.obligation
            where o.state = $1 and ($2::text[] is null or o.agency = any ($2)) order by o.state_since, o.reference limit $3
            """,
        [SagaTypes.Obligations.Endpoint] =
            """
            select b.id, b.agency, b.state_since, b.dossier from payment.obligation b
            where b.state = $1 and ($2::text[] is null or b.agency = any ($2)) order by b.state_since, b.id limit $3
            """,
        [SagaTypes.Inquiries.Endpoint] =
            """
            select i.difference, f.agency, i.state_since, b.dossier
            from payment.inquiry i left join payment.difference f on f.id = i.difference
            left join payment.payment_order o on o.reference = f.reference left join payment.obligation b on b.id = o.obligation
            where i.state = $1 and ($2::text[] is null or f.agency = any ($2)) order by i.state_since, i.difference limit $3
            """,
    };

    /// <summary>Whether sagas of a type are listed here.</summary>
    public static bool Has(string type) => Sql.ContainsKey(type);

    /// <summary>The sagas of a type in a state.</summary>
    /// <param name="type">The type: its endpoint, one that is listed here.</param>
    /// <param name="state">The state's number.</param>
    /// <param name="scope">The agencies that may be seen; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<ListedSaga>> ListAsync(
        string type, short state, IReadOnlyCollection<string>? scope, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql[type]);
        command.Parameters.Add(new() { Value = state });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = scope is null ? DBNull.Value : scope.ToArray() });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ListedSaga>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new ListedSaga(
                reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        return rows;
    }
}
