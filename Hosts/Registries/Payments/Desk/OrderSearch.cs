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

    /// <summary>The agencies that whoever looks may see; null for all.</summary>
    public IReadOnlyList<string>? Agencies { get; init; }

    /// <summary>The order itself.</summary>
    public PaymentReference? Reference { get; init; }

    /// <summary>The dossier.</summary>
    public DossierCode? Dossier { get; init; }

    /// <summary>The number that a partner gave a transaction.</summary>
    public string? TransactionNo { get; init; }

    /// <summary>Whether those that are over are wanted too, when no state is said.</summary>
    public bool WithOver { get; init; }

    /// <summary>Only what comes behind this order in the list: where the page before ended.</summary>
    public OrderPlace? After { get; init; }

    /// <summary>Where they stand since this time or before.</summary>
    public DateTimeOffset? SinceBefore { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>A place in a list of orders.</summary>
/// <param name="Since">Since when the order stands where it is.</param>
/// <param name="Reference">The order.</param>
public sealed record OrderPlace(DateTimeOffset Since, PaymentReference Reference);

/// <summary>Looks for orders; those that stand longest where they are come first.</summary>
public sealed class OrderSearch(NpgsqlDataSource database)
{
    private static readonly OrderState[] NotOver = [OrderState.Open, OrderState.Pending, OrderState.Unknown, OrderState.Failed, OrderState.Paid];

    // The index of numbers begins with the partner: one look-up for each, and partners are few. A number told of two orders is in both tables.
    private const string HasTransaction =
        """
        o.reference in (
          with recursive p(partner) as (
            (select t.partner from payment.transaction t where t.transaction_no <> '' order by t.partner limit 1)
            union all
            select (select t.partner from payment.transaction t where t.partner > p.partner and t.transaction_no <> '' order by t.partner limit 1)
            from p where p.partner is not null)
          select t.reference from p join payment.transaction t on t.partner = p.partner and t.transaction_no = ? and t.transaction_no <> ''
          union all
          select c.reference from payment.transaction_claim c where c.transaction_no = ?)
        """;

    /// <summary>The orders that meet all criteria. Without a state: those that are not over, unless others are wanted too.</summary>
    public async Task<IReadOnlyList<OrderRow>> FindAsync(OrderCriteria criteria, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        await using var command = database.CreateCommand();
        var where = new Criteria(command)
            .Add("o.agency = ?", NpgsqlDbType.Text, criteria.Agency?.Value)
            .Add("o.agency = any(?)", NpgsqlDbType.Array | NpgsqlDbType.Text, criteria.Agencies?.ToArray())
            .Add("o.reference = ?", NpgsqlDbType.Text, criteria.Reference?.Value)
            .Add("b.dossier = ?", NpgsqlDbType.Text, criteria.Dossier?.Value)
            .Add(HasTransaction, NpgsqlDbType.Text, criteria.TransactionNo)
            .Add("o.state_since <= ?", NpgsqlDbType.TimestampTz, criteria.SinceBefore?.UtcDateTime)
            .Add(
                "(o.partner = ? or exists (select from payment.attempt a where a.reference = o.reference and a.partner = ?))",
                NpgsqlDbType.Text, criteria.Partner);
        if (criteria.After is { } after)
        {
            var since = where.Parameter(NpgsqlDbType.TimestampTz, after.Since.UtcDateTime);
            where.Add($"(o.state_since, o.reference) > ({since}, {where.Parameter(NpgsqlDbType.Text, after.Reference.Value)})");
        }

        var states = where.Parameter(NpgsqlDbType.Array | NpgsqlDbType.Smallint, StatesOf(criteria).Select(state => (short)state).ToArray());
        var limit = where.Parameter(NpgsqlDbType.Integer, criteria.Limit);
        // Each state by its own index, as many as are wanted in all: nothing is sorted but what may be shown.
        command.CommandText =
            $"""
            select x.* from unnest({states}) s(state) cross join lateral (
              select {OrderRow.Columns} from {OrderRow.Tables} where o.state = s.state and {where.Where}
              order by o.state_since, o.reference limit {limit}) x
            order by x.state_since, x.reference limit {limit}
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(OrderRow.Read, cancellationToken);
    }

    private static OrderState[] StatesOf(OrderCriteria criteria) =>
        criteria.State is { } one ? [one] : criteria.WithOver ? Enum.GetValues<OrderState>() : NotOver;
}
