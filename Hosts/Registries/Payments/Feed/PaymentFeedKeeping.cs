using Npgsql;

namespace DichVuCong.Registries.Payments.Feed;

/// <summary>Lets go of the events of payments that are past their keeping, for the housekeeping of a host.</summary>
public sealed class PaymentFeedKeeping(NpgsqlDataSource database)
{
    /// <summary>How many events go at once: small slices by key, so that no transaction is long enough to hold back the vacuum of the queues.</summary>
    public const int Slice = 5000;

    // The last event that went is written down: a cursor before it is told so.
    private const string Trim =
        """
        with gone as (
          delete from payment.feed where (tx, id) in (
            select f.tx, f.id from payment.feed f where f.at < now() - make_interval(days => $1) order by f.tx, f.id limit 5000)
          returning tx, id),
        noted as (
          insert into payment.feed_trimmed (tx, id) select g.tx, g.id from gone g order by g.tx desc, g.id desc limit 1
          on conflict (one) do update set tx = excluded.tx, id = excluded.id
          where (payment.feed_trimmed.tx, payment.feed_trimmed.id) < (excluded.tx, excluded.id))
        select count(*)::int from gone
        """;

    /// <summary>Lets go of one slice of what is older than so many days; as long as it is a whole <see cref="Slice"/>, there may be more.</summary>
    public async Task<int> TrimAsync(int days, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Trim);
        command.Parameters.Add(new() { Value = days });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
