using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Payments.Desk;

/// <summary>Which orders are looked for; what is null does not matter.</summary>
public sealed record OrderCriteria
{
    /// <summary>Where they stand.</summary>
    public OrderState? State { get; init; }

    /// <summary>The partner that was paid, or at which a payment was begun.</summary>
    public string? Partner { get; init; }

    /// <summary>The collecting agency.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>Where they stand since this time or before.</summary>
    public DateTimeOffset? SinceBefore { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>Looks for orders; those that stand longest where they are come first.</summary>
public sealed class OrderSearch(NpgsqlDataSource database)
{
    private const string NotOver = "o.state in (1, 2, 3, 4, 7)";

    /// <summary>The orders that meet all criteria. Without a state: those that are not over.</summary>
    public async Task<IReadOnlyList<OrderRow>> FindAsync(OrderCriteria criteria, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        await using var command = database.CreateCommand();
        var where = new Criteria(command)
            .Add("o.state = ?", NpgsqlDbType.Smallint, (short?)criteria.State)
            .Add("o.agency = ?", NpgsqlDbType.Text, criteria.Agency?.Value)
            .Add("o.state_since <= ?", NpgsqlDbType.TimestampTz, criteria.SinceBefore?.UtcDateTime)
            .Add(
                "(o.partner = ? or exists (select from payment.attempt a where a.reference = o.reference and a.partner = ?))",
                NpgsqlDbType.Text, criteria.Partner);
        if (criteria.State is null) where.Add(NotOver);
        var limit = where.Parameter(NpgsqlDbType.Integer, criteria.Limit);
        command.CommandText = $"select {OrderRow.Columns} from {OrderRow.Tables} where {where.Where} order by o.state_since, o.reference limit {limit}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(OrderRow.Read, cancellationToken);
    }
}
